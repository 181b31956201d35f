import { qualityFromByte } from '../../src/contract/quality.ts'
import { type HistorySeries, MAX_HISTORY_BUCKETS, type Recording } from '../../src/contract/readings.ts'
import type { ParkHost } from '../park-host.ts'
import { badParameter, notFound } from '../problem-error.ts'
import { type Service, serving } from '../serve.ts'
import { PARK_ENDPOINTS } from '../../src/contract/park-endpoints.ts'
import { Recorder } from '../recorder.ts'
import { HISTORY_MS, pastInstant } from './as-of.ts'
import { pageOf } from './paging.ts'

const serve = serving(PARK_ENDPOINTS)

/** Snapshot, recording, history and agenda. */
export const READING_SERVICES: readonly Service[] = [
  serve('snapshot', async ({ host, params, query }) => {
    const park = await host.park(params.parkId)
    const atMs = pastInstant(host, query.at)
    return atMs === null ? park.snapshotNow() : park.snapshotAt(atMs)
  }),
  serve('recording', async ({ host, params, query, signal }) => {
    const park = await host.park(params.parkId)
    const fromMs = pastInstant(host, query.from, undefined, 'from') ?? host.nowMs()
    const possible = Math.floor((host.nowMs() - fromMs) / query.step) + 1
    const instants = Array.from({ length: Math.min(query.count, possible) }, (_, k) => fromMs + k * query.step)
    const recorder = new Recorder(park)
    // Ahead of the history that pages ask for: a replay that plays can't wait for it.
    const frames = await host.fastLane.run(async () => {
      const done: Recording['frames'] = []
      for (const t of instants) {
        signal.throwIfAborted()
        done.push(recorder.frameAt(t))
        await host.fastLane.breathe()
      }
      return done
    })
    const points = park.world.points.map(({ id }) => id)
    return { parkId: params.parkId, from: new Date(fromMs).toISOString(), stepMs: query.step, points, frames }
  }),
  serve('readings', async ({ host, params, query, signal }) => {
    const park = await host.park(params.parkId)
    const { fromMs, toMs } = readRange(query.from, query.to, query.step)
    const unknown = query.points.find((id) => !park.indexOf.has(id))
    if (unknown !== undefined) throw notFound('point', unknown)
    const nowMs = pastInstant(host, query.at) ?? host.nowMs()
    const range = { fromMs, toMs, stepMs: query.step, nowMs }
    const series = await host.lane.run(async () => {
      const done: HistorySeries[] = []
      for (const id of query.points) {
        signal.throwIfAborted()
        done.push(seriesOf(park, id, range))
        await host.lane.breathe()
      }
      return done
    })
    return {
      parkId: params.parkId,
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
      stepMs: query.step,
      series,
    }
  }),
  serve('agenda', async ({ host, params, query }) => {
    const park = await host.park(params.parkId)
    const fromMs = query.from === undefined ? host.nowMs() : Date.parse(query.from)
    return pageOf(park.world.agendaAt(fromMs), {})
  }),
]

function readRange(from: string, to: string, stepMs: number): { fromMs: number; toMs: number } {
  const fromMs = Date.parse(from)
  const toMs = Date.parse(to)
  if (fromMs >= toMs) throw badParameter('to', 'to must lie after from')
  const buckets = Math.ceil((toMs - fromMs) / stepMs)
  if (buckets > MAX_HISTORY_BUCKETS) {
    throw badParameter('step', `${buckets} buckets asked for, at most ${MAX_HISTORY_BUCKETS}; use a wider step`)
  }
  return { fromMs, toMs }
}

interface BucketRange {
  fromMs: number
  toMs: number
  stepMs: number
  nowMs: number
}

/** Buckets of one point. What lies before the history or after now is empty: no sample was due there. */
function seriesOf(park: ParkHost, pointId: string, range: BucketRange): HistorySeries {
  const index = park.indexOf.get(pointId)
  const point = index === undefined ? undefined : park.world.points[index]
  if (index === undefined || !point) throw notFound('point', pointId)
  const { fromMs, toMs, stepMs, nowMs } = range
  const total = Math.ceil((toMs - fromMs) / stepMs)
  const first = Math.max(0, Math.ceil((nowMs - HISTORY_MS - fromMs) / stepMs))
  const end = Math.max(first, Math.min(total, Math.ceil((nowMs - fromMs) / stepMs)))
  const series: HistorySeries = {
    pointId: point.id,
    min: Array.from<number | null>({ length: total }).fill(null),
    mean: Array.from<number | null>({ length: total }).fill(null),
    max: Array.from<number | null>({ length: total }).fill(null),
    last: Array.from<number | null>({ length: total }).fill(null),
    count: Array.from<number>({ length: total }).fill(0),
    expected: Array.from<number>({ length: total }).fill(0),
    worstQuality: Array.from<HistorySeries['worstQuality'][number]>({ length: total }).fill('BadWaitingForInitialData'),
  }
  if (end === first) return series
  const buckets = park.world.bucketsOf(index, fromMs + first * stepMs, Math.min(fromMs + end * stepMs, nowMs), stepMs)
  for (let k = 0; k < end - first; k++) {
    const at = first + k
    series.min[at] = finiteOrNull(buckets.min[k])
    series.mean[at] = finiteOrNull(buckets.mean[k])
    series.max[at] = finiteOrNull(buckets.max[k])
    series.last[at] = finiteOrNull(buckets.last[k])
    series.count[at] = buckets.count[k] ?? 0
    series.expected[at] = buckets.expected[k] ?? 0
    series.worstQuality[at] = qualityFromByte(buckets.worstQuality[k] ?? 0) ?? 'BadDeviceFailure'
  }
  return series
}

function finiteOrNull(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value
}
