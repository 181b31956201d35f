import { addStep } from '../../domain/tours/draft.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useTourDraft } from '../../session/tour-draft.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { stepOfView } from './record-step.ts'
import styles from './tours-page.module.css'

/** While a tour is written: every screen offers to become its next step. */
export function RecordBar() {
  const t = useText('tour')
  const locale = useLocale()
  const { view, open } = useView()
  const { tour, parkId, change, setRecords } = useTourDraft()
  if (!tour || parkId !== view.parkId) return null
  const step = stepOfView(view)
  return (
    <section className={styles.record} aria-label={t('record.label')}>
      <output className={styles.recordText}>
        {t('record.text', { title: tour.title[locale], count: tour.steps.length })}
      </output>
      <Button
        look="primary"
        disabled={step === null}
        title={step === null ? t('record.cannot') : undefined}
        onClick={() => {
          if (step) change(parkId, addStep(tour, step))
        }}
      >
        {t('record.view')}
      </Button>
      <Button
        onClick={() => {
          setRecords(false)
          open('tour')
        }}
      >
        {t('record.back')}
      </Button>
    </section>
  )
}
