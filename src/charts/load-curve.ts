import { intervalStartMs, valueAt, type IntervalSeries } from '../domain/statistics/interval-series.ts'
import { gapPath, linearScale, niceTicks, type LinearScale } from './scale.ts'

/** A line of the load curve; its values stand at the middle of their intervals. */
export interface CurveLine {
  id: string
  label: string
  series: IntervalSeries
  /** Looks: the day itself, a comparison, or the forecast. */
  look: 'main' | 'ui' | 'text' | 'forecast'
  /** Moves the line along the time axis, for days that are laid over this one. */
  shiftMs?: number
}

export interface CurveBand {
  low: IntervalSeries
  high: IntervalSeries
  label: string
}

export interface CurveSpan {
  fromMs: number
  toMs: number
  label: string
  /** Shade: none, weak or strong. */
  shade: 0 | 1 | 2
}

export interface CurveBox {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface CurveScales {
  x: LinearScale
  y: LinearScale
  ticks: readonly number[]
}

/** Scales of a curve from zero to above everything that is drawn on it. */
export function curveScales(
  box: CurveBox,
  fromMs: number,
  toMs: number,
  highest: readonly (number | null)[],
): CurveScales {
  const top = Math.max(1, ...highest.map((value) => (value !== null && Number.isFinite(value) ? value : 0))) * 1.08
  return {
    x: linearScale(fromMs, toMs, box.left, box.width - box.right),
    y: linearScale(0, top, box.height - box.bottom, box.top),
    ticks: niceTicks(0, top, 4),
  }
}

/** Highest value of a series, or null. */
export function topOf(series: IntervalSeries): number | null {
  let top: number | null = null
  for (let k = 0; k < series.values.length; k++) {
    const value = valueAt(series, k)
    if (value !== null && (top === null || value > top)) top = value
  }
  return top
}

/** Path of a line; gaps stay gaps. */
export function linePath({ series, shiftMs = 0 }: CurveLine, { x, y }: CurveScales): string {
  const xs = new Float64Array(series.values.length)
  const ys = new Float64Array(series.values.length)
  for (let k = 0; k < series.values.length; k++) {
    const value = valueAt(series, k)
    xs[k] = x(intervalStartMs(series, k) + series.stepMs / 2 + shiftMs)
    ys[k] = value === null ? Number.NaN : y(value)
  }
  return gapPath(xs, ys)
}

/** Closed path of a band, one piece for each run without a gap. */
export function bandPath({ low, high }: CurveBand, { x, y }: CurveScales): string {
  let path = ''
  let upper: string[] = []
  let lower: string[] = []
  const close = (): void => {
    if (upper.length > 1) path += `M${upper.join('L')}L${lower.toReversed().join('L')}Z`
    upper = []
    lower = []
  }
  for (let k = 0; k < high.values.length; k++) {
    const [a, b] = [valueAt(low, k), valueAt(high, k)]
    if (a === null || b === null) {
      close()
      continue
    }
    const at = x(intervalStartMs(high, k) + high.stepMs / 2).toFixed(1)
    upper.push(`${at} ${y(b).toFixed(1)}`)
    lower.push(`${at} ${y(a).toFixed(1)}`)
  }
  close()
  return path
}

/** Runs of intervals that have passed and have no value: hatched, never bridged. */
export function gapSpans(series: IntervalSeries): { fromMs: number; toMs: number }[] {
  const spans: { fromMs: number; toMs: number }[] = []
  for (let k = 0; k < series.values.length; k++) {
    if (valueAt(series, k) !== null) continue
    const fromMs = intervalStartMs(series, k)
    const open = spans.at(-1)
    if (open?.toMs === fromMs) open.toMs = fromMs + series.stepMs
    else spans.push({ fromMs, toMs: fromMs + series.stepMs })
  }
  return spans
}

/** Value of a line at an instant of the drawn day, or null. */
export function valueAtInstant(line: CurveLine, ms: number): number | null {
  const { series, shiftMs = 0 } = line
  return valueAt(series, Math.floor((ms - shiftMs - series.fromMs) / series.stepMs))
}
