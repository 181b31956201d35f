import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TouSchedule } from '../../../src/contract/reference.ts'
import { bandAt, bandSpans, scheduleAt, splitByBand, TARIFF_BANDS } from '../../../src/domain/energy/time-of-use.ts'
import { at, DAY_MS, HOUR_MS, tariffs, ZONE } from '../reference-files.ts'

function schedule(id: string): TouSchedule {
  const found = tariffs.schedules.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const legacy = schedule('TOU-LEGACY')
const new963 = schedule('TOU-963')
// 18 November 2026 is a Wednesday, the 22nd a Sunday.
const isWednesday = (date: string): boolean => date === '2026-11-18'
const wednesday = (time: string): number => at(`2026-11-18T${time}:00`)
const sunday = (time: string): number => at(`2026-11-22T${time}:00`)

describe('band of an instant', () => {
  it.each([
    ['09:29', 'normal', 'normal'],
    ['09:30', 'peak', 'normal'],
    ['11:30', 'normal', 'normal'],
    ['17:30', 'peak', 'peak'],
    ['20:00', 'normal', 'peak'],
    ['22:00', 'off-peak', 'peak'],
    ['22:30', 'off-peak', 'normal'],
    ['00:00', 'off-peak', 'off-peak'],
    ['04:00', 'normal', 'off-peak'],
    ['06:00', 'normal', 'normal'],
  ])('Wednesday %s: legacy %s, 963 %s', (time, old, present) => {
    expect(bandAt(legacy, wednesday(time), ZONE)).toBe(old)
    expect(bandAt(new963, wednesday(time), ZONE)).toBe(present)
  })

  it('has no peak on Sundays', () => {
    expect(bandAt(legacy, sunday('18:00'), ZONE)).toBe('normal')
    expect(bandAt(new963, sunday('18:00'), ZONE)).toBe('normal')
    expect(bandAt(legacy, sunday('23:00'), ZONE)).toBe('off-peak')
  })

  it('is of the park, not of UTC: Sunday 23:30 there is Sunday in UTC, Monday 00:30 there is too', () => {
    expect(bandAt(legacy, at('2026-11-23T09:30:00'), ZONE)).toBe('peak')
    expect(bandAt(legacy, Date.parse('2026-11-22T09:30:00Z'), ZONE)).toBe('normal')
  })

  it('treats holidays as Sundays only where a rule says so', () => {
    const withRule: TouSchedule = { ...legacy, holidays: 'as-sunday' }
    expect(bandAt(withRule, wednesday('09:30'), ZONE, isWednesday)).toBe('normal')
    expect(bandAt(legacy, wednesday('09:30'), ZONE, isWednesday)).toBe('peak')
  })
})

describe('schedules', () => {
  it.each([
    ['TOU-LEGACY', '2026-11-18', { peak: 5, 'off-peak': 6, normal: 13 }],
    ['TOU-963', '2026-11-18', { peak: 5, 'off-peak': 6, normal: 13 }],
    ['TOU-LEGACY', '2026-11-22', { peak: 0, 'off-peak': 6, normal: 18 }],
    ['TOU-963', '2026-11-22', { peak: 0, 'off-peak': 6, normal: 18 }],
  ])('%s on %s has its hours', (id, date, hours) => {
    const from = at(`${date}T00:00:00`)
    const sums = { peak: 0, normal: 0, 'off-peak': 0 }
    for (const span of bandSpans(schedule(id), from, from + DAY_MS, ZONE)) {
      sums[span.band] += (span.toMs - span.fromMs) / HOUR_MS
    }
    expect(sums).toEqual(hours)
  })

  it('follow the dated setting', () => {
    expect(scheduleAt(tariffs, wednesday('12:00'), ZONE)?.id).toBe('TOU-LEGACY')
    const source = legacy.source
    const changed = {
      ...tariffs,
      activeSchedules: [...tariffs.activeSchedules, { scheduleId: 'TOU-963', validFrom: '2026-12-01', source }],
    }
    expect(scheduleAt(changed, at('2026-11-30T23:59:59'), ZONE)?.id).toBe('TOU-LEGACY')
    expect(scheduleAt(changed, at('2026-12-01T00:00:00'), ZONE)?.id).toBe('TOU-963')
  })
})

describe('splitting by band', () => {
  const monday = at('2026-11-16T00:00:00')

  it('shares out an hour that crosses an edge', () => {
    const split = splitByBand(
      { fromMs: wednesday('09:00'), stepMs: HOUR_MS, values: [100, null, 40] },
      () => legacy,
      ZONE,
    )
    expect(split.sums).toEqual({ peak: 70, normal: 70, 'off-peak': 0 })
    expect(split.coverage).toEqual({ contributing: 2, expected: 3 })
  })

  it('leaves out days without a schedule', () => {
    const split = splitByBand(
      { fromMs: monday, stepMs: HOUR_MS, values: Array.from({ length: 48 }, () => 1) },
      (ms) => (ms < monday + DAY_MS ? null : legacy),
      ZONE,
    )
    expect(split.coverage).toEqual({ contributing: 24, expected: 48 })
    expect(split.sums).toEqual({ peak: 5, normal: 13, 'off-peak': 6 })
  })

  it('keeps the whole, whatever the step and the start, and agrees with the band of each minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 * 48 }),
        fc.constantFrom(5, 15, 30, 45, 60, 180),
        fc.array(fc.option(fc.integer({ min: -50, max: 5000 })), { maxLength: 60 }),
        fc.constantFrom(legacy, new963),
        (slot, minutes, values, chosen) => {
          const series = { fromMs: monday + slot * 30 * 60_000, stepMs: minutes * 60_000, values }
          const split = splitByBand(series, () => chosen, ZONE)
          const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
          expect(split.sums.peak + split.sums.normal + split.sums['off-peak']).toBeCloseTo(total, 6)
          const first = values[0] ?? 0
          const parts = splitByBand({ ...series, values: [first] }, () => chosen, ZONE).sums
          const seen = { peak: 0, normal: 0, 'off-peak': 0 }
          for (let m = 0; m < minutes; m++) seen[bandAt(chosen, series.fromMs + m * 60_000, ZONE)] += first / minutes
          for (const band of TARIFF_BANDS) expect(parts[band]).toBeCloseTo(seen[band], 6)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('holds on days on which the clock changes', () => {
    const zone = 'Europe/Berlin'
    const from = Date.parse('2026-03-28T23:00:00Z')
    const hours = (fromMs: number, toMs: number) =>
      bandSpans(legacy, fromMs, toMs, zone).map((span) => [span.band, (span.toMs - span.fromMs) / HOUR_MS])
    expect(hours(from, from + 23 * HOUR_MS)).toEqual([
      ['off-peak', 3],
      ['normal', 18],
      ['off-peak', 2],
    ])
  })
})
