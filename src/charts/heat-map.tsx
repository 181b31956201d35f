import { useId, useRef } from 'react'
import styles from './heat-map.module.css'
import { useSize, type Size } from './use-size.ts'

export interface HeatCell {
  id: string
  /** Class on the ramp; null where there is nothing to classify. */
  level: number | null
  state: 'known' | 'missing' | 'future'
  /** What it says when asked: place, value, unit. */
  title: string
}

export interface HeatRow {
  id: string
  label: string
  isStrong: boolean
  /** Printed at the right end. */
  total: string
  cells: readonly HeatCell[]
}

export interface HeatMapProps {
  label: string
  rows: readonly HeatRow[]
  /** Label of every third column. */
  columns: readonly string[]
  totalLabel: string
  /** Words of the classes, lowest first. */
  classes: readonly string[]
  unit: string
  /** What the hatch stands for; null while nothing is missing. */
  missing: string | null
}

const LEVELS = 6

function Drawing({ label, rows, columns, totalLabel, classes, unit, missing, size }: HeatMapProps & { size: Size }) {
  const hatchId = useId()
  const { scale } = size
  const left = 48 * scale
  const cell = { w: (size.width - left - 72 * scale) / 24, h: Math.min(28 * scale, (size.height - 88 * scale) / 7) }
  const top = 20 * scale
  const bottom = top + rows.length * cell.h + 12 * scale
  const step = (cell.w * 15) / LEVELS
  return (
    <svg className={styles.svg} width={size.width} height={size.height} role="img" aria-label={label}>
      <defs>
        <pattern id={hatchId} width={8} height={8} patternUnits="userSpaceOnUse">
          <path className={styles.hatch} d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
        </pattern>
      </defs>
      {columns.map((text, k) =>
        k % 3 === 0 ? (
          <text key={text} className={styles.small} x={left + k * cell.w} y={12 * scale}>
            {text}
          </text>
        ) : null,
      )}
      <text className={styles.small} x={size.width} y={12 * scale} textAnchor="end">
        {totalLabel}
      </text>
      {rows.map((row, r) => {
        const y = top + r * cell.h
        return (
          <g key={row.id}>
            <text className={row.isStrong ? styles.strong : styles.small} x={0} y={y + cell.h / 2 + 4 * scale}>
              {row.label}
            </text>
            {row.cells.map(({ id, level, state, title }, k) => (
              <rect
                key={id}
                className={state === 'known' ? styles[`level${level ?? 0}`] : styles[state]}
                {...(state === 'missing' ? { fill: `url(#${hatchId})` } : {})}
                x={left + k * cell.w + (state === 'future' ? 0.5 : 0)}
                y={y + (state === 'future' ? 0.5 : 0)}
                width={Math.max(1, cell.w - (state === 'future' ? 2 : 1))}
                height={Math.max(1, cell.h - (state === 'future' ? 2 : 1))}
              >
                <title>{title}</title>
              </rect>
            ))}
            <text className={styles.total} x={size.width} y={y + cell.h / 2 + 4 * scale} textAnchor="end">
              {row.total}
            </text>
          </g>
        )
      })}
      {classes.map((text, k) => (
        <g key={text}>
          <rect className={styles[`level${k}`]} x={left + k * step} y={bottom} width={step - 1} height={10 * scale} />
          {/* In a narrow panel the first two would lie on each other: the second says where the first ends. */}
          {k === 0 && step < 48 * scale ? null : (
            <text className={styles.small} x={left + k * step} y={bottom + 26 * scale}>
              {text}
            </text>
          )}
        </g>
      ))}
      <text className={styles.small} x={left + LEVELS * step + 8 * scale} y={bottom + 10 * scale}>
        {unit}
      </text>
      {missing === null ? null : (
        <g>
          <rect fill={`url(#${hatchId})`} x={left} y={bottom + 40 * scale} width={24 * scale} height={12 * scale} />
          <text className={styles.small} x={left + 32 * scale} y={bottom + 51 * scale}>
            {missing}
          </text>
        </g>
      )}
    </svg>
  )
}

/** Hours by weekday in six classes; hours without data are hatched, hours to come are only outlined. */
export function HeatMap(props: HeatMapProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  const size = useSize(hostRef)
  return (
    <div ref={hostRef} className={styles.host}>
      {size && size.width > 0 && size.height > 0 ? <Drawing {...props} size={size} /> : null}
    </div>
  )
}
