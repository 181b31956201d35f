import { useQuery } from '@tanstack/react-query'
import { agendaQueries } from '../../api/agenda-queries.ts'
import type { AgendaItem } from '../../contract/resources.ts'
import { wasteStreamSchema } from '../../contract/asset-kinds.ts'
import { pointKindSchema } from '../../contract/point-kinds.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import styles from './side-column.module.css'

const SHOWN = 5
const DAY_MS = 86_400_000
/** Six lorries that leave at the same hour must not hide the shift's end. */
const SAME_KIND = 2

function useDueText(index: ParkIndex): (item: AgendaItem) => string {
  const t = useText('overview')
  const words = useText('words')
  const nameOf = useAssetName()
  const pointWord = (kind: unknown): string => {
    const known = pointKindSchema.safeParse(kind)
    return known.success ? words(`point.${known.data}`) : ''
  }
  return (item) => {
    const asset = item.assetId === null ? undefined : index.assetById.get(item.assetId)
    const name = asset ? nameOf(asset) : (item.assetId ?? '')
    switch (item.kind) {
      case 'collection': {
        const stream = wasteStreamSchema.safeParse(item.params['wasteStream'] ?? asset?.wasteStream)
        return t('due.collection', {
          vehicle: String(item.params['vehicle'] ?? name),
          stream: stream.success ? words(`waste.${stream.data}`).toLocaleLowerCase() : '',
        }).trim()
      }
      case 'peak-tariff':
        return t('due.peak-tariff')
      case 'handover':
        return t('due.handover')
      case 'hazardous-handover':
        return t('due.hazardous-handover', { store: asset?.code ?? name })
      case 'report':
        return t('due.report', { year: item.params['year'] ?? '' })
      case 'maintenance':
        break
    }
    return item.params['task'] === 'calibration'
      ? t('due.calibration', { name, point: pointWord(item.params['point']) })
      : t('due.maintenance', { name })
  }
}

/** The next five things due: the hour within a day, so that the night shift sees when the morning's begin; the date later. */
export function DueList({ index }: { index: ParkIndex }) {
  const t = useText('overview')
  const format = useFormat()
  const errorText = useErrorText()
  const textOf = useDueText(index)
  const now = useServerNow(60_000)
  const agenda = useQuery(agendaQueries.list(index.park.id, useAsOf(60_000)))
  const items = (agenda.data ?? [])
    .map((item) => ({ item, dueMs: Date.parse(item.due) }))
    .filter(({ dueMs }) => dueMs >= now)
    .toSorted((a, b) => a.dueMs - b.dueMs)
    .filter(
      (entry, at, all) => all.slice(0, at).filter((other) => other.item.kind === entry.item.kind).length < SAME_KIND,
    )
    .slice(0, SHOWN)
  return (
    <section>
      <div className={styles.section}>
        <PanelHeader title={t('due.title')} />
      </div>
      {agenda.isPending ? (
        <PanelState kind="loading" />
      ) : agenda.isError ? (
        <PanelState kind="error" detail={errorText(agenda.error)} onRetry={() => void agenda.refetch()} />
      ) : items.length === 0 ? (
        <PanelState kind="empty" text={t('due.none')} />
      ) : (
        <ul className={styles.dues}>
          {items.map(({ item, dueMs }) => (
            <li key={item.id} className={styles.due}>
              <time className={styles.when} dateTime={item.due}>
                {dueMs - now < DAY_MS ? format.timeShort(dueMs) : format.dateShort(dueMs)}
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
