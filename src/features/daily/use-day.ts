import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import type { DailyReport } from '../../contract/daily.ts'
import { buildDailyReport, type GivenLine } from '../../domain/daily/build-report.ts'
import { DAILY_LINES } from '../../domain/daily/daily-lines.data.ts'
import { DAILY_DAYS, dailyPoints, figuresOf, type LineFigures } from '../../domain/daily/day-figures.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { addDaysMs, dayStartMs, isoDateOf } from '../../domain/time/park-zone.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'
import { useGiven } from './use-given.ts'

const DAY_MS = 86_400_000
const SHOWN_DAYS = DAILY_DAYS - 1

export interface DayView {
  /** Null until history and registers have come. */
  report: DailyReport | null
  /** Figures of the running day by line, up to now. */
  today: ReadonlyMap<string, number | null>
  error: unknown
  retry: () => void
}

function linesOf(
  index: ParkIndex,
  byId: Parameters<typeof figuresOf>[3],
  days: number,
): ReadonlyMap<string, LineFigures> {
  return new Map(
    DAILY_LINES.filter(({ formula }) => formula.type !== 'given').map((line) => [
      line.key,
      figuresOf(line, index.assets, index.points, byId, days),
    ]),
  )
}

/** Report of one day as it would be issued now, and the running day beside it. */
export function useDay(index: ParkIndex, date: string): DayView {
  const { park } = index
  const zone = park.timeZone
  const nowMs = useServerNow(60_000)
  const todayMs = dayStartMs(nowMs, zone)
  const startMs = dayStartMs(Date.parse(`${date}T12:00:00Z`), zone)
  const points = useMemo(() => dailyPoints(index.assets, index.points), [index])
  const past = useHistory(park.id, {
    points,
    fromMs: addDaysMs(startMs, -SHOWN_DAYS, zone),
    toMs: addDaysMs(startMs, 1, zone),
    stepMs: DAY_MS,
    anchored: true,
  })
  const running = useHistory(park.id, {
    points,
    fromMs: addDaysMs(todayMs, -1, zone),
    toMs: addDaysMs(todayMs, 1, zone),
    stepMs: DAY_MS,
    anchored: true,
  })
  const registers = useQuery(registerQueries.all(park.id))
  const extra = useGiven(index, date, registers.data ?? null)
  const report = useMemo(() => {
    if (past.history === null || registers.data === undefined || extra === null) return null
    const figures = linesOf(index, past.byId, SHOWN_DAYS)
    const grid = figures.get('grid-import')
    const { tCO2PerMWh } = park.gridEmissionFactor
    const dates = Array.from({ length: SHOWN_DAYS }, (_, k) =>
      isoDateOf(addDaysMs(startMs, k - SHOWN_DAYS + 1, zone), zone),
    )
    const { grievances, actions } = registers.data
    const given = new Map<string, GivenLine>(extra.lines)
    if (grid !== undefined) {
      given.set('grid-emissions', {
        values: grid.values.map((value) => (value === null ? null : value * tCO2PerMWh)),
        coverage: grid.coverage,
        target: park.targets.find(({ key }) => key === 'grid-emissions')?.value ?? null,
        note: String(park.gridEmissionFactor.year),
        link: { kind: 'points', ids: [...grid.pointIds] },
      })
    }
    given.set('complaints-open', {
      values: dates.map(
        (day) =>
          grievances.filter((row) => row.receivedOn <= day && (row.concludedOn === null || row.concludedOn > day))
            .length,
      ),
      coverage: dates.map(() => 1),
      target: 0,
      note: null,
      link: { kind: 'register', ids: ['grievances'] },
    })
    const last = past.history.series.map(({ count, expected }) => [count.at(-1) ?? 0, expected.at(-1) ?? 0] as const)
    return buildDailyReport({
      date,
      cutOff: new Date(nowMs).toISOString(),
      pointsGood: last.filter(([count, expected]) => expected > 0 && count / expected >= 0.8).length,
      pointsTotal: last.length,
      weather: extra.weather,
      figures,
      given,
      targets: park.targets,
      exceptions: extra.exceptions,
      decisions: actions
        .filter(({ state }) => state === 'open')
        .map(({ title, due, id, texts }) => ({ text: title.slice(0, 200), due, actionId: id, texts: texts?.title })),
    })
  }, [past.history, past.byId, registers.data, extra, index, park, startMs, zone, date, nowMs])
  const today = useMemo(() => {
    const lines = linesOf(index, running.byId, 1)
    return new Map([...lines].map(([key, { values }]) => [key, running.history === null ? null : (values[0] ?? null)]))
  }, [index, running.byId, running.history])
  return {
    report,
    today,
    error: past.error ?? registers.error,
    retry: () => {
      past.retry()
      if (registers.isError) void registers.refetch()
    },
  }
}
