import type { NotEnough } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './water.module.css'

/** Why there is no number, on a hatch: never a number, never a pass. */
export function NotEnoughNote({ outcome }: { outcome: NotEnough }) {
  const t = useText('water')
  const format = useFormat()
  const { reason, coverage } = outcome
  const text =
    reason === 'low-coverage' && coverage && coverage.expected > 0
      ? t('reason.low-coverage', { percent: format.percent(coverage.contributing / coverage.expected) })
      : t(`reason.${reason === 'low-coverage' ? 'no-data' : reason}`)
  return (
    <span className={styles.hatched}>
      <span className={styles.halo}>{text}</span>
    </span>
  )
}
