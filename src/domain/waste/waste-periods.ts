import { wasteStreamSchema, type WasteStream } from '../../contract/asset-kinds.ts'
import { addDaysMs, dayStartMs, isoDateStartMs, monthStartMs, zonedParts } from '../time/park-zone.ts'
import { wasteByStream, type WasteRecord, type WasteRoute } from './waste-streams.ts'

/** A lot of the waste register: generated on a day of the park's calendar. */
export interface WasteLot {
  id: string
  stream: WasteStream
  route: WasteRoute
  massT: number | null
  generatedOn: string
}

/** Lots as records at the start of their day. A lot whose date is none is left out: nobody knows its month. */
export function lotRecords(lots: readonly WasteLot[], zone: string): readonly WasteRecord[] {
  return lots.flatMap(({ stream, route, massT, generatedOn }) => {
    const atMs = isoDateStartMs(generatedOn, zone)
    return atMs === null ? [] : [{ stream, route, massT, atMs }]
  })
}

export interface Period {
  fromMs: number
  toMs: number
}

export interface MonthPeriods {
  /** From the first of the month to the end of today. */
  thisMonth: Period
  lastMonth: Period
  /** As many days of last month as this month has had, at most all of them. */
  sameDays: Period
}

/** The periods that a month is compared over. On the 31st the last month's same days are all of its days. */
export function monthPeriods(nowMs: number, zone: string): MonthPeriods {
  const month = monthStartMs(nowMs, zone)
  const before = monthStartMs(addDaysMs(month, -1, zone), zone)
  const tomorrow = addDaysMs(dayStartMs(nowMs, zone), 1, zone)
  const { day } = zonedParts(nowMs, zone)
  return {
    thisMonth: { fromMs: month, toMs: tomorrow },
    lastMonth: { fromMs: before, toMs: month },
    sameDays: { fromMs: before, toMs: Math.min(month, addDaysMs(before, day, zone)) },
  }
}

export interface StreamReview {
  stream: WasteStream
  /** Tonnes; null where no lot of the stream was recorded in the period. */
  thisMonthT: number | null
  lastMonthT: number | null
  sameDaysT: number | null
  /** Where the stream's mass of the last twelve months went, tonnes, largest first. */
  routes: readonly { route: WasteRoute; massT: number }[]
  /** Lots of these twelve months without a valid mass: in none of the sums. */
  unweighed: number
}

const YEAR_DAYS = 365

/** What the register says of every stream: this month against last, and where a year's mass went. */
export function reviewStreams(records: readonly WasteRecord[], nowMs: number, zone: string): readonly StreamReview[] {
  const { thisMonth, lastMonth, sameDays } = monthPeriods(nowMs, zone)
  const year = { fromMs: addDaysMs(nowMs, -YEAR_DAYS, zone), toMs: thisMonth.toMs }
  const [now, last, same, all] = [thisMonth, lastMonth, sameDays, year].map(({ fromMs, toMs }) =>
    wasteByStream(records, fromMs, toMs),
  )
  return wasteStreamSchema.options.map((stream) => ({
    stream,
    thisMonthT: now?.get(stream)?.massT ?? null,
    lastMonthT: last?.get(stream)?.massT ?? null,
    sameDaysT: same?.get(stream)?.massT ?? null,
    routes: routesOf(records, stream, year),
    unweighed: all?.get(stream)?.unweighed ?? 0,
  }))
}

function routesOf(records: readonly WasteRecord[], stream: WasteStream, period: Period): StreamReview['routes'] {
  const masses = new Map<WasteRoute, number>()
  for (const record of records) {
    if (record.stream !== stream || record.atMs < period.fromMs || record.atMs >= period.toMs) continue
    if (record.massT === null || !Number.isFinite(record.massT) || record.massT < 0) continue
    masses.set(record.route, (masses.get(record.route) ?? 0) + record.massT)
  }
  return [...masses].map(([route, massT]) => ({ route, massT })).toSorted((a, b) => b.massT - a.massT)
}
