import { useInfiniteQuery } from '@tanstack/react-query'
import { alarmQueries, pastFilter } from '../../api/alarm-queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarms-page.module.css'
import { JournalRow } from './journal-row.tsx'

/** More than any desk has room for here; the whole journal has a view of its own. */
const MOST = 16
/** In a replay the newest lines are asked for anew this often, in time of the replay. */
const PAST_STEP_MS = 10_000

/** The newest lines of the journal. */
export function JournalSection() {
  const t = useText('alarms')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, patch } = useView()
  const now = useServerNow(60_000)
  const { data, error, refetch } = useInfiniteQuery(
    alarmQueries.journal(view.parkId, pastFilter(useAsOf(PAST_STEP_MS))),
  )
  const entries = data?.pages[0]?.entries.slice(0, MOST) ?? []
  return (
    <section className={`${styles.section} ${styles.grow}`}>
      <PanelHeader
        title={t('journal.title')}
        meta={t('journal.meta', { zone: format.zoneLabel(now) })}
        aside={
          <Button look="quiet" onClick={() => patch({ alarmList: { ...view.alarmList, pane: 'journal' } })}>
            {t('journal.open')}
          </Button>
        }
      />
      {data === undefined ? (
        <div className={styles.empty}>
          {error ? (
            <PanelState kind="error" detail={errorText(error)} onRetry={() => void refetch()} />
          ) : (
            <PanelState kind="loading" />
          )}
        </div>
      ) : (
        <ul>
          {entries.map((entry) => (
            <JournalRow key={entry.seq} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  )
}
