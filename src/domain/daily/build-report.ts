import {
  type DailyDecision,
  type DailyException,
  type DailyReport,
  type DailyRow,
  MAX_DECISIONS,
} from '../../contract/daily.ts'
import type { ParkTarget } from '../../contract/resources.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import { DAILY_LINES, type DailyLine } from './daily-lines.data.ts'
import type { LineFigures } from './day-figures.ts'

/** A line whose figures the caller has from elsewhere: alarms, laboratory, peak demand. */
export interface GivenLine extends Omit<LineFigures, 'pointIds'> {
  target: number | null
  note: string | null
  link: DailyRow['link']
}

export interface DailyInput {
  date: string
  cutOff: string
  pointsGood: number
  pointsTotal: number
  weather: DailyReport['weather']
  figures: ReadonlyMap<string, LineFigures>
  given: ReadonlyMap<string, GivenLine>
  targets: readonly ParkTarget[]
  exceptions: readonly DailyException[]
  decisions: readonly DailyDecision[]
}

/** Days from one weekday to the same a week before. */
const WEEK = 7

/**
 * The report of a day from given aggregates: exceptions first, by priority and time; every line with its target, the
 * day before, the same weekday and its course; at most five decisions, the nearest due first.
 * A figure under 80 % coverage is left out and neither meets nor fails its target.
 */
export function buildDailyReport(input: DailyInput): DailyReport {
  const rows = DAILY_LINES.map((line) => rowOf(line, input))
  const measured = rows.filter(({ coverage }) => coverage > 0)
  const coverage = measured.length === 0 ? 0 : measured.reduce((sum, row) => sum + row.coverage, 0) / measured.length
  return {
    date: input.date,
    cutOff: input.cutOff,
    coverage,
    pointsGood: input.pointsGood,
    pointsTotal: input.pointsTotal,
    weather: input.weather,
    exceptions: input.exceptions.toSorted((a, b) => a.priority - b.priority || (a.at < b.at ? -1 : 1)),
    rows,
    decisions: input.decisions.toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)).slice(0, MAX_DECISIONS),
  }
}

function rowOf(line: DailyLine, { figures, given, targets }: DailyInput): DailyRow {
  const own = given.get(line.key)
  const found: LineFigures =
    own === undefined
      ? (figures.get(line.key) ?? { values: [], coverage: [], pointIds: [] })
      : { ...own, pointIds: own.link.ids }
  const last = found.values.length - 1
  const shown = found.values.map((value, k) => ((found.coverage[k] ?? 0) >= MIN_COVERAGE ? value : null))
  const value = shown[last] ?? null
  const target = own?.target ?? targets.find(({ key }) => key === line.targetKey)?.value ?? line.goal
  return {
    key: line.key,
    section: line.section,
    code: line.code,
    unit: line.unit,
    decimals: line.decimals,
    value,
    target,
    comparison: line.comparison,
    meets: meetsTarget(value, target, line.comparison),
    dayBefore: shown[last - 1] ?? null,
    sameWeekday: shown[last - WEEK] ?? null,
    spark: shown.slice(-30),
    coverage: found.coverage[last] ?? 0,
    note: own?.note ?? null,
    link: own?.link ?? { kind: found.pointIds.length === 0 ? 'none' : 'points', ids: [...found.pointIds] },
  }
}

function meetsTarget(value: number | null, target: number | null, comparison: DailyRow['comparison']): boolean | null {
  if (value === null || target === null || comparison === 'none') return null
  if (comparison === '<=') return value <= target
  return comparison === '>=' ? value >= target : value === target
}
