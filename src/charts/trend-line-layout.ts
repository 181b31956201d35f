import { gapPath, linearScale } from './scale.ts'

export interface TrendDrawing {
  path: string
  limitY: number | null
  /** The newest value; hollow where data ended before the last place. */
  end: { x: number; y: number; isNow: boolean } | null
}

/** Line through the values that fits its box with data and limit inside; a flat line stands in the middle. */
export function layoutTrend(
  values: ArrayLike<number>,
  { width, height, strokePx }: { width: number; height: number; strokePx: number },
  floor: number | null,
  limit: number | null,
): TrendDrawing {
  let low = limit ?? Infinity
  let high = limit ?? -Infinity
  let newest = -1
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
    newest = k
  }
  if (floor !== null) low = Math.min(low, floor)
  const edge = strokePx * 2.4
  const y = linearScale(low, high, height - edge, edge)
  const x = linearScale(0, Math.max(1, values.length - 1), edge, width - edge)
  const xs = Array.from(values, (_, k) => x(k))
  const ys = Array.from(values, (value) => (Number.isFinite(value) ? y(value) : Number.NaN))
  return {
    path: gapPath(xs, ys),
    limitY: limit === null ? null : y(limit),
    end: newest < 0 ? null : { x: xs[newest] ?? 0, y: ys[newest] ?? 0, isNow: newest >= values.length - 2 },
  }
}
