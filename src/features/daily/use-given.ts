import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import { permitQueries } from '../../api/permit-queries.ts'
import { referenceQueries } from '../../api/reference-queries.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import type { DailyException, DailyReport } from '../../contract/daily.ts'
import type { RegisterSet } from '../../contract/registers.ts'
import type { GivenLine } from '../../domain/daily/build-report.ts'
import {
  dayAlarms,
  dayPeaks,
  dayWeather,
  incomerPoints,
  labCourse,
  monthPowerFactors,
  weatherPoints,
} from '../../domain/daily/given-lines.ts'
import { exceptionsOf } from '../../domain/daily/day-exceptions.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { addDaysMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { effectiveLimit } from '../../domain/water/limits.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'
import { useHistory } from '../../live/use-history.ts'
import { useFormat } from '../../i18n/format.ts'

const DAY_MS = 86_400_000
const HALF_HOUR_MS = 30 * 60_000
const DAYS = 30
/** The month before the day's own is in the range, so that the day before and the week before have a month too. */
const MONTH_DAYS = 62
/** Days of the journal that are asked for: the day, and the same weekday before. */
const JOURNAL_DAYS = 8
/** Days of half hours that the report waits for: its own, the day before, the same weekday. */
const WEEK_DAYS = 8
const NO_POINTS: readonly string[] = []
const NO_JOURNAL: readonly JournalEntry[] = []

export interface GivenDay {
  lines: ReadonlyMap<string, GivenLine>
  weather: DailyReport['weather']
  exceptions: readonly DailyException[]
}

/** Start of the days up to one, oldest first. */
function daysTo(startMs: number, count: number, zone: string): number[] {
  return Array.from({ length: count }, (_, k) => addDaysMs(startMs, k - count + 1, zone))
}

/** Lines of a day that no daily bucket gives: half-hour peak, month's power factor, laboratory, alarms, weather. */
export function useGiven(index: ParkIndex, date: string, registers: RegisterSet | null): GivenDay | null {
  const { park, assets, points } = index
  const zone = park.timeZone
  const format = useFormat()
  const startMs = dayStartMs(Date.parse(`${date}T12:00:00Z`), zone)
  const endMs = addDaysMs(startMs, 1, zone)
  const firstMs = addDaysMs(startMs, 1 - DAYS, zone)
  const ids = useMemo(
    () => ({
      active: incomerPoints(assets, points, 'energy-import'),
      reactive: incomerPoints(assets, points, 'reactive-energy'),
      weather: weatherPoints(assets, points),
    }),
    [assets, points],
  )
  const weekMs = addDaysMs(startMs, 1 - WEEK_DAYS, zone)
  const week = useHistory(park.id, {
    points: ids.active,
    fromMs: weekMs - HALF_HOUR_MS,
    toMs: endMs,
    stepMs: HALF_HOUR_MS,
    anchored: true,
  })
  // A month of half hours is much data: the report stands without it, only its course waits.
  const month = useHistory(park.id, {
    points: week.history === null ? NO_POINTS : ids.active,
    fromMs: firstMs - HALF_HOUR_MS,
    toMs: endMs,
    stepMs: HALF_HOUR_MS,
    anchored: true,
  })
  const months = useHistory(park.id, {
    points: useMemo(() => [...ids.active, ...ids.reactive], [ids]),
    fromMs: addDaysMs(startMs, -MONTH_DAYS, zone),
    toMs: endMs,
    stepMs: DAY_MS,
    anchored: true,
  })
  const weather = useHistory(park.id, {
    points: ids.weather,
    fromMs: startMs,
    toMs: endMs,
    stepMs: DAY_MS,
    anchored: true,
  })
  const journalFrom = addDaysMs(startMs, 1 - JOURNAL_DAYS, zone)
  const journal = useQuery(alarmQueries.journalSpan(park.id, { fromMs: journalFrom, toMs: endMs }))
  const begins = useQuery(alarmQueries.journalStart(park.id))
  const definitions = useAlarmDefinitions()
  const permits = useQuery(permitQueries.list(park.id))
  const limitSets = useQuery(referenceQueries.limitSets())
  const waits =
    week.isLoading || months.isLoading || weather.isLoading || journal.isPending || begins.isPending || !registers
  return useMemo(() => {
    if (waits) return null
    const full = daysTo(startMs, DAYS, zone)
    const lines = new Map<string, GivenLine>()
    const peaks =
      month.history === null
        ? dayPeaks(ids.active, week.byId, weekMs, WEEK_DAYS)
        : dayPeaks(ids.active, month.byId, firstMs, DAYS)
    const peakAt = peaks.at(-1)?.atMs ?? null
    const linkTo = (list: readonly string[]): GivenLine['link'] => ({ kind: 'points', ids: [...list] })
    lines.set('peak-demand', {
      values: peaks.map(({ peakMw }) => peakMw),
      coverage: peaks.map(({ coverage }) => coverage),
      target: null,
      note: peakAt === null ? null : format.timeShort(peakAt),
      link: linkTo(ids.active),
    })
    const dates = daysTo(startMs, MONTH_DAYS, zone).map((ms) => isoDateOf(ms, zone))
    const factors = monthPowerFactors(ids.active, ids.reactive, months.byId, dates).slice(-DAYS)
    lines.set('power-factor', {
      values: factors,
      coverage: factors.map((value) => (value === null ? 0 : 1)),
      target: null,
      note: null,
      link: linkTo([...ids.active, ...ids.reactive]),
    })
    const lab = labCourse(
      registers['lab-results'],
      'BOD5',
      full.map((ms) => addDaysMs(ms, 1, zone)),
    )
    const sample = lab.at(-1)?.sampledAt ?? null
    const permit = permits.data?.[0]
    const limit = permit && limitSets.data ? effectiveLimit(limitSets.data, permit, 'bod5') : null
    lines.set('bod5', {
      values: lab.map((one) => one?.value ?? null),
      coverage: lab.map((one) => (one === null ? 0 : 1)),
      target: limit?.ok ? limit.value.max : null,
      note: sample === null ? null : isoDateOf(Date.parse(sample), zone),
      link: { kind: 'register', ids: ['lab-results'] },
    })
    const entries = journal.data ?? NO_JOURNAL
    const alarms = dayAlarms(
      entries,
      begins.data ?? null,
      full.map((ms) => ({ fromMs: ms, toMs: addDaysMs(ms, 1, zone) })),
    )
    // Days that were not asked for are not known, whatever the journal holds.
    const coverage = alarms.map((one, k) => (journal.isError || (full[k] ?? 0) < journalFrom ? 0 : one.coverage))
    lines.set('alarms', {
      values: alarms.map(({ annunciated }) => annunciated),
      coverage,
      target: null,
      note: null,
      link: { kind: 'alarms', ids: [] },
    })
    lines.set('acknowledge-time', {
      values: alarms.map(({ medianAckS }) => medianAckS),
      coverage,
      target: null,
      note: null,
      link: { kind: 'alarms', ids: [] },
    })
    return {
      lines,
      weather: dayWeather(assets, points, weather.byId, 0),
      exceptions: exceptionsOf(entries, definitions, startMs, endMs),
    }
  }, [
    waits,
    startMs,
    endMs,
    firstMs,
    journalFrom,
    zone,
    ids,
    week.byId,
    weekMs,
    month.history,
    month.byId,
    months.byId,
    weather.byId,
    registers,
    permits.data,
    limitSets.data,
    journal.data,
    journal.isError,
    begins.data,
    definitions,
    assets,
    points,
    format,
  ])
}
