import type { History, Snapshot } from '../../../src/contract/readings.ts'
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
