import { axisHours, type Span } from './history-options.ts'
import { gapPath, isFlat, linearScale, niceTicks } from './scale.ts'

/** An alarm at the instant at which it came, drawn as it stands now. */
export interface LimitChartMark {
  id: string
  ms: number
  priority: 1 | 2 | 3 | 4
  state: 'unacknowledged' | 'acknowledged' | 'returned'
  /** What, when and how it stands, in words. */
  label: string
}

/** Values of equal steps against a limit that is not the law's. */
export interface LimitChartData {
  fromMs: number
  toMs: number
  stepMs: number
  /** Value k stands at fromMs + k · stepMs; null where no valid value is. */
  values: readonly (number | null)[]
  limit: { min: number | null; max: number | null }
  /** Times without a valid value, with the word for why. */
  spans: readonly (Span & { label: string })[]
  /** Times outside the limit. */
  excursions: readonly Span[]
  marks: readonly LimitChartMark[]
}

export interface LimitChartLayout {
  plot: { left: number; right: number; top: number; bottom: number }
  /** Positions and values of the horizontal grid, and of hours. */
  yTicks: readonly { y: number; value: number }[]
  xTicks: readonly { x: number; ms: number }[]
  line: string
  /** The line again, only where it is outside the limit. */
  outside: string
  limits: readonly { y: number; value: number; side: 'min' | 'max' }[]
  spans: readonly { x: number; width: number; label: string }[]
  last: { x: number; y: number; value: number } | null
  /** Centres of the alarm marks: above the line where it was then, inside the plot. */
  marks: readonly { x: number; y: number; mark: LimitChartMark }[]
}

/** Half of a mark's edge with its brackets, in layout pixels. */
const MARK_HALF = 16

const MARGIN = { left: 40, right: 92, top: 12, bottom: 24 }

/** Range of an axis that holds all values with a little air; a flat line gets some room as well. */
export function axisRange(values: readonly number[]): readonly [number, number] {
  const known = values.filter((value) => Number.isFinite(value))
  if (known.length === 0) return [0, 1]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const air = isFlat(low, high) ? Math.max(Math.abs(high) * 0.1, 0.5) : (high - low) * 0.12
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air]
}

/** Every position of the chart in pixels. `scale` is the number of pixels of one layout pixel. */
export function limitChartLayout(
  data: LimitChartData,
  size: { width: number; height: number; scale: number },
  offsetMs: number,
): LimitChartLayout {
  const { width, height, scale } = size
  const plot = {
    left: MARGIN.left * scale,
    right: Math.max(MARGIN.left * scale + 1, width - MARGIN.right * scale),
    top: MARGIN.top * scale,
    bottom: Math.max(MARGIN.top * scale + 1, height - MARGIN.bottom * scale),
  }
  const bounds = [data.limit.min, data.limit.max].filter((value) => value !== null)
  const [low, high] = axisRange([...data.values.filter((value) => value !== null), ...bounds])
  const x = linearScale(data.fromMs, data.toMs, plot.left, plot.right)
  const y = linearScale(low, high, plot.bottom, plot.top)
  const xs = Float64Array.from(data.values, (_, k) => x(data.fromMs + (k + 0.5) * data.stepMs))
  const ys = Float64Array.from(data.values, (value) => (value === null ? Number.NaN : y(value)))
  const isOutside = (k: number): boolean => {
    const ms = data.fromMs + k * data.stepMs
    return data.excursions.some((span) => ms >= span.fromMs && ms < span.toMs)
  }
  const outside = ys.map((value, k) => (isOutside(k) ? value : Number.NaN))
  const newest = data.values.findLastIndex((value) => value !== null)
  const hours = (data.toMs - data.fromMs) / 3_600_000
  return {
    plot,
    yTicks: niceTicks(low, high, 5).map((value) => ({ y: y(value), value })),
    xTicks: axisHours(data.fromMs, data.toMs, offsetMs, hours > 9 ? 3 : 1).map((ms) => ({ x: x(ms), ms })),
    line: gapPath(xs, ys),
    outside: gapPath(xs, outside),
    limits: (['min', 'max'] as const).flatMap((side) => {
      const value = data.limit[side]
      return value === null ? [] : [{ y: y(value), value, side }]
    }),
    spans: data.spans.map(({ fromMs, toMs, label }) => ({ x: x(fromMs), width: x(toMs) - x(fromMs), label })),
    marks: data.marks.map((mark) => {
      const k = Math.floor((mark.ms - data.fromMs) / data.stepMs)
      const value = data.values.slice(0, Math.max(0, k) + 1).findLast((one) => one !== null) ?? null
      const half = MARK_HALF * scale
      const above = value === null ? plot.top : y(value) - half * 1.5
      return {
        mark,
        x: Math.min(plot.right - half, Math.max(plot.left + half, x(mark.ms))),
        y: Math.min(plot.bottom - half, Math.max(plot.top + half, above)),
      }
    }),
    last: newest < 0 ? null : { x: xs[newest] ?? 0, y: ys[newest] ?? 0, value: data.values[newest] ?? Number.NaN },
  }
}
