import styles from './bullet.module.css'

export interface BulletProps {
  /** Measure, target and end of the scale in one unit; null leaves its part out. */
  value: number | null
  target: number | null
  max: number
  /** Where the first two neutral ranges end, as shares of the scale. */
  ranges?: readonly [number, number]
  label: string
}

const RANGES: readonly [number, number] = [0.6, 0.85]

/** Measure against target on three neutral ranges. Never a gauge, never coloured. */
export function Bullet({ value, target, max, ranges = RANGES, label }: BulletProps) {
  const at = (number: number): number => (max > 0 ? Math.min(1, Math.max(0, number / max)) * 72 : 0)
  return (
    <svg className={styles.bullet} viewBox="0 0 72 12" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className={styles.high} y="2" width="72" height="8" />
      <rect className={styles.middle} y="2" width={72 * ranges[1]} height="8" />
      <rect className={styles.low} y="2" width={72 * ranges[0]} height="8" />
      {value === null || !Number.isFinite(value) ? null : (
        <rect className={styles.measure} y="4.5" width={at(value)} height="3" />
      )}
      {target === null ? null : (
        <rect className={styles.target} x={Math.max(0, at(target) - 1)} width="2" height="12" />
      )}
    </svg>
  )
}
