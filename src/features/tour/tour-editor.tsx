import { downloadBlob } from '../../charts/export.ts'
import { useExportVeil } from '../../charts/use-export-veil.ts'
import { localeSchema } from '../../contract/primitives.ts'
import { CAPTION_MOST, type Tour } from '../../contract/tours.ts'
import { TOUR_FIGURES } from '../../contract/tour-figures.ts'
import { changeStep, moveStep, removeStep } from '../../domain/tours/draft.ts'
import { readTours, type TourFault } from '../../domain/tours/read-tours.ts'
import { LOCALE_NAME } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useStartTour } from '../../session/tour.ts'
import { DRAFT_ID, useTourDraft } from '../../session/tour-draft.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { FaultList } from './fault-list.tsx'
import styles from './tours-page.module.css'

const fileOf = (tour: Tour): string => JSON.stringify({ tours: [tour] }, null, 1)

function faultsOf(tour: Tour): readonly TourFault[] {
  const read = readTours(fileOf(tour))
  return read.ok ? [] : read.faults
}

interface StepProps {
  tour: Tour
  at: number
  change: (tour: Tour) => void
}

function StepRow({ tour, at, change }: StepProps) {
  const t = useText('tour')
  const shell = useText('shell')
  const start = useStartTour()
  const step = tour.steps[at]
  if (!step) return null
  return (
    <li className={styles.step}>
      <div className={styles.stepHead}>
        <strong>
          {at + 1} · {shell(`nav.${step.screen}`)}
        </strong>
        <TextField
          label={t('editor.dwell')}
          type="number"
          value={String(step.dwellS)}
          onChange={(text) => change(changeStep(tour, at, { dwellS: Number(text) }))}
        />
        <span className={styles.actions}>
          <Button look="quiet" disabled={at === 0} onClick={() => change(moveStep(tour, at, -1))}>
            {t('editor.up')}
          </Button>
          <Button look="quiet" disabled={at === tour.steps.length - 1} onClick={() => change(moveStep(tour, at, 1))}>
            {t('editor.down')}
          </Button>
          <Button look="quiet" onClick={() => start(DRAFT_ID, { step: at })}>
            {t('editor.preview')}
          </Button>
          <Button look="quiet" onClick={() => change(removeStep(tour, at))}>
            {t('editor.remove')}
          </Button>
        </span>
      </div>
      <div className={styles.captions}>
        {localeSchema.options.map((locale) => (
          <TextArea
            key={locale}
            label={LOCALE_NAME[locale]}
            value={step.caption[locale]}
            maxLength={CAPTION_MOST[locale]}
            onChange={(text) => change(changeStep(tour, at, { caption: { ...step.caption, [locale]: text } }))}
          />
        ))}
      </div>
    </li>
  )
}

/** Writes a tour: records views, words them in three languages, orders them, plays them and hands out the file. */
export function TourEditor({ tour, parkId }: { tour: Tour; parkId: string }) {
  const t = useText('tour')
  const { open } = useViewActions()
  const { change: keep, kept, setRecords, drop } = useTourDraft()
  const veil = useExportVeil()
  const change = (next: Tour): void => keep(parkId, next)
  const faults = faultsOf(tour)
  const save = (): void => {
    const file = JSON.stringify(
      { tours: [tour] },
      (_, value: unknown) => (typeof value === 'string' ? veil.text(value) : value),
      1,
    )
    downloadBlob(new Blob([file], { type: 'application/json' }), `${parkId}-${tour.id}.json`)
    kept()
  }
  return (
    <section aria-label={t('editor.title')}>
      <PanelHeader
        title={t('editor.title')}
        meta={t('editor.figures', {
          names: Object.keys(TOUR_FIGURES)
            .map((name) => `{${name}}`)
            .join(' '),
        })}
      />
      <div className={styles.captions}>
        {localeSchema.options.map((locale) => (
          <TextField
            key={locale}
            label={t('editor.name', { language: LOCALE_NAME[locale] })}
            value={tour.title[locale]}
            maxLength={80}
            onChange={(text) => change({ ...tour, title: { ...tour.title, [locale]: text } })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            setRecords(true)
            open('overview')
          }}
        >
          {t('editor.record')}
        </Button>
        <Button disabled={faults.length > 0} title={faults.length > 0 ? t('editor.faulty') : undefined} onClick={save}>
          {t('editor.export')}
        </Button>
        <Button look="quiet" onClick={drop}>
          {t('editor.drop')}
        </Button>
      </div>
      <FaultList faults={faults} />
      <ol className={styles.tours}>
        {tour.steps.map(({ id }, at) => (
          <StepRow key={id} tour={tour} at={at} change={change} />
        ))}
      </ol>
    </section>
  )
}
