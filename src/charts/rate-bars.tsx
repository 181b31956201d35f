import { useRef } from 'react'
import { useFormat } from '../i18n/format.ts'
import styles from './rate-bars.module.css'
import { linearScale, niceTicks } from './scale.ts'
import { useSize } from './use-size.ts'

export interface RateBarsProps {
  counts: readonly number[]
  fromMs: number
  stepMs: number
  /** Line above which it is too many, with its word. */
  limit: number
  limitLabel: string
  label: string
}

/** Room for an hour of the axis, with air. */
const LABEL_WIDTH = 52

/** Counts by interval. The last one is not over and is drawn hollow. */
export function RateBars({ counts, fromMs, stepMs, limit, limitLabel, label }: RateBarsProps) {
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  const format = useFormat()
  const unit = size?.scale ?? 1
  const width = size?.width ?? 0
  const height = size?.height ?? 0
  const left = 24 * unit
  const right = width - 48 * unit
  const bottom = height - 18 * unit
  const most = Math.max(limit * 1.15, ...counts)
  const y = linearScale(0, most, bottom, 6 * unit)
  const x = linearScale(0, counts.length, left, right)
  const ticks = niceTicks(0, most, 3).filter((tick) => Number.isInteger(tick) && tick !== limit)
  const bar = Math.max(1, x(1) - x(0) - 1)
  const labels = Math.max(1, Math.min(6, Math.floor((right - left) / (LABEL_WIDTH * unit))))
  const hours = counts.flatMap((_, at) => (at % Math.ceil(counts.length / labels) === 0 ? [at] : []))
  return (
    <div ref={host} className={styles.host}>
      {width > 0 ? (
        <svg width={width} height={height} role="img" aria-label={label}>
          {ticks.map((tick) => (
            <g key={tick}>
              <path className={styles.grid} d={`M${left} ${y(tick)}H${right}`} />
              <text
                className={styles.text}
                x={left - 8 * unit}
                y={y(tick) + 4 * unit}
                fontSize={12 * unit}
                textAnchor="end"
              >
                {format.number(tick)}
              </text>
            </g>
          ))}
          <path className={styles.limit} d={`M${left} ${y(limit)}H${right}`} />
          <text
            className={styles.text}
            x={left - 8 * unit}
            y={y(limit) + 4 * unit}
            fontSize={12 * unit}
            textAnchor="end"
          >
            {format.number(limit)}
          </text>
          <text className={styles.text} x={right + 6 * unit} y={y(limit) + 4 * unit} fontSize={12 * unit}>
            {limitLabel}
          </text>
          {counts.map((count, at) => {
            const when = fromMs + at * stepMs
            return count === 0 ? null : (
              <rect
                key={when}
                className={at === counts.length - 1 ? styles.open : styles.bar}
                x={x(at)}
                y={y(count)}
                width={bar}
                height={Math.max(0, bottom - y(count))}
              />
            )
          })}
          {hours.map((at) => (
            <text
              key={at}
              className={styles.text}
              x={x(at)}
              y={height - 4 * unit}
              fontSize={12 * unit}
              textAnchor={at === 0 ? 'start' : 'middle'}
            >
              {format.timeShort(fromMs + at * stepMs)}
            </text>
          ))}
        </svg>
      ) : null}
    </div>
  )
}
