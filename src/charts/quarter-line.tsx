import { cx } from '../ui/cx.ts'
import { layoutQuarters } from './quarter-line-layout.ts'
import styles from './quarter-line.module.css'

const SIZE = { width: 420, height: 120, right: 52 }

export interface QuarterLineProps {
  label: string
  /** `2025-Q1`, oldest first; the last one is running. */
  quarters: readonly string[]
  values: readonly (number | null)[]
  benchmark: number | null
  print: (value: number) => string
}

/** A criterion by quarter against its benchmark, in ink only. */
export function QuarterLine({ label, quarters, values, benchmark, print }: QuarterLineProps) {
  const { points, path, ticks, benchmarkY } = layoutQuarters(quarters, values, benchmark, SIZE)
  const ends = [points[0], points.at(-1)].filter((point, at, all) => point !== undefined && all.indexOf(point) === at)
  return (
    <svg className={styles.chart} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label}>
      <path className={styles.axis} d={`M0 ${SIZE.height - 24}H${SIZE.width - SIZE.right}`} />
      {benchmarkY === null || benchmark === null ? null : (
        <>
          <path className={styles.benchmark} d={`M0 ${benchmarkY}H${SIZE.width - SIZE.right}`} />
          <text className={styles.value} x={SIZE.width - SIZE.right + 8} y={benchmarkY + 4}>
            {print(benchmark)}
          </text>
        </>
      )}
      <path className={styles.line} d={path} />
      {points.map((point) => (
        <circle
          key={point.label}
          className={cx(styles.dot, point.isRunning && styles.running)}
          cx={point.x}
          cy={point.y}
          r="3"
        />
      ))}
      {ends.map((point) =>
        point === undefined ? null : (
          <text key={point.label} className={styles.value} x={point.x} y={point.y + 18} textAnchor="middle">
            {print(point.value)}
          </text>
        ),
      )}
      {ticks.map((tick) => (
        <text key={tick.x} className={styles.tick} x={tick.x} y={SIZE.height - 6} textAnchor="middle">
          {tick.label}
        </text>
      ))}
    </svg>
  )
}
