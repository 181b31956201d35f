import { useQuery } from '@tanstack/react-query'
import { shiftQueries } from '../../api/shift-queries.ts'
import { shiftAt } from '../../domain/shift/shifts.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { HandoverPanel } from './handover-panel.tsx'
import { LogPanel } from './log-panel.tsx'
import { PermitsPanel } from './permits-panel.tsx'
import styles from './shift.module.css'

const MINUTE_MS = 60_000
/** In a replay the desk is asked for anew this often, in time of the replay. */
const PAST_STEP_MS = 10_000
/** Head of the printed handover: which park, when it was printed, and whether it is a simulation. */
function PaperHead({ index, now }: { index: ParkIndex; now: number }) {
  const t = useText('shift')
  const shell = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const { park } = index
  return (
    <header className={styles.paperHead}>
      <strong>{park.name[locale]}</strong>
      <span>{t('paper.printed', { time: format.dateTime(now), zone: format.zoneLabel(now) })}</span>
      {park.dataMode === 'simulated' ? <b className={styles.paperMode}>{shell('simulated')}</b> : null}
    </header>
  )
}

/** The handover that is being made, with its states while it loads. */
function CurrentHandover({ index }: { index: ParkIndex }) {
  const errorText = useErrorText()
  const handover = useQuery(shiftQueries.handover(index.park.id, useAsOf(PAST_STEP_MS)))
  if (handover.isPending) return <PanelState kind="loading" lines={6} />
  if (handover.isError) {
    return <PanelState kind="error" detail={errorText(handover.error)} onRetry={() => void handover.refetch()} />
  }
  return <HandoverPanel index={index} handover={handover.data} />
}

/** What the shift writes down and hands over: log at the left, handover and permits at the right. */
export function ShiftPage() {
  const t = useText('shift')
  const format = useFormat()
  const index = useParkIndex()
  const now = useServerNow(MINUTE_MS)
  const shift = shiftAt(now, index?.park.timeZone ?? format.zone)
  usePageMeta(
    t('meta', {
      name: t(`shift.${shift.number}`),
      from: format.timeShort(Date.parse(shift.from)),
      to: format.timeShort(Date.parse(shift.to)),
    }),
  )
  if (!index) return <PanelState kind="loading" lines={6} />
  return (
    <div className={styles.page} data-level="3">
      <section className={styles.log} data-region="" aria-label={t('log.title')}>
        <PanelBoundary>
          <LogPanel index={index} />
        </PanelBoundary>
      </section>
      <section className={styles.side} data-region="" data-paper="" aria-label={t('handover.title')}>
        <PaperHead index={index} now={now} />
        <PanelBoundary>
          <CurrentHandover index={index} />
        </PanelBoundary>
        <PanelBoundary>
          <PermitsPanel index={index} />
        </PanelBoundary>
      </section>
    </div>
  )
}
