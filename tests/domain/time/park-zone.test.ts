import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  addDaysMs,
  dateStartMs,
  dayStartMs,
  isoDateOf,
  isoWeekOf,
  monthStartMs,
  sinceDayStartMs,
  weekStartMs,
  yearStartMs,
  zoneOffsetMs,
  zonedParts,
} from '../../../src/domain/time/park-zone.ts'

const HCM = 'Asia/Ho_Chi_Minh'
const HOUR_MS = 3_600_000
const at = (text: string): number => Date.parse(text)

describe('calendar of a park zone', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('begins the day at the midnight of the park', () => {
    // 14:32:07 in Bàu Bàng.
    expect(dayStartMs(at('2026-11-20T07:32:07Z'), HCM)).toBe(at('2026-11-19T17:00:00Z'))
    expect(dayStartMs(at('2026-11-19T17:00:00Z'), HCM)).toBe(at('2026-11-19T17:00:00Z'))
    expect(dayStartMs(at('2026-11-19T16:59:59.999Z'), HCM)).toBe(at('2026-11-18T17:00:00Z'))
    expect(sinceDayStartMs(at('2026-11-20T07:32:07Z'), HCM)).toBe(14 * HOUR_MS + 32 * 60_000 + 7000)
  })

  it('reads the parts that the clock of the park shows', () => {
    expect(zonedParts(at('2026-11-20T18:05:09Z'), HCM)).toEqual({
      year: 2026,
      month: 11,
      day: 21,
      hour: 1,
      minute: 5,
      second: 9,
      weekday: 6,
    })
    expect(isoDateOf(at('2026-12-31T17:00:00Z'), HCM)).toBe('2027-01-01')
  })

  it('knows leap days', () => {
    expect(isoDateOf(at('2028-02-28T17:00:00Z'), HCM)).toBe('2028-02-29')
    expect(addDaysMs(at('2028-02-28T05:00:00Z'), 2, HCM)).toBe(dateStartMs(2028, 3, 1, HCM))
    expect(addDaysMs(at('2027-02-28T05:00:00Z'), 1, HCM)).toBe(dateStartMs(2027, 3, 1, HCM))
    expect(dateStartMs(2028, 3, 1, HCM) - dateStartMs(2028, 2, 1, HCM)).toBe(29 * 24 * HOUR_MS)
  })

  it('begins weeks on Monday, months and years on the first', () => {
    const friday = at('2026-11-20T07:32:07Z')
    expect(isoDateOf(weekStartMs(friday, HCM), HCM)).toBe('2026-11-16')
    expect(isoDateOf(monthStartMs(friday, HCM), HCM)).toBe('2026-11-01')
    expect(isoDateOf(yearStartMs(friday, HCM), HCM)).toBe('2026-01-01')
    expect(isoWeekOf(friday, HCM)).toEqual({ year: 2026, week: 47 })
    expect(isoWeekOf(at('2027-01-01T00:00:00Z'), HCM)).toEqual({ year: 2026, week: 53 })
    expect(isoWeekOf(at('2024-12-30T00:00:00Z'), HCM)).toEqual({ year: 2025, week: 1 })
  })

  it.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Tokyo'])(
    'gives the same answers to a viewer in %s',
    (viewer) => {
      const instants = [at('2026-11-20T07:32:07Z'), at('2028-02-28T17:00:00Z'), at('2026-03-29T01:00:00Z')]
      const answers = instants.map((ms) => [dayStartMs(ms, HCM), monthStartMs(ms, HCM), isoDateOf(ms, HCM)])
      vi.stubEnv('TZ', viewer)
      expect(zoneOffsetMs(0, viewer)).toBe(0 - new Date(0).getTimezoneOffset() * 60_000)
      expect(instants.map((ms) => [dayStartMs(ms, HCM), monthStartMs(ms, HCM), isoDateOf(ms, HCM)])).toEqual(answers)
    },
  )

  it('keeps days of 23 and 25 hours where clocks change', () => {
    const zone = 'Europe/Berlin'
    expect(dateStartMs(2026, 3, 30, zone) - dateStartMs(2026, 3, 29, zone)).toBe(23 * HOUR_MS)
    expect(dateStartMs(2026, 10, 26, zone) - dateStartMs(2026, 10, 25, zone)).toBe(25 * HOUR_MS)
    expect(sinceDayStartMs(at('2026-10-25T03:00:00Z'), zone)).toBe(5 * HOUR_MS)
  })

  it('begins a day whose midnight was skipped at the change', () => {
    // Chile puts its clocks forward at midnight.
    const zone = 'America/Santiago'
    const start = dateStartMs(2026, 9, 6, zone)
    expect(zonedParts(start, zone)).toMatchObject({ day: 6, hour: 1, minute: 0 })
    expect(zonedParts(start - 1, zone)).toMatchObject({ day: 5, hour: 23 })
  })

  it('takes zones with offsets of quarters of an hour', () => {
    expect(zoneOffsetMs(at('2026-11-20T07:32:07Z'), 'Asia/Kathmandu')).toBe(5.75 * HOUR_MS)
  })

  it('says which zone it does not know', () => {
    expect(() => dayStartMs(0, 'Asia/Bau_Bang')).toThrow(/Asia\/Bau_Bang/)
  })

  it('always finds the day that holds the instant', () => {
    const zones = [HCM, 'Europe/Berlin', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca']
    const instant = fc.integer({ min: at('1995-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (ms, zone) => {
        const start = dayStartMs(ms, zone)
        const next = addDaysMs(ms, 1, zone)
        expect(start).toBeLessThanOrEqual(ms)
        // Samoa left a whole day out in 2011; its next day then begins where the left-out one would.
        expect(next).toBeGreaterThanOrEqual(ms)
        expect(isoDateOf(start, zone)).toBe(isoDateOf(ms, zone))
        expect(isoDateOf(start - 1, zone)).not.toBe(isoDateOf(ms, zone))
      }),
      { numRuns: 400 },
    )
  })
})
