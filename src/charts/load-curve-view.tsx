import { useId, useRef, useState, type PointerEvent } from 'react'
import { seriesEndMs } from '../domain/statistics/interval-series.ts'
import { useFormat } from '../i18n/format.ts'
import {
  bandPath,
  curveScales,
  gapSpans,
  linePath,
  topOf,
  valueAtInstant,
  type CurveBand,
  type CurveBox,
  type CurveLine,
  type CurveScales,
  type CurveSpan,
} from './load-curve.ts'
import styles from './load-curve.module.css'
import { useSize, type Size } from './use-size.ts'

export interface CurveMark {
  atMs: number
  value: number
  label: string
  /** Hollow: expected; filled: measured. */
  isExpected: boolean
}

export interface LoadCurveProps {
  label: string
  unit: string
  decimals: number
  fromMs: number
  toMs: number
  /** Drawn in this order; the first is the day itself, and its gaps up to `nowMs` are hatched. */
  lines: readonly CurveLine[]
  band: CurveBand | null
  spans: readonly CurveSpan[]
  limit: { value: number; label: string } | null
  nowMs: number
  now: { value: number | null; label: string }
  marks: readonly CurveMark[]
  noData: string
}

const STEP_MS = 1_800_000
const HOUR_MS = 3_600_000

function boxOf({ width, height, scale }: Size): CurveBox {
  const narrow = width < 560 * scale
  return {
    width,
    height,
    left: 44 * scale,
    right: (narrow ? 16 : 150) * scale,
    top: 44 * scale,
    bottom: 28 * scale,
  }
}

interface PartProps {
  props: LoadCurveProps
  box: CurveBox
  scales: CurveScales
  scale: number
}

function Ground({ props, box, scales, scale }: PartProps) {
  const format = useFormat()
  const { x, y } = scales
  const top = box.top - 24 * scale
  const hours = Array.from(
    { length: Math.round((props.toMs - props.fromMs) / (3 * HOUR_MS)) + 1 },
    (_, k) => props.fromMs + k * 3 * HOUR_MS,
  )
  return (
    <g aria-hidden="true">
      {props.spans.map((span) => {
        const width = x(span.toMs) - x(span.fromMs)
        return (
          <g key={span.fromMs}>
            <rect
              className={styles[`shade${span.shade}`]}
              x={x(span.fromMs)}
              y={top}
              width={width}
              height={box.height - box.bottom - top}
            />
            {width > 7 * scale * span.label.length ? (
              <text className={styles.small} x={x(span.fromMs) + 6 * scale} y={top + 15 * scale}>
                {span.label}
              </text>
            ) : null}
          </g>
        )
      })}
      {scales.ticks.map((tick) => (
        <g key={tick}>
          <path className={styles.grid} d={`M${box.left} ${y(tick)}H${box.width - box.right}`} />
          <text className={styles.small} x={box.left - 8 * scale} y={y(tick) + 4 * scale} textAnchor="end">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {hours.map((ms, k) => (
        <text
          key={ms}
          className={styles.small}
          x={x(ms)}
          y={box.height - 8 * scale}
          textAnchor={k === hours.length - 1 ? 'end' : 'middle'}
        >
          {k === hours.length - 1 ? '24:00' : format.timeShort(ms)}
        </text>
      ))}
    </g>
  )
}

const LEGEND_TOP = 0.18
const LEGEND_STEP = 24

function Legend({ props, box, scales, scale }: PartProps) {
  const entries = [
    ...props.lines.map(({ id, label, look }) => ({ id, label, look: look as string })),
    ...(props.band ? [{ id: 'band', label: props.band.label, look: 'band' }] : []),
  ]
  const left = box.width - box.right + 8 * scale
  // High enough to leave the corner below free, and under the words of the limit.
  const limitY = props.limit ? scales.y(props.limit.value) + LEGEND_STEP * scale : 0
  const first = Math.max(limitY, box.top + (box.height - box.top - box.bottom) * LEGEND_TOP)
  if (box.right < 100 * scale) return null
  return (
    <g aria-hidden="true">
      {props.limit ? (
        <text className={styles.strong} x={left} y={scales.y(props.limit.value) + 4 * scale}>
          {props.limit.label}
        </text>
      ) : null}
      {entries.map(({ id, label, look }, at) => {
        const y = first + at * 20 * scale
        return (
          <g key={id}>
            <path className={styles[look]} d={`M${left} ${y - 4 * scale}h${16 * scale}`} />
            <text className={styles.small} x={left + 22 * scale} y={y}>
              {label}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Marks({ props, box, scales, scale }: PartProps) {
  const format = useFormat()
  const { x, y } = scales
  const floor = box.height - box.bottom
  return (
    <g aria-hidden="true">
      {props.marks.map((mark) => {
        const [cx, cy] = [x(mark.atMs + STEP_MS / 2), y(mark.value)]
        const room = 110 * scale
        const isLate = cx > box.width - box.right - room || (cx < x(props.nowMs) && cx > x(props.nowMs) - room)
        const tx = cx + (isLate ? -8 : 8) * scale
        const ty = Math.min(floor - 32 * scale, cy + 48 * scale)
        const anchor = isLate ? 'end' : 'start'
        return (
          <g key={`${mark.atMs} ${mark.label}`}>
            <path className={styles.stem} d={`M${cx} ${cy + 6 * scale}V${ty + 20 * scale}`} />
            <circle className={mark.isExpected ? styles.hollow : styles.dot} cx={cx} cy={cy} r={4 * scale} />
            <text className={styles.halo} x={tx} y={ty} textAnchor={anchor}>
              {mark.label}
            </text>
            <text className={styles.figure} x={tx} y={ty + 18 * scale} textAnchor={anchor}>
              {format.quantity(mark.value, props.unit, props.decimals)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function NowLine({ props, box, scales, scale }: PartProps) {
  const format = useFormat()
  const at = scales.x(props.nowMs)
  const { value, label } = props.now
  const isEarly = at < box.left + 110 * scale
  const tx = at + (isEarly ? 8 : -8) * scale
  const anchor = isEarly ? 'start' : 'end'
  const ty = box.height - box.bottom - 60 * scale
  return (
    <g aria-hidden="true">
      <path className={styles.now} d={`M${at} ${box.top - 24 * scale}V${box.height - box.bottom}`} />
      {value === null ? null : <circle className={styles.dot} cx={at} cy={scales.y(value)} r={4 * scale} />}
      <text className={styles.halo} x={tx} y={ty} textAnchor={anchor}>
        {label}
      </text>
      <text className={styles.figure} x={tx} y={ty + 18 * scale} textAnchor={anchor}>
        {value === null ? '–' : format.quantity(value, props.unit, props.decimals)}
      </text>
    </g>
  )
}

/** What every line says at the cursor, for the box beside it and for readers without a picture. */
function useReadout(props: LoadCurveProps, cursorMs: number): { time: string; rows: { id: string; text: string }[] } {
  const format = useFormat()
  const rows = props.lines.flatMap((line, at) => {
    // The newest interval is still running: the present value stands for it.
    const isRunning = at === 0 && cursorMs >= seriesEndMs(line.series) && cursorMs <= props.nowMs
    const value = isRunning ? props.now.value : valueAtInstant(line, cursorMs)
    if (value === null && (line.look === 'forecast' || cursorMs > props.nowMs)) return []
    const text = value === null ? props.noData : format.quantity(value, props.unit, props.decimals)
    return [{ id: line.id, text: `${line.label} ${text}` }]
  })
  const span = props.spans.find(({ fromMs, toMs }) => cursorMs >= fromMs && cursorMs < toMs)
  return { time: [format.timeShort(cursorMs), span?.label ?? ''].filter(Boolean).join(' · '), rows }
}

/** Values at the cursor: a list that follows the crosshair. */
function Readout({ props, cursorMs, box, scales, scale }: PartProps & { cursorMs: number }) {
  const { time, rows } = useReadout(props, cursorMs)
  const at = scales.x(cursorMs)
  const isRight = at > box.width / 2
  return (
    <div
      className={styles.readout}
      style={{
        top: box.top + 4 * scale,
        ...(isRight ? { right: box.width - at + 8 * scale } : { left: at + 8 * scale }),
      }}
    >
      <strong>{time}</strong>
      {rows.map(({ id, text }) => (
        <span key={id}>{text}</span>
      ))}
    </div>
  )
}

function Drawing({ props, size }: { props: LoadCurveProps; size: Size }) {
  const hatchId = useId()
  const [cursorMs, setCursorMs] = useState<number | null>(null)
  const box = boxOf(size)
  const highest = [
    ...props.lines.map(({ series }) => topOf(series)),
    props.band ? topOf(props.band.high) : null,
    props.limit?.value ?? null,
  ]
  const scales = curveScales(box, props.fromMs, props.toMs, highest)
  const part = { props, box, scales, scale: size.scale }
  const shown = cursorMs ?? props.nowMs
  const readout = useReadout(props, shown)
  const clamp = (ms: number): number => Math.min(props.toMs - STEP_MS, Math.max(props.fromMs, ms))
  const onMove = (event: PointerEvent): void => {
    const ms = scales.x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left)
    setCursorMs(ms < props.fromMs || ms >= props.toMs ? null : clamp(ms))
  }
  const main = props.lines[0]
  const floor = box.height - box.bottom
  return (
    <>
      <input
        type="range"
        className={styles.slider}
        aria-label={props.label}
        min={0}
        max={Math.round((props.toMs - props.fromMs) / STEP_MS) - 1}
        value={Math.floor((shown - props.fromMs) / STEP_MS)}
        aria-valuetext={[readout.time, ...readout.rows.map(({ text }) => text)].join(', ')}
        onChange={(event) => setCursorMs(props.fromMs + Number(event.target.value) * STEP_MS)}
        onBlur={() => setCursorMs(null)}
      />
      <svg
        className={styles.svg}
        width={box.width}
        height={box.height}
        aria-hidden="true"
        onPointerMove={onMove}
        onPointerLeave={() => setCursorMs(null)}
      >
        <defs>
          <pattern id={hatchId} width={8} height={8} patternUnits="userSpaceOnUse">
            <path className={styles.hatch} d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
          </pattern>
        </defs>
        <Ground {...part} />
        {main
          ? gapSpans(main.series)
              .filter(({ fromMs }) => fromMs < props.nowMs)
              .map(({ fromMs, toMs }) => (
                <rect
                  key={fromMs}
                  fill={`url(#${hatchId})`}
                  x={scales.x(fromMs)}
                  y={box.top}
                  width={Math.max(1, scales.x(Math.min(toMs, props.nowMs)) - scales.x(fromMs))}
                  height={floor - box.top}
                />
              ))
          : null}
        {props.band ? <path className={styles.bandArea} d={bandPath(props.band, scales)} /> : null}
        {props.lines.toReversed().map((line) => (
          <path key={line.id} className={styles[line.look]} d={linePath(line, scales)} />
        ))}
        {props.limit ? (
          <path className={styles.limit} d={`M${box.left} ${scales.y(props.limit.value)}H${box.width - box.right}`} />
        ) : null}
        <NowLine {...part} />
        <Marks {...part} />
        <Legend {...part} />
        {cursorMs === null ? null : (
          <path className={styles.cursor} d={`M${scales.x(cursorMs)} ${box.top}V${floor}`} aria-hidden="true" />
        )}
      </svg>
      {cursorMs === null ? null : <Readout {...part} cursorMs={cursorMs} />}
    </>
  )
}

/**
 * A day's load against contract, forecast and other days. The cursor follows the pointer or the arrow keys and tells
 * every value.
 */
export function LoadCurve(props: LoadCurveProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  return (
    <div ref={hostRef} className={styles.host}>
      {size && size.width > 0 && size.height > 0 ? <Drawing props={props} size={size} /> : null}
    </div>
  )
}
