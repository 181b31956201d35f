import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { tourQueries } from '../../api/tour-queries.ts'
import type { Tour } from '../../contract/tours.ts'
import { readTours, type TourFault } from '../../domain/tours/read-tours.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useStartTour } from '../../session/tour.ts'
import { useTourDraft } from '../../session/tour-draft.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { FaultList } from './fault-list.tsx'
import { TourEditor } from './tour-editor.tsx'
import styles from './tours-page.module.css'

function TourRow({ tour, held, onEdit }: { tour: Tour; held: string | undefined; onEdit: () => void }) {
  const t = useText('tour')
  const format = useFormat()
  const locale = useLocale()
  const start = useStartTour()
  const minutes = tour.steps.reduce((sum, { dwellS }) => sum + dwellS, 0) / 60
  return (
    <li className={styles.tour}>
      <h2 className={styles.title}>{tour.title[locale]}</h2>
      <span className={styles.meta}>
        {t('length', { count: tour.steps.length, minutes: format.number(minutes, 1) })}
      </span>
      <span className={styles.actions}>
        <Button look="primary" onClick={() => start(tour.id)}>
          {t('play')}
        </Button>
        <Button onClick={() => start(tour.id, { loops: true })}>{t('loop')}</Button>
        <Button look="quiet" disabled={held !== undefined} title={held} onClick={onEdit}>
          {t('edit')}
        </Button>
      </span>
    </li>
  )
}

/** A file from somebody else becomes the draft, or is refused with every step and field that does not hold. */
function ImportButton({
  held,
  onTour,
  onFaults,
}: {
  held: string | undefined
  onTour: (tour: Tour) => void
  onFaults: (faults: TourFault[]) => void
}) {
  const t = useText('tour')
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File): Promise<void> => {
    const answer = readTours(await file.text())
    const first = answer.ok ? answer.tours[0] : undefined
    onFaults(answer.ok ? [] : answer.faults)
    if (first) onTour(first)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('import')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      <Button disabled={held !== undefined} title={held} onClick={() => input.current?.click()}>
        {t('import')}
      </Button>
    </>
  )
}

/** Tours of the park on screen, and the one that is being written at this desk. */
export function ToursPage() {
  const t = useText('tour')
  const errorText = useErrorText()
  const locale = useLocale()
  const index = useParkIndex()
  const { view } = useView()
  const { data: tours, error, isError, refetch } = useQuery(tourQueries.list(view.parkId))
  const draft = useTourDraft()
  const [refused, setRefused] = useState<readonly TourFault[]>([])
  usePageMeta(index?.park.name[locale] ?? '')
  const { parkId } = view
  // Another tour in its place would take away what no file has.
  const held = draft.isChanged ? t('draftFirst') : undefined
  const own = draft.parkId === parkId ? draft.tour : null
  return (
    <div className={styles.page}>
      <section aria-label={t('list')}>
        <PanelHeader
          title={t('list')}
          meta={t('keys')}
          aside={
            <span className={styles.actions}>
              <Button
                disabled={held !== undefined}
                title={held}
                onClick={() => {
                  const title = t('newTitle')
                  draft.begin(parkId, { id: 'new-tour', title: { vi: title, en: title, ja: title }, steps: [] })
                }}
              >
                {t('new')}
              </Button>
              <ImportButton held={held} onTour={(tour) => draft.begin(parkId, tour)} onFaults={setRefused} />
            </span>
          }
        />
        {refused.length > 0 ? (
          <div role="alert">
            <p>{t('importFailed')}</p>
            <FaultList faults={refused} />
          </div>
        ) : null}
        {isError ? (
          <PanelState kind="error" detail={errorText(error)} onRetry={() => void refetch()} />
        ) : tours === undefined ? (
          <PanelState kind="loading" />
        ) : tours.length === 0 ? (
          <PanelState kind="empty" text={t('none')} />
        ) : (
          <ul className={styles.tours}>
            {tours.map((tour) => (
              <TourRow key={tour.id} tour={tour} held={held} onEdit={() => draft.begin(parkId, tour)} />
            ))}
          </ul>
        )}
      </section>
      {own ? <TourEditor tour={own} parkId={parkId} /> : null}
    </div>
  )
}
