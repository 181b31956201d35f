import { useId, useRef } from 'react'
import { useFormat } from '../i18n/format.ts'
import { AlarmMark } from '../ui/alarm-mark.tsx'
import type { ChartTone } from './chart-ink.ts'
import { controlChartLayout, type ControlChartData, type ControlChartLayout } from './control-chart-layout.ts'
import { HatchPattern } from './hatch.tsx'
import { tickDecimals } from './scale.ts'
import styles from './line-charts.module.css'
import { useSize } from './use-size.ts'

export interface ControlChartProps {
  data: ControlChartData
  tone: ChartTone
  label: string
  /** Why a day has no value, in words. */
  missingText: (fromMs: number) => string
  lineText: (id: ControlChartLayout['lines'][number]['id'], value: number) => string
}

const LINE_CLASS = {
  mean: 'control',
  upper: 'controlDashed',
  lower: 'controlDashed',
  'permit-max': 'permit',
  'permit-min': 'permit',
} as const

/** Control chart of day values: mean and ±3σ of the process, the permit apart and heaviest, rules in circles. */
export function ControlChart({ data, tone, label, lineText, missingText }: ControlChartProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  const format = useFormat()
  const hatchId = useId()
  const layout = size ? controlChartLayout(data, size) : null
  const axisDecimals = tickDecimals(layout?.yTicks.map(({ value }) => value) ?? [])
  const ink = `var(--${tone})`
  return (
    <div ref={hostRef} className={styles.host}>
      {size && layout ? (
        <svg className={styles.chart} width={size.width} height={size.height} role="img" aria-label={label}>
          {layout.yTicks.map(({ y, value }) => (
            <text key={value} className={styles.end} x={layout.plot.left - 8 * size.scale} y={y + 4 * size.scale}>
              {format.number(value, axisDecimals)}
            </text>
          ))}
          {layout.xTicks.map(({ x, ms }) => (
            <text key={ms} className={styles.middle} x={x} y={size.height - 6 * size.scale}>
              {format.dateShort(ms)}
            </text>
          ))}
          {layout.lines.map(({ id, y, labelY, value }) => (
            <g key={id}>
              <line className={styles[LINE_CLASS[id]]} x1={layout.plot.left} x2={layout.plot.right} y1={y} y2={y} />
              <text
                className={id.startsWith('permit') ? styles.strongSmall : undefined}
                x={layout.plot.right + 8 * size.scale}
                y={labelY + 4 * size.scale}
              >
                {lineText(id, value)}
              </text>
            </g>
          ))}
          <defs>
            <HatchPattern id={hatchId} scale={size.scale} />
          </defs>
          {layout.missing.map(({ x, width, fromMs }) => (
            <rect
              key={fromMs}
              x={x}
              width={width}
              y={layout.plot.top}
              height={layout.plot.bottom - layout.plot.top}
              fill={`url(#${hatchId})`}
            >
              <title>{missingText(fromMs)}</title>
            </rect>
          ))}
          <path className={styles.line} d={layout.line} style={{ stroke: ink }} />
          {layout.dots.map(({ x, y, isToday }) => (
            <circle
              key={x}
              cx={x}
              cy={y}
              r={3 * size.scale}
              strokeWidth={1.5 * size.scale}
              style={{ fill: isToday ? 'var(--panel)' : ink, stroke: ink }}
            />
          ))}
          {layout.marks.map(({ x, y, text }) => (
            <g key={x}>
              <circle className={styles.ring} cx={x} cy={y} r={8 * size.scale} />
              <text className={styles.rule} x={x} y={y + 4 * size.scale}>
                {text}
              </text>
            </g>
          ))}
          {layout.alarm && data.alarm ? (
            <g transform={`translate(${layout.alarm.x - 10 * size.scale} ${layout.alarm.y - 10 * size.scale})`}>
              <AlarmMark {...data.alarm} />
            </g>
          ) : null}
        </svg>
      ) : null}
    </div>
  )
}
