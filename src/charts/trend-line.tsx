import { useRef } from 'react'
import { layoutTrend } from './trend-line-layout.ts'
import styles from './trend-line.module.css'
import { useSize } from './use-size.ts'

export type TrendTone = 'energy' | 'water' | 'wastewater' | 'waste'

export interface TrendLineProps {
  /** Evenly spaced values; NaN where there is no data. */
  values: ArrayLike<number>
  tone: TrendTone
  label: string
  /** Lowest value that the scale holds; null follows the data. */
  floor?: number | null
  /** Contract, permit or capacity: the heaviest line. */
  limit?: number | null
  strokePx: number
}

/** A line without axes for large screens; what the ends mean is written around it. Gaps stay gaps. */
export function TrendLine({ values, tone, label, floor = null, limit = null, strokePx }: TrendLineProps) {
  const ref = useRef<HTMLDivElement>(null)
  const size = useSize(ref)
  const drawn = size && layoutTrend(values, { ...size, strokePx }, floor, limit)
  return (
    <div ref={ref} className={styles.trend}>
      {size && drawn ? (
        <svg width={size.width} height={size.height} role="img" aria-label={label}>
          {drawn.limitY === null ? null : (
            <path className={styles.limit} d={`M0 ${drawn.limitY}H${size.width}`} strokeWidth={strokePx * 1.5} />
          )}
          <path d={drawn.path} style={{ stroke: `var(--${tone})` }} strokeWidth={strokePx} />
          {drawn.end === null ? null : (
            <circle
              cx={drawn.end.x}
              cy={drawn.end.y}
              r={strokePx * 1.8}
              style={
                drawn.end.isNow
                  ? { fill: `var(--${tone})` }
                  : { fill: 'var(--panel)', stroke: `var(--${tone})`, strokeWidth: strokePx }
              }
            />
          )}
        </svg>
      ) : null}
    </div>
  )
}
