import type { History, Recording, Snapshot } from '../../../src/contract/readings.ts'
import type { HttpProbe } from './http-probe.ts'
import { type Report, expectThat } from './report.ts'

/** Snapshot now and in the past, and history in buckets. */
export async function checkReadings(
  report: Report,
  probe: HttpProbe,
  parkId: string,
  pointIds: readonly string[],
): Promise<void> {
  const base = `/parks/${parkId}`
  const serverNow = async () => Date.parse((await probe.get('server', '/server')).time)
  await report.check('snapshot: every point once', async () => {
    const snapshot = await probe.get('snapshot', `${base}/snapshot`)
    expectColumns('snapshot', snapshot)
    const found = new Set<string>(snapshot.points)
    for (const id of pointIds) expectThat(found.has(id), 'snapshot', `points: "${id}" is missing`)
  })
  await report.check('snapshot: state an hour ago', async () => {
    const at = new Date((await serverNow()) - 3_600_000).toISOString()
    const snapshot = await probe.get('snapshot', `${base}/snapshot?at=${at}`)
    expectColumns('snapshot', snapshot)
    expectThat(Date.parse(snapshot.time) === Date.parse(at), 'snapshot', `time: asked for ${at}, got ${snapshot.time}`)
    const late = snapshot.timeOffsetsMs.findIndex((offset) => offset > 0)
    expectThat(late < 0, 'snapshot', `timeOffsetsMs[${late}]: a source time after the instant asked for`)
  })
  await report.check('recording: whole first frame, then what changed, and it ends as the snapshot says', async () => {
    const from = Math.floor((await serverNow()) / 1000) * 1000 - 600_000
    const path = `${base}/recording?from=${new Date(from).toISOString()}&step=60000&count=4`
    const recording = await probe.get('recording', path)
    expectRecording(recording, from, 60_000, 4)
    const at = new Date(from + 180_000).toISOString()
    const snapshot = await probe.get('snapshot', `${base}/snapshot?at=${at}`)
    const held = lastOf(recording)
    snapshot.points.forEach((id, index) => {
      const found = held.get(id)
      const wanted = snapshot.values[index] ?? null
      expectThat(
        found === wanted,
        'recording',
        `"${id}": ${String(found)} after four frames, the snapshot says ${wanted}`,
      )
    })
  })
  await report.check('recording: an instant in the future is a 400', () =>
    probe.refused('recording', `${base}/recording?from=2999-01-01T00:00:00Z&step=1000&count=1`, 400, {}, 'from'),
  )
  await report.check('readings: an hour in minutes', async () => {
    const to = Math.floor((await serverNow()) / 60_000) * 60_000
    const asked = pointIds.slice(0, 3)
    const history = await probe.get('readings', historyPath(base, asked, to - 3_600_000, to, 60_000))
    expectHistory(history, asked, 60)
  })
  await report.check('readings: a range that is not a whole number of steps', async () => {
    const to = await serverNow()
    const asked = pointIds.slice(0, 1)
    const history = await probe.get('readings', historyPath(base, asked, to - 90_000, to, 60_000))
    expectHistory(history, asked, 2)
  })
}

export function historyPath(base: string, points: readonly string[], from: number, to: number, step: number): string {
  const range = `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}&step=${step}`
  return `${base}/readings?points=${points.map(encodeURIComponent).join(',')}&${range}`
}

export function expectColumns(place: string, snapshot: Snapshot): void {
  const { length } = snapshot.points
  for (const name of ['values', 'timeOffsetsMs', 'qualities'] as const) {
    const found = snapshot[name].length
    expectThat(found === length, place, `${name}: ${found} entries for ${length} points`)
  }
}

/** Instants on the grid, columns of equal length, indices of points, nothing after its instant. */
function expectRecording({ points, frames }: Recording, from: number, step: number, count: number): void {
  expectThat(frames.length === count, 'recording', `frames: ${frames.length} for ${count}`)
  expectThat(frames[0]?.ids.length === points.length, 'recording', 'frames[0]: not every point is in it')
  for (const [k, frame] of frames.entries()) {
    const place = `recording: frames[${k}]`
    expectThat(frame.t === from + k * step, place, `t: ${frame.t} instead of ${from + k * step}`)
    const { length } = frame.ids
    for (const name of ['values', 'timeOffsets', 'quality'] as const) {
      expectThat(frame[name].length === length, place, `${name}: ${frame[name].length} entries for ${length} ids`)
    }
    expectThat(
      frame.ids.every((id) => id < points.length),
      place,
      'ids: beyond the points',
    )
    expectThat(
      frame.timeOffsets.every((offset) => offset <= 0),
      place,
      'timeOffsets: a source time after the instant',
    )
  }
}

/** Value of every point after the last frame. */
function lastOf({ points, frames }: Recording): Map<string, number | null> {
  const held = new Map<string, number | null>()
  for (const { ids, values } of frames) ids.forEach((id, k) => held.set(points[id] ?? '', values[k] ?? null))
  return held
}

function expectHistory(history: History, asked: readonly string[], buckets: number): void {
  const got = history.series.map((series) => series.pointId).join(',')
  expectThat(got === asked.join(','), 'readings', `series: asked for ${asked.join(',')}, got ${got}`)
  history.series.forEach((series, index) => {
    const place = `readings: series[${index}]`
    for (const name of ['min', 'mean', 'max', 'last', 'count', 'expected', 'worstQuality'] as const) {
      const found = series[name].length
      expectThat(found === buckets, place, `${name}: ${found} entries for ${buckets} buckets`)
    }
    for (let k = 0; k < buckets; k++) {
      const [min, max] = [series.min[k] ?? null, series.max[k] ?? null]
      expectThat(min === null || max === null || min <= max, place, `min[${k}]: ${min} above max ${max}`)
    }
  })
}
