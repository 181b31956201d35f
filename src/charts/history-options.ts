import type { QualityName } from '../contract/quality.ts'
import type { PointLimit } from '../contract/resources.ts'
import type { ChartInk } from './chart-ink.ts'
import type { EChartsCoreOption } from './echarts-parts.ts'

/** One point's buckets ready to draw; NaN where there is nothing. */
export interface HistoryColumns {
  fromMs: number
  stepMs: number
  mean: Float64Array
  min: Float64Array
  max: Float64Array
  count: ArrayLike<number>
  quality: readonly QualityName[]
}

export interface HistoryTexts {
  /** Mark of the axis, and an instant in full: hour and minute in the park's zone, with the date over longer ranges. */
  tick: (ms: number) => string
  time: (ms: number) => string
  value: (value: number) => string
  quantity: (value: number) => string
  limit: (limit: PointLimit) => string
  quality: (name: QualityName) => string
  noData: string
}

export interface Span {
  fromMs: number
  toMs: number
}

const HOUR_MS = 3_600_000

/** Times at which data is missing or not good, joined to spans: these are hatched. */
export function doubtfulSpans(columns: HistoryColumns): Span[] {
  const spans: Span[] = []
  for (let k = 0; k < columns.mean.length; k++) {
    const quality = columns.quality[k] ?? 'Good'
    if (!Number.isNaN(columns.mean[k] ?? Number.NaN) && quality.startsWith('Good')) continue
    const fromMs = columns.fromMs + k * columns.stepMs
    const open = spans.at(-1)
    if (open && open.toMs === fromMs) open.toMs = fromMs + columns.stepMs
    else spans.push({ fromMs, toMs: fromMs + columns.stepMs })
  }
  return spans
}

/** Round hours of the park's zone within a range, for the axis. */
export function axisHours(fromMs: number, toMs: number, offsetMs: number, everyHours: number): number[] {
  const every = everyHours * HOUR_MS
  const ticks: number[] = []
  for (let ms = Math.ceil((fromMs + offsetMs) / every) * every - offsetMs; ms <= toMs; ms += every) ticks.push(ms)
  return ticks
}

/** Flat pairs of time and mean; a bucket's mean stands at its middle. NaN breaks the line. */
export function linePairs(columns: HistoryColumns): Float64Array {
  const pairs = new Float64Array(columns.mean.length * 2)
  for (let k = 0; k < columns.mean.length; k++) {
    pairs[2 * k] = columns.fromMs + (k + 0.5) * columns.stepMs
    pairs[2 * k + 1] = columns.mean[k] ?? Number.NaN
  }
  return pairs
}

/** Permits and contracts are always drawn; other limits where they do not flatten the data. */
export function visibleLimits(columns: HistoryColumns, limits: readonly PointLimit[]): PointLimit[] {
  const known = [...columns.min, ...columns.max].filter((value) => Number.isFinite(value))
  if (known.length === 0) return [...limits]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const reach = Math.max(high - low, Math.abs(high) * 0.25, 1e-6) * 2
  return limits.filter(({ basis, value }) => {
    const near = value <= high + reach && value >= low - reach
    return near || basis === 'permit' || basis === 'contract'
  })
}

/** Chart of one point's history: mean line, min-max envelope, limits by their basis, hatch where data is doubtful. */
export function historyOptions(
  columns: HistoryColumns,
  limits: readonly PointLimit[],
  ticks: readonly number[],
  texts: HistoryTexts,
  ink: ChartInk,
  hatch: HTMLCanvasElement | null,
  scale: number,
): EChartsCoreOption {
  const toMs = columns.fromMs + columns.mean.length * columns.stepMs
  const drawn = visibleLimits(columns, limits)
  const small = 12 * scale
  const envelope = Array.from(columns.mean, (_, k) => [
    columns.fromMs + k * columns.stepMs,
    columns.fromMs + (k + 1) * columns.stepMs,
    columns.min[k] ?? Number.NaN,
    columns.max[k] ?? Number.NaN,
  ])
  // A limit counts for the scale: a bucket of no width at its value keeps it in view.
  for (const { value } of drawn) envelope.push([columns.fromMs, columns.fromMs, value, value])
  const label = { color: ink.text2, fontSize: small, fontFamily: ink.font }
  return {
    animation: false,
    grid: { left: 48 * scale, right: 12 * scale, top: 12 * scale, bottom: 24 * scale },
    textStyle: { fontFamily: ink.font, fontSize: small, color: ink.text2 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: ink.panel,
      borderColor: ink.rule,
      borderRadius: 0,
      padding: 8 * scale,
      extraCssText: 'box-shadow:none',
      textStyle: { color: ink.text, fontSize: small, fontFamily: ink.font },
      axisPointer: { type: 'line', lineStyle: { color: ink.rule, type: 'solid' } },
      formatter: (hit: unknown) => tooltipBox(columns, texts, hit),
    },
    xAxis: {
      type: 'value',
      min: columns.fromMs,
      max: toMs,
      axisLine: { lineStyle: { color: ink.rule } },
      axisTick: { customValues: ticks },
      axisLabel: { ...label, customValues: ticks, formatter: (ms: number) => texts.tick(ms) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      axisLabel: { ...label, formatter: (value: number) => texts.value(value) },
      splitLine: { lineStyle: { color: ink.hair } },
    },
    series: [
      {
        type: 'custom',
        data: envelope,
        encode: { x: [0, 1], y: [2, 3] },
        silent: true,
        tooltip: { show: false },
        renderItem: (_: unknown, api: EnvelopeApi) => envelopeRect(api, ink.band),
        z: 1,
      },
      {
        type: 'line',
        data: linePairs(columns),
        dimensions: ['time', 'mean'],
        showSymbol: false,
        connectNulls: false,
        lineStyle: { color: ink.line, width: 1.5 * scale },
        itemStyle: { color: ink.line },
        z: 3,
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          data: drawn.map((limit) => ({
            yAxis: limit.value,
            lineStyle: {
              color: ink.text,
              width: (limit.basis === 'permit' || limit.basis === 'contract' ? 2 : 1) * scale,
              type: limit.basis === 'internal' ? [6 * scale, 4 * scale] : 'solid',
            },
            label: { ...label, color: ink.text, position: 'insideStartTop', formatter: texts.limit(limit) },
          })),
        },
        markArea: {
          silent: true,
          animation: false,
          itemStyle: { color: hatch ? { image: hatch, repeat: 'repeat' } : 'transparent' },
          data: doubtfulSpans(columns).map((span) => [{ xAxis: span.fromMs }, { xAxis: span.toMs }]),
        },
      },
    ],
  }
}

interface EnvelopeApi {
  value: (dimension: number) => number
  coord: (position: readonly [number, number]) => number[]
}

function envelopeRect(api: EnvelopeApi, fill: string) {
  const low = api.value(2)
  const high = api.value(3)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null
  const [left = 0, bottom = 0] = api.coord([api.value(0), low])
  const [right = 0, top = 0] = api.coord([api.value(1), high])
  return {
    type: 'rect',
    shape: { x: left, y: top, width: right - left, height: Math.max(1, bottom - top) },
    style: { fill },
  }
}

/** The hover box as an element: text that is handed over as text cannot become markup. */
function tooltipBox(columns: HistoryColumns, texts: HistoryTexts, hit: unknown): HTMLElement {
  const box = document.createElement('div')
  box.textContent = tooltipText(columns, texts, hit)
  return box
}

/** Text of the hover box; everything in it is also in the table view. */
function tooltipText(columns: HistoryColumns, texts: HistoryTexts, hit: unknown): string {
  const first: unknown = Array.isArray(hit) ? hit[0] : hit
  const index =
    typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number'
      ? first.dataIndex
      : -1
  const mean = columns.mean[index]
  if (mean === undefined) return ''
  const time = texts.time(columns.fromMs + index * columns.stepMs)
  const quality = columns.quality[index] ?? 'Good'
  const value = Number.isNaN(mean) ? texts.noData : texts.quantity(mean)
  return quality === 'Good' || Number.isNaN(mean) ? `${time}  ${value}` : `${time}  ${value}  ${texts.quality(quality)}`
}
