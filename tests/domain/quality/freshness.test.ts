import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITIES, QUALITY_BYTE } from '../../../src/contract/quality.ts'
import {
  FRESHNESS_BYTE,
  HOLD_LAST_VALUE_MS,
  freshnessByte,
  freshnessOf,
} from '../../../src/domain/quality/freshness.ts'

const S = 1000
const MIN = 60 * S
const reading = { qualityByte: QUALITY_BYTE.Good, value: 1, ageMs: 0, periodMs: 10 * S, holdMs: HOLD_LAST_VALUE_MS }

describe('freshness of a reading', () => {
  it.each([
    [0, 'live'],
    [15 * S, 'live'],
    [15 * S + 1, 'late'],
    [30 * S, 'late'],
    [30 * S + 1, 'stale'],
    [15 * MIN + 30 * S, 'stale'],
    [15 * MIN + 30 * S + 1, 'no-communication'],
  ] as const)('of a 10 s source of age %i ms is %s', (ageMs, expected) => {
    expect(freshnessOf({ ...reading, ageMs })).toBe(expected)
  })

  it('does not call a fast source stale before ten seconds', () => {
    expect(freshnessOf({ ...reading, periodMs: S, ageMs: 9 * S })).toBe('late')
    expect(freshnessOf({ ...reading, periodMs: S, ageMs: 10 * S + 1 })).toBe('stale')
  })

  it('gives a slow source its own periods', () => {
    const slow = { ...reading, periodMs: 15 * MIN }
    expect(freshnessOf({ ...slow, ageMs: 20 * MIN })).toBe('live')
    expect(freshnessOf({ ...slow, ageMs: 40 * MIN })).toBe('late')
    expect(freshnessOf({ ...slow, ageMs: 59 * MIN })).toBe('stale')
    expect(freshnessOf({ ...slow, ageMs: 61 * MIN })).toBe('no-communication')
  })

  it('holds the value of a source that the server reports lost, then lets go', () => {
    const lost = { ...reading, qualityByte: QUALITY_BYTE.BadNoCommunication }
    expect(freshnessOf({ ...lost, ageMs: S })).toBe('stale')
    expect(freshnessOf({ ...lost, ageMs: 16 * MIN })).toBe('no-communication')
    expect(freshnessOf({ ...lost, value: Number.NaN, ageMs: S })).toBe('no-communication')
    expect(freshnessOf({ ...reading, qualityByte: QUALITY_BYTE.UncertainLastUsableValue })).toBe('stale')
  })

  it('takes bad, waiting and unknown qualities at their word', () => {
    expect(freshnessOf({ ...reading, qualityByte: QUALITY_BYTE.BadSensorFailure })).toBe('bad')
    expect(freshnessOf({ ...reading, qualityByte: QUALITY_BYTE.BadWaitingForInitialData })).toBe('waiting')
    expect(freshnessOf({ ...reading, qualityByte: 200 })).toBe('bad')
  })

  it('never gets better with age, and an age that is no number is lost', () => {
    const byte = fc.integer({ min: 0, max: QUALITIES.length - 1 })
    const age = fc.integer({ min: -MIN, max: 2 * 3_600_000 })
    fc.assert(
      fc.property(byte, age, fc.nat(3_600_000), fc.integer({ min: 1000, max: 15 * MIN }), (q, ageMs, more, period) => {
        const now = freshnessByte(q, true, ageMs, period, HOLD_LAST_VALUE_MS)
        const later = freshnessByte(q, true, ageMs + more, period, HOLD_LAST_VALUE_MS)
        expect(later).toBeGreaterThanOrEqual(now)
      }),
    )
    expect(freshnessByte(QUALITY_BYTE.Good, true, Number.NaN, S, S)).toBe(FRESHNESS_BYTE['no-communication'])
  })
})
