import { describe, expect, it } from 'vitest'
import { pointIdSchema } from '../../src/contract/primitives.ts'
import type { HistorySeries } from '../../src/contract/readings.ts'
import { exceptionsOf } from '../../src/domain/daily/day-exceptions.ts'
import { dayAlarms, dayPeaks, labCourse, monthPowerFactors } from '../../src/domain/daily/given-lines.ts'
import { chained } from '../../src/domain/alarms/journal.ts'
import { alarmIdSchema, type JournalEntry, type JournalLine } from '../../src/contract/alarms.ts'
import { row } from './scorecard/scorecard-park.ts'

const DAY_MS = 86_400_000
const FIRST = Date.parse('2026-11-18T17:00:00Z')
const series = (id: string, last: (number | null)[]): [string, HistorySeries] => {
  const none = last.map(() => null)
  const counts = last.map((value) => (value === null ? 0 : 1))
  return [
    id,
    {
      pointId: pointIdSchema.parse(id),
      min: none,
      mean: none,
      max: none,
      last,
      count: counts,
      expected: last.map(() => 1),
      worstQuality: last.map(() => 'Good' as const),
    },
  ]
}

const byId = (q: (number | null)[]) => new Map([series('a', [0, 10, 110, 210, 310]), series('q', q)])
const lab = (value: number, sampledAt: string, resultAt: string) =>
  row('lab-results', {
    id: `l-${value}`,
    outfall: 'o',
    parameter: 'BOD5',
    value,
    unit: 'mg/L',
    sampledAt,
    resultAt,
    laboratory: 'L',
  })

describe('peak demand by half hours', () => {
  it('is the growth of a half hour over half an hour, and says when it was', () => {
    const last = Array.from({ length: 49 }, (_, k) => 1000 * k + (k >= 36 ? 500 : 0))
    const [day] = dayPeaks(['a'], new Map([series('a', last)]), FIRST, 1)
    // 1,500 kWh in half hour 36 of the day: 3 MW from 17:30 on.
    expect(day).toEqual({ peakMw: 3, atMs: FIRST + 35 * 1_800_000, coverage: 1 })
  })

  it('leaves half hours out that lack a register, and knows nothing without any', () => {
    const gaps = Array.from({ length: 49 }, (_, k) => (k > 24 ? null : 1000 * k))
    expect(dayPeaks(['a'], new Map([series('a', gaps)]), FIRST, 1)[0]).toMatchObject({ peakMw: 2, coverage: 0.5 })
    expect(dayPeaks(['a'], new Map(), FIRST, 1)[0]).toEqual({ peakMw: null, atMs: null, coverage: 0 })
    expect(dayPeaks([], new Map(), FIRST, 1)[0]?.peakMw).toBeNull()
  })
})

describe('power factor of the month', () => {
  const dates = ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03']

  it('begins with the month and adds its days', () => {
    const found = monthPowerFactors(['a'], ['q'], byId([0, 5, 80, 155, 155]), dates)
    expect(found.map((value) => value && Math.round(value * 1000) / 1000)).toEqual([null, 0.8, 0.8, 0.894])
  })

  it('is not known after a day without a register', () => {
    expect(monthPowerFactors(['a'], ['q'], byId([0, 5, null, 155, 230]), dates)).toEqual([null, null, null, null])
  })
})

describe('laboratory results', () => {
  it('stand from the day on which they came, for 45 days after the sample', () => {
    const rows = [
      lab(18, '2026-10-13T02:00:00Z', '2026-10-20T02:00:00Z'),
      lab(19.6, '2026-11-13T02:00:00Z', '2026-11-20T02:00:00Z'),
    ]
    const ends = ['2026-10-19', '2026-11-19', '2026-11-20', '2027-01-10'].map((day) => Date.parse(`${day}T17:00:00Z`))
    expect(labCourse(rows, 'BOD5', ends).map((one) => one?.value ?? null)).toEqual([null, 18, 19.6, null])
  })
})

function journal(lines: readonly Partial<JournalLine>[]): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const line of lines) {
    const full: JournalLine = {
      alarmId: alarmIdSchema.parse('feeder-trip.f-1'),
      definitionId: 'feeder-trip',
      eventId: 'e',
      event: 'ACTIVATED',
      time: '2026-11-19T03:00:00Z',
      receiveTime: '2026-11-19T03:00:00Z',
      fromState: 'NORMAL',
      toState: 'ACTIVE_UNACK',
      priority: 'P1',
      severity: 900,
      annunciated: true,
      actor: 'process',
      comment: null,
      client: null,
      value: null,
      limit: null,
      ...line,
    }
    entries.push(chained(full, entries.at(-1) ?? null))
  }
  return entries
}

describe('alarms of a day', () => {
  const day = { fromMs: FIRST, toMs: FIRST + DAY_MS }
  const entries = journal([
    {},
    { event: 'ACKNOWLEDGED', annunciated: false, receiveTime: '2026-11-19T03:00:40Z' },
    { receiveTime: '2026-11-19T05:00:00Z' },
    { alarmId: alarmIdSchema.parse('x.a'), definitionId: 'x', priority: 'P4', receiveTime: '2026-11-19T06:00:00Z' },
    { alarmId: alarmIdSchema.parse('x.b'), definitionId: 'x', priority: 'P3', receiveTime: '2026-11-19T18:00:00Z' },
  ])

  it('counts what called, and how fast it was answered', () => {
    expect(dayAlarms(entries, FIRST - DAY_MS, [day])).toEqual([{ annunciated: 2, medianAckS: 40, coverage: 1 }])
  })

  it('knows only the part of a day that the journal holds', () => {
    expect(dayAlarms(entries, FIRST + DAY_MS / 4, [day])[0]?.coverage).toBe(0.75)
    expect(dayAlarms([], null, [day])[0]).toEqual({ annunciated: 0, medianAckS: null, coverage: 0 })
  })

  it('makes each alarm one exception with how often it called; diagnostics are none', () => {
    const found = exceptionsOf(entries, new Map(), day.fromMs, day.toMs)
    expect(found).toEqual([
      {
        at: '2026-11-19T03:00:00Z',
        priority: 1,
        key: 'alarm',
        params: { definition: 'feeder-trip', asset: 'f-1', times: 2 },
        owner: '',
      },
    ])
  })
})
