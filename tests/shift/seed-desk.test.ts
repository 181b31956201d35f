import { describe, expect, it } from 'vitest'
import { openPark } from '../../mocks/park/load-node.ts'
import { openComplaints, standingMatters, type DeskPark } from '../../mocks/shift/seed-desk.ts'
import type { RowOf } from '../../src/contract/registers.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const HOUR_MS = 3_600_000
const START_MS = Date.parse('2026-11-20T00:00:00+07:00')

async function desk(): Promise<DeskPark> {
  const { assets } = await openPark('bau-bang').core()
  return { assets, zone: ZONE, seed: 20261120 }
}

const row = (id: string, receivedOn: string, concludedOn: string | null): RowOf<'grievances'> => ({
  id,
  version: 1,
  receivedOn,
  from: 'tenant',
  tenantId: null,
  subject: `about ${id}`,
  addressedOn: null,
  concludedOn,
  source: { title: 'register', year: 2026, confidence: 'simulated' },
})

describe('matters of the simulated desk', () => {
  it('keep the time since which they hold from shift to shift, and end when the next begins', async () => {
    const park = await desk()
    const seen = new Map<string, number>()
    for (let hour = 0; hour < 24 * 40; hour++) {
      const nowMs = START_MS + hour * HOUR_MS
      const matters = standingMatters(park, nowMs)
      expect(new Set(matters.map(({ id }) => id)).size).toBe(matters.length)
      for (const { id, sinceMs } of matters) {
        expect(sinceMs).toBeLessThanOrEqual(nowMs)
        expect(seen.get(id) ?? sinceMs).toBe(sinceMs)
        seen.set(id, sinceMs)
      }
    }
    // An order holds for a month, a visit for two days: both came and went in forty days.
    const times = (name: string): number => [...seen.keys()].filter((id) => id.startsWith(name)).length
    expect([times('order-peak'), times('expected-delegation')]).toEqual([2, 21])
  })

  it('never promise what is over', async () => {
    const park = await desk()
    for (let hour = 0; hour < 96; hour++) {
      const nowMs = START_MS + hour * HOUR_MS
      const visit = standingMatters(park, nowMs).find(({ id }) => id.startsWith('expected-delegation'))
      const [, day, month] = /09:30 ngày (\d+)\/(\d+)\./.exec(visit?.text.vi ?? '') ?? []
      const date = `2026-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
      expect(Date.parse(`${date}T09:30:00+07:00`)).toBeGreaterThan(nowMs)
      expect(visit?.text.ja).toContain(`${month}月${day}日`)
    }
  })
})

describe('complaints at a handover', () => {
  it('are those of the register that stood open then, oldest first', () => {
    const rows = [
      row('late', '2026-11-21', null),
      row('new', '2026-11-19', null),
      row('done', '2026-11-01', '2026-11-10'),
      row('old', '2026-11-02', '2026-11-25'),
    ]
    const open = openComplaints(rows, ZONE, START_MS + 10 * HOUR_MS)
    expect(open.map(({ id }) => id)).toEqual(['complaint-old', 'complaint-new'])
    expect(open[0]).toMatchObject({
      kind: 'complaint',
      sinceMs: Date.parse('2026-11-02T00:00:00+07:00'),
      text: { en: 'about old' },
    })
  })
})
