import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { nextShift, previousShift, shiftAt } from '../../../src/domain/shift/shifts.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const at = (local: string): number => Date.parse(`${local}+07:00`)

describe('shiftAt', () => {
  it.each([
    ['2026-11-20T05:59:59', '2026-11-19-3'],
    ['2026-11-20T06:00:00', '2026-11-20-1'],
    ['2026-11-20T13:59:59', '2026-11-20-1'],
    ['2026-11-20T14:00:00', '2026-11-20-2'],
    ['2026-11-20T22:00:00', '2026-11-20-3'],
    ['2027-01-01T02:00:00', '2026-12-31-3'],
    ['2028-02-29T23:00:00', '2028-02-29-3'],
  ])('%s belongs to shift %s', (local, id) => {
    expect(shiftAt(at(local), ZONE).id).toBe(id)
  })

  it('covers time without a hole or an overlap, also where clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2024-01-01T00:00:00'), max: at('2028-12-31T00:00:00') }),
        fc.constantFrom(ZONE, 'Europe/Paris', 'America/New_York'),
        (ms, zone) => {
          const shift = shiftAt(ms, zone)
          expect(Date.parse(shift.from)).toBeLessThanOrEqual(ms)
          expect(Date.parse(shift.to)).toBeGreaterThan(ms)
          expect(nextShift(shift, zone).from).toBe(shift.to)
          expect(previousShift(shift, zone).to).toBe(shift.from)
        },
      ),
    )
  })
})
