import { useInfiniteQuery } from '@tanstack/react-query'
import { alarmQueries } from '../../api/alarm-queries.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useChainFault } from '../../live/use-chain-fault.ts'
import { useView } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './health.module.css'

const NONE: readonly JournalEntry[] = []

/** Whether the alarm journal that this page has got is whole: numbers without a gap, and every hash right. */
export function JournalPanel() {
  const t = useText('health')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, open } = useView()
  const { picture } = useAlarms()
  const { data, error, refetch } = useInfiniteQuery(alarmQueries.journal(view.parkId))
  const newest = data?.pages[0]?.entries
  const fault = useChainFault(newest ?? NONE)
  const last = newest?.[0]?.seq ?? 0
  // Lines that the server had when it was asked for the alarms, and that never came.
  const missing = newest && picture ? Math.max(0, picture.journalSeq - last) : 0
  return (
    <section className={styles.panel} aria-label={t('journal')}>
      <PanelHeader title={t('journal')} />
      {newest ? (
        <dl className={styles.pairs}>
          <div className={styles.pair}>
            <dt>{t('journal.state')}</dt>
            <dd data-journal={fault === 'checking' ? fault : fault === null && missing === 0 ? 'whole' : 'broken'}>
              {fault === 'checking'
                ? t('journal.checking')
                : fault !== null
                  ? t(`journal.${fault.fault}`, { seq: format.number(fault.seq) })
                  : missing > 0
                    ? t('journal.missing', { count: missing })
                    : t('journal.whole')}
            </dd>
          </div>
          <div className={styles.pair}>
            <dt>{t('journal.checked')}</dt>
            <dd>{newest.length === 0 ? '0' : `${format.number(newest.at(-1)?.seq ?? 0)} – ${format.number(last)}`}</dd>
          </div>
          <div className={styles.pair}>
            <dt>{t('journal.all')}</dt>
            <dd>
              <button type="button" className={styles.link} onClick={() => open('alarms')}>
                {t('journal.open')}
              </button>
            </dd>
          </div>
        </dl>
      ) : error ? (
        <PanelState kind="error" detail={errorText(error)} onRetry={() => void refetch()} />
      ) : (
        <PanelState kind="loading" />
      )}
    </section>
  )
}
