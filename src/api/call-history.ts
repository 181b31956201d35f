import { z } from 'zod'
import {
  MAX_HISTORY_BUCKETS,
  type History,
  type HistorySeries,
  historySchema,
  historySeriesSchema,
} from '../contract/readings.ts'
import { parseAnswer } from './call.ts'
import { joinSpans } from './join-spans.ts'
import { parseRows } from './parse-rows.ts'
import { asOf } from './past.ts'
import { reportRejected } from './rejections.ts'
import { request } from './request.ts'

/** Ids per request: keeps the address well below the 8 kB that common proxies allow. */
const POINTS_PER_REQUEST = 150

export interface HistoryRange {
  points: readonly string[]
  fromMs: number
  toMs: number
  stepMs: number
  /** Buckets begin exactly at `fromMs` (days of the park's calendar) instead of at whole steps since 1970. */
  anchored?: boolean
  /** As it stood at that instant: nothing later counts. */
  atMs?: number | null
}

const envelopeSchema = historySchema.extend({ series: z.array(z.unknown()) })

/**
 * Reads buckets of any number of points over any time, in as few requests as addresses and servers allow. A series that
 * breaks the contract, whose columns differ in length or that was not asked for is left out and counted; the rest is
 * kept. A series that is missing in a part of the time has gaps there.
 */
export async function callHistory(parkId: string, range: HistoryRange, signal?: AbortSignal): Promise<History> {
  const spanMs = MAX_HISTORY_BUCKETS * range.stepMs
  const spans: Promise<History>[] = []
  for (let fromMs = range.fromMs; fromMs < range.toMs; fromMs += spanMs) {
    spans.push(readSpan(parkId, { ...range, fromMs, toMs: Math.min(range.toMs, fromMs + spanMs) }, signal))
  }
  return joinSpans(await Promise.all(spans))
}

async function readSpan(parkId: string, range: HistoryRange, signal?: AbortSignal): Promise<History> {
  const parts: Promise<History>[] = []
  for (let at = 0; at < range.points.length; at += POINTS_PER_REQUEST) {
    parts.push(readPart(parkId, { ...range, points: range.points.slice(at, at + POINTS_PER_REQUEST) }, signal))
  }
  const [first, ...rest] = await Promise.all(parts)
  if (!first) throw new RangeError('callHistory needs at least one point')
  return { ...first, series: [...first.series, ...rest.flatMap((part) => part.series)] }
}

async function readPart(parkId: string, range: HistoryRange, signal?: AbortSignal): Promise<History> {
  const query = {
    points: range.points.join(','),
    from: new Date(range.fromMs).toISOString(),
    to: new Date(range.toMs).toISOString(),
    step: range.stepMs,
    ...asOf(range.atMs ?? null),
  }
  const json = await request('readings', signal ? { params: { parkId }, query, signal } : { params: { parkId }, query })
  const envelope = parseAnswer('readings', envelopeSchema, json)
  const buckets = Math.ceil((Date.parse(envelope.to) - Date.parse(envelope.from)) / envelope.stepMs)
  const asked = new Set(range.points)
  const series = parseRows('readings', historySeriesSchema, envelope.series).filter((row) => {
    const fault = faultOf(row, buckets, asked)
    if (fault !== null) reportRejected({ place: 'readings', reason: fault, sample: row.pointId })
    return fault === null
  })
  return { ...envelope, series }
}

function faultOf(row: HistorySeries, buckets: number, asked: ReadonlySet<string>): string | null {
  if (!asked.has(row.pointId)) return 'pointId: not asked for'
  const columns = { ...row, pointId: undefined }
  for (const [name, column] of Object.entries(columns)) {
    if (Array.isArray(column) && column.length !== buckets) return `${name}: not as long as the range has buckets`
  }
  return null
}
