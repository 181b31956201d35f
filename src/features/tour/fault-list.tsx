import type { TourFault } from '../../domain/tours/read-tours.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './tours-page.module.css'

/** What does not hold in a tour: step, field and reason. */
export function FaultList({ faults }: { faults: readonly TourFault[] }) {
  const t = useText('tour')
  if (faults.length === 0) return null
  return (
    <ul className={styles.faults} aria-label={t('fault.label')}>
      {faults.map(({ step, field, reason, detail }) => {
        const place = step === null ? t('fault.file') : t('fault.step', { step })
        const why = t(`fault.${reason}`, { detail })
        return <li key={`${step ?? ''} ${field} ${why}`}>{[place, field, why].filter(Boolean).join(' · ')}</li>
      })}
    </ul>
  )
}
