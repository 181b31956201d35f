import { describe, expect, it } from 'vitest'
import { isValidOn } from '../../src/domain/statistics/validity.ts'
import { gridFactors, holidays, limitSets, norms, tariffs } from './reference-files.ts'

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

const limitOn = (date: string) =>
  limitSets
    .filter((set) => set.medium === 'ambient-air' && set.window === '24 h' && isValidOn(set, date))
    .map(({ values }) => values['pm25']?.max)

describe('reference files', () => {
  it('have unique ids and schedules that exist', () => {
    const { schedules, prices, twoComponent, activeSchedules } = tariffs
    expect(isUnique([...schedules, ...prices, ...twoComponent].map(({ id }) => id))).toBe(true)
    expect(isUnique(limitSets.map(({ id }) => id))).toBe(true)
    expect(isUnique(norms.norms.map(({ id }) => id))).toBe(true)
    const ids = new Set(schedules.map(({ id }) => id))
    expect(activeSchedules.every(({ scheduleId }) => ids.has(scheduleId))).toBe(true)
  })

  it('have windows that do not overlap', () => {
    for (const { windows } of tariffs.schedules) {
      for (let weekday = 1; weekday <= 7; weekday++) {
        const day = windows.filter(({ weekdays }) => weekdays.includes(weekday))
        const sorted = day.toSorted((a, b) => a.fromMinute - b.fromMinute)
        sorted.slice(1).forEach((window, i) => {
          expect(window.fromMinute).toBeGreaterThanOrEqual(sorted[i]?.toMinute ?? 0)
        })
      }
    }
  })

  it('leave out what was not verified: no number of the new wastewater and noise rules, no wholesale price', () => {
    const open = limitSets.filter(({ code }) => code.startsWith('QCVN 40:2025') || code.startsWith('QCVN 26:2025'))
    expect(open.length).toBe(13)
    expect(
      open.flatMap(({ values }) => Object.values(values)).every(({ min, max }) => min === null && max === null),
    ).toBe(true)
    expect(tariffs.prices.find(({ customer }) => customer === 'wholesale-park')?.vndPerKwh).toBeNull()
    expect(gridFactors.factors.map(({ year }) => year)).not.toContain(2024)
  })

  it('know the turn of the year for PM2.5', () => {
    expect(limitOn('2025-12-31')).toEqual([50])
    expect(limitOn('2026-01-01')).toEqual([45])
  })

  it('have holidays in order, once each', () => {
    const dates = holidays.days.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].toSorted())
  })
})
