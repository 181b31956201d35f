import { useId, useRef } from 'react'
import { zoneOffsetMs } from '../domain/time/park-zone.ts'
import { useFormat } from '../i18n/format.ts'
import { AlarmMark } from '../ui/alarm-mark.tsx'
import type { ChartTone } from './chart-ink.ts'
import { HatchPattern } from './hatch.tsx'
import { limitChartLayout, type LimitChartData } from './limit-chart-layout.ts'
import { tickDecimals } from './scale.ts'
import styles from './line-charts.module.css'
import { useSize } from './use-size.ts'

export interface LimitChartProps {
  data: LimitChartData
  unit: string
  decimals: number
  tone: ChartTone
  label: string
  /** Words on the limit line; absent without a limit. */
  limitText: (value: number, side: 'min' | 'max') => string
}

/** Line of equal steps against an internal limit, dashed; what is not valid is hatched and says why. */
export function LimitChart({ data, unit, decimals, tone, label, limitText }: LimitChartProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const format = useFormat()
  const hatchId = useId()
  const layout = size ? limitChartLayout(data, size, zoneOffsetMs(data.fromMs, format.zone)) : null
  const axisDecimals = tickDecimals(layout?.yTicks.map(({ value }) => value) ?? [])
  return (
    <div ref={hostRef} className={styles.host}>
      {size && layout ? (
        <svg className={styles.chart} width={size.width} height={size.height} role="img" aria-label={label}>
          <defs>
            <HatchPattern id={hatchId} scale={size.scale} />
          </defs>
          {layout.yTicks.map(({ y, value }) => (
            <g key={value}>
              <line className={styles.grid} x1={layout.plot.left} x2={layout.plot.right} y1={y} y2={y} />
              <text className={styles.end} x={layout.plot.left - 8 * size.scale} y={y + 4 * size.scale}>
                {format.number(value, axisDecimals)}
              </text>
            </g>
          ))}
          {layout.xTicks.map(({ x, ms }) => (
            <text key={ms} className={styles.middle} x={x} y={size.height - 6 * size.scale}>
              {format.timeShort(ms)}
            </text>
          ))}
          {layout.spans.map(({ x, width, label: why }) => (
            <g key={`${x} ${why}`}>
              <rect
                x={x}
                width={Math.max(2, width)}
                y={layout.plot.top}
                height={layout.plot.bottom - layout.plot.top}
                fill={`url(#${hatchId})`}
              />
              <text
                className={x > (layout.plot.left + layout.plot.right) / 2 ? styles.haloEnd : styles.halo}
                x={x > (layout.plot.left + layout.plot.right) / 2 ? x - 6 * size.scale : x + width + 6 * size.scale}
                y={layout.plot.bottom - 8 * size.scale}
              >
                {why}
              </text>
            </g>
          ))}
          <path className={styles.line} d={layout.line} style={{ stroke: `var(--${tone})` }} />
          <path className={styles.outside} d={layout.outside} />
          {layout.limits.map(({ y, value, side }) => (
            <g key={side}>
              <line className={styles.dashed} x1={layout.plot.left} x2={layout.plot.right} y1={y} y2={y} />
              <text
                className={styles.haloInk}
                x={layout.plot.left + 6 * size.scale}
                y={side === 'max' ? y - 6 * size.scale : y + 16 * size.scale}
              >
                {limitText(value, side)}
              </text>
            </g>
          ))}
          {layout.marks.map(({ x, y, mark: { id, priority, state, label: name } }) => (
            <g key={id} transform={`translate(${x - 10 * size.scale} ${y - 10 * size.scale})`}>
              <AlarmMark priority={priority} state={state} label={name} />
            </g>
          ))}
          {layout.last ? (
            <>
              <circle cx={layout.last.x} cy={layout.last.y} r={3 * size.scale} style={{ fill: `var(--${tone})` }} />
              <text className={styles.strong} x={layout.plot.right + 8 * size.scale} y={layout.last.y + 5 * size.scale}>
                {format.quantity(layout.last.value, unit, decimals)}
              </text>
            </>
          ) : null}
        </svg>
      ) : null}
    </div>
  )
}
