import type { Point } from '../../contract/resources.ts'
import { totalOf } from '../../domain/quality/total.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReadings } from '../../live/hooks.ts'
import type { LiveReading } from '../../live/live-store.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import type { FigureState } from '../../ui/quality-note.ts'
import styles from './tenants.module.css'

/** What a figure shows of several readings: worst quality, oldest age, and how many count. */
export function stateOfReadings(readings: readonly (LiveReading | null)[]): FigureState & { value: number | null } {
  const total = totalOf(readings)
  let ageMs = Number.NaN
  let sourceTimeMs = Number.NaN
  for (const reading of readings) {
    if (!reading || !Number.isFinite(reading.ageMs)) continue
    if (Number.isNaN(ageMs) || reading.ageMs > ageMs) {
      ageMs = reading.ageMs
      sourceTimeMs = reading.sourceTimeMs
    }
  }
  return {
    value: total.value,
    freshness: total.freshness,
    quality: total.quality,
    ageMs,
    sourceTimeMs,
    coverage: { contributing: total.contributing, expected: total.expected },
  }
}

export interface LiveTotalProps {
  points: readonly Point[]
  decimals?: number
  size?: 'body' | 'large'
}

/** Sum of some live points. Without any it says that there is no meter. */
export function LiveTotal({ points, decimals = 0, size = 'body' }: LiveTotalProps) {
  const t = useText('tenants')
  const readings = useLiveReadings(points.map(({ id }) => id))
  if (points.length === 0) return <span className={styles.quiet}>{t('noMeter')}</span>
  const state = stateOfReadings(readings)
  return <Figure value={state.value} unit="" decimals={decimals} state={state} size={size} />
}

/** Worst of a tenant's live points in one word. */
export function LiveQuality({ points }: { points: readonly Point[] }) {
  const t = useText('tenants')
  const quality = useText('quality')
  const readings = useLiveReadings(points.map(({ id }) => id))
  if (points.length === 0) return <span className={styles.hatched}>{t('noMeter')}</span>
  const state = stateOfReadings(readings)
  return (
    <span className={state.freshness === 'live' || state.freshness === 'late' ? undefined : styles.hatched}>
      <FigureNote state={state} calm={quality(state.freshness === 'late' ? 'late' : 'live')} />
    </span>
  )
}
