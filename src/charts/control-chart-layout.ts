import type { ControlLimits } from '../domain/statistics/control-chart.ts'
import { axisRange, type LimitChartMark } from './limit-chart-layout.ts'
import { gapPath, linearScale, niceTicks } from './scale.ts'

/** One value a day; the last is today and not complete. */
export interface ControlChartData {
  days: readonly { fromMs: number; value: number | null }[]
  /** Null while there are too few values. */
  limits: ControlLimits | null
  /** Limits of the permit; not part of the process and drawn heaviest. */
  permit: { min: number | null; max: number | null } | null
  /** Rules broken, by day. */
  marks: readonly { index: number; rules: readonly number[] }[]
  /** Alarm that stands on today's value; null without one. */
  alarm: Pick<LimitChartMark, 'priority' | 'state' | 'label'> | null
}

export interface ControlChartLayout {
  plot: { left: number; right: number; top: number; bottom: number }
  yTicks: readonly { y: number; value: number }[]
  xTicks: readonly { x: number; ms: number }[]
  line: string
  dots: readonly { x: number; y: number; isToday: boolean }[]
  /** Lines in the order in which they are drawn. */
  lines: readonly {
    id: 'mean' | 'upper' | 'lower' | 'permit-max' | 'permit-min'
    y: number
    labelY: number
    value: number
  }[]
  marks: readonly { x: number; y: number; text: string }[]
  /** Days without enough valid records: they are hatched, not skipped. */
  missing: readonly { x: number; width: number; fromMs: number }[]
  /** Centre of the alarm's mark. */
  alarm: { x: number; y: number } | null
}

const MARGIN = { left: 40, right: 104, top: 20, bottom: 24 }
const LABEL_GAP = 15

/** Every position of the chart in pixels. Labels at the right keep their distance from each other. */
export function controlChartLayout(
  data: ControlChartData,
  size: { width: number; height: number; scale: number },
): ControlChartLayout {
  const { width, height, scale } = size
  const plot = {
    left: MARGIN.left * scale,
    right: Math.max(MARGIN.left * scale + 1, width - MARGIN.right * scale),
    top: MARGIN.top * scale,
    bottom: Math.max(MARGIN.top * scale + 1, height - MARGIN.bottom * scale),
  }
  const named = linesOf(data)
  const known = data.days.flatMap(({ value }) => value ?? [])
  const [low, high] = axisRange([...known, ...named.map(({ value }) => value)])
  const inset = 8 * scale
  const x = linearScale(0, Math.max(1, data.days.length - 1), plot.left + inset, plot.right - inset)
  const y = linearScale(low, high, plot.bottom, plot.top)
  const xs = Float64Array.from(data.days, (_, k) => x(k))
  const ys = Float64Array.from(data.days, ({ value }) => (value === null ? Number.NaN : y(value)))
  const last = data.days.length - 1
  const dayWidth = Math.max(2, x(1) - x(0))
  const every = Math.max(1, Math.ceil(data.days.length / 3))
  return {
    plot,
    yTicks: niceTicks(low, high, 4).map((value) => ({ y: y(value), value })),
    xTicks: data.days.flatMap(({ fromMs }, k) => ((last - k) % every === 0 ? [{ x: x(k), ms: fromMs }] : [])),
    line: gapPath(xs, ys),
    dots: data.days.flatMap(({ value }, k) => (value === null ? [] : [{ x: x(k), y: y(value), isToday: k === last }])),
    lines: placeLines(named, y, LABEL_GAP * scale),
    missing: data.days.flatMap(({ fromMs, value }, k) =>
      value === null ? [{ x: x(k) - dayWidth / 2, width: dayWidth, fromMs }] : [],
    ),
    alarm:
      data.alarm === null
        ? null
        : { x: x(last) - inset, y: Math.max(plot.top + 16 * scale, y(data.days[last]?.value ?? high) - 24 * scale) },
    marks: data.marks.flatMap(({ index, rules }) => {
      const value = data.days[index]?.value ?? null
      return value === null ? [] : [{ x: x(index), y: y(value) - 16 * scale, text: rules.join(' ') }]
    }),
  }
}

type NamedLine = Pick<ControlChartLayout['lines'][number], 'id' | 'value'>

function linesOf({ limits, permit }: ControlChartData): NamedLine[] {
  const lines: NamedLine[] = []
  if (limits) {
    lines.push(
      { id: 'upper', value: limits.upper },
      { id: 'mean', value: limits.mean },
      { id: 'lower', value: limits.lower },
    )
  }
  if (permit && permit.max !== null) lines.push({ id: 'permit-max', value: permit.max })
  if (permit && permit.min !== null) lines.push({ id: 'permit-min', value: permit.min })
  return lines
}

/** Lines from the top down; labels move down until none touches the next. */
function placeLines(
  named: readonly NamedLine[],
  y: (value: number) => number,
  gap: number,
): ControlChartLayout['lines'] {
  const placed: ControlChartLayout['lines'][number][] = []
  let free = -Infinity
  for (const { id, value } of named.toSorted((a, b) => b.value - a.value)) {
    const labelY = Math.max(y(value), free)
    free = labelY + gap
    placed.push({ id, value, y: y(value), labelY })
  }
  return placed
}
