import { useMemo } from 'react'
import type { Point } from '../../contract/resources.ts'
import { lowestReading } from '../../domain/water/lowest-reading.ts'
import { useText } from '../../i18n/use-text.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLiveReadings } from '../../live/hooks.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import styles from './district.module.css'

/** Lowest live pressure of a district, with a word when it is under the park's target. */
export function LowestPressure({ points, targetBar }: { points: readonly Point[]; targetBar: number | null }) {
  const t = useText('water')
  const format = useFormat()
  const ids = useMemo(() => points.map(({ id }) => id), [points])
  const readings = useLiveReadings(ids)
  const at = lowestReading(readings)
  const reading = at === null ? (readings[0] ?? null) : (readings[at] ?? null)
  const point = points[at ?? 0]
  if (!point) return <span className={styles.quiet}>{t('reason.no-meter')}</span>
  const isLow = reading !== null && targetBar !== null && reading.value < targetBar
  return (
    <span className={styles.pressure}>
      <Figure value={reading?.value ?? null} unit={point.unit} decimals={point.decimals} state={reading ?? undefined} />
      {reading ? <FigureNote state={reading} /> : null}
      {isLow ? (
        <b className={styles.small}>{t('pressure.low', { value: format.quantity(targetBar, 'bar', 1) })}</b>
      ) : null}
    </span>
  )
}
