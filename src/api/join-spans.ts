import type { History, HistorySeries } from '../contract/readings.ts'

const NUMBERS = ['min', 'mean', 'max', 'last'] as const
const COUNTS = ['count', 'expected'] as const

function bucketsOf(history: History): number {
  return Math.ceil((Date.parse(history.to) - Date.parse(history.from)) / history.stepMs)
}

/** A series over a time of which nothing is known. */
function gapOf(pointId: HistorySeries['pointId'], buckets: number): HistorySeries {
  const nothing = (): null[] => Array.from<null>({ length: buckets }).fill(null)
  const none = (): number[] => Array.from<number>({ length: buckets }).fill(0)
  return {
    pointId,
    min: nothing(),
    mean: nothing(),
    max: nothing(),
    last: nothing(),
    count: none(),
    expected: none(),
    worstQuality: Array.from<'BadNoCommunication'>({ length: buckets }).fill('BadNoCommunication'),
  }
}

/** Histories of one step that follow each other, as one. Throws a RangeError when there is none. */
export function joinSpans(spans: readonly History[]): History {
  const [first, ...rest] = spans
  if (!first) throw new RangeError('a history needs a range that is not empty')
  if (rest.length === 0) return first
  const ids = new Set(spans.flatMap(({ series }) => series.map(({ pointId }) => pointId)))
  const byId = spans.map((span) => ({
    buckets: bucketsOf(span),
    series: new Map(span.series.map((one) => [one.pointId, one])),
  }))
  const series = [...ids].map((id): HistorySeries => {
    const joined = gapOf(id, 0)
    for (const span of byId) {
      const part = span.series.get(id) ?? gapOf(id, span.buckets)
      for (const key of NUMBERS) joined[key] = joined[key].concat(part[key])
      for (const key of COUNTS) joined[key] = joined[key].concat(part[key])
      joined.worstQuality = joined.worstQuality.concat(part.worstQuality)
    }
    return joined
  })
  return { ...first, to: rest.at(-1)?.to ?? first.to, series }
}
