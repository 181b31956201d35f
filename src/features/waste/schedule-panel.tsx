import { useQuery } from '@tanstack/react-query'
import { useAsOf } from '../../live/replay-context.tsx'
import { agendaQueries } from '../../api/agenda-queries.ts'
import { wasteStreamSchema } from '../../contract/asset-kinds.ts'
import type { AgendaItem } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useInstantText } from './use-instant-text.ts'
import styles from './waste.module.css'

/** What the agenda plans for waste, soonest first: rounds of vehicles and hand-overs of hazardous waste. */
export function SchedulePanel({ index, nowMs }: { index: ParkIndex; nowMs: number }) {
  const t = useText('waste')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const instantText = useInstantText(nowMs)
  const agenda = useQuery(agendaQueries.list(index.park.id, useAsOf(60_000)))
  const items = (agenda.data ?? []).filter(({ stream }) => stream === 'waste')
  const codeOf = (id: string | null): string => (id === null ? '' : (index.assetById.get(id)?.code ?? id))
  const textOf = ({ kind, params, assetId }: AgendaItem): string => {
    if (kind === 'hazardous-handover') {
      return t('schedule.handover', { store: codeOf(assetId) })
    }
    const stream = wasteStreamSchema.safeParse(params['wasteStream'])
    return t('schedule.round', {
      vehicle: codeOf(assetId),
      stream: stream.success ? words(`waste.${stream.data}`) : '',
      stops: format.number(Number(params['stops'] ?? Number.NaN)),
    })
  }
  return (
    <section className={styles.panel} aria-label={t('schedule.title')}>
      <PanelHeader title={t('schedule.title')} meta={t('schedule.meta')} />
      {agenda.isPending ? (
        <PanelState kind="loading" />
      ) : agenda.isError ? (
        <PanelState kind="error" detail={errorText(agenda.error)} onRetry={() => void agenda.refetch()} />
      ) : items.length === 0 ? (
        <PanelState kind="empty" text={t('schedule.none')} />
      ) : (
        <ul className={styles.schedule}>
          {items.map((item) => (
            <li key={item.id} className={styles.scheduled}>
              <time dateTime={item.due} className={styles.when}>
                {instantText(Date.parse(item.due))}
              </time>
              <span className={styles.what} title={textOf(item)}>
                {textOf(item)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
