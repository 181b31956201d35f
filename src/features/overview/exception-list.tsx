import { useMemo, useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { listOf } from '../../domain/alarms/alarm-list.ts'
import type { ExceptionItem } from '../../domain/exceptions/exceptions.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { ExceptionMark } from '../../ui/exception-mark.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { AlarmRow } from './alarm-rows.tsx'
import { trendOf } from './trend.ts'
import { NO_TREND, useTrends } from './use-trends.ts'
import styles from './side-column.module.css'

const SHORT = 4
/** Longer lists are looked at on the alarm screen. */
const MOST = 30

function Row({ item, index, trend }: { item: ExceptionItem; index: ParkIndex; trend: Float64Array }) {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  const { select } = useViewActions()
  const asset = index.assetById.get(item.assetId)
  const point = item.pointId === null ? undefined : index.pointById.get(item.pointId)
  const place = asset ? nameOf(asset) : item.assetId
  const time = item.sinceMs === null ? '–' : format.time(item.sinceMs)
  const short = asset && !asset.name ? asset.code : place
  const title = point ? `${words(`point.${point.kind}`)} · ${short}` : t('exceptions.lostSource', { name: place })
  const detail =
    item.kind === 'lost' || item.basis === null
      ? t('exceptions.lostPoints', { count: item.pointCount, time })
      : t('exceptions.above', {
          value: format.quantity(item.value ?? Number.NaN, item.unit, item.decimals),
          basis: words(`basis.${item.basis}`),
          limit: format.quantity(item.limit ?? Number.NaN, item.unit, item.decimals),
        })
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.rowButton}
        onClick={() => select({ type: 'asset', id: item.assetId }, item.pointId)}
      >
        <ExceptionMark kind={item.kind} label={t(`exceptions.kind.${item.kind}`)} />
        <span className={styles.texts}>
          <span className={styles.name} title={title} style={{ display: 'block' }}>
            {title}
          </span>
          <span className={styles.meta} title={detail} style={{ display: 'block' }}>
            {detail}
          </span>
          <span className={styles.meta} style={{ display: 'block' }}>
            {asset ? words(`asset.${asset.kind}`) : words(`stream.${item.stream}`)}
            {item.kind === 'lost' ? '' : ` · ${time}`}
          </span>
        </span>
        <span className={styles.trend}>
          <Sparkline values={trend} tone="text" size="row" label={t('exceptions.trend')} ended={item.kind === 'lost'} />
          {item.kind === 'lost' ? '' : t(`trend.${trendOf(trend)}`)}
        </span>
      </button>
    </li>
  )
}

const NO_ALARMS: readonly Alarm[] = []

/** Stands for a list of which nobody knows yet whether anything is on it. */
function Unknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const errorText = useErrorText()
  if (error === null) return <PanelState kind="loading" />
  return <PanelState kind="error" detail={errorText(error)} onRetry={onRetry} />
}

/** What stands out: alarms first, then what is beyond a limit without being an alarm. A click opens what it is about. */
export function ExceptionList({ index }: { index: ParkIndex }) {
  const t = useText('overview')
  const items = useExceptions()
  const { picture, error, retry } = useAlarms()
  const alarms = useMemo(() => (picture ? listOf(picture.alarms, 'open') : NO_ALARMS), [picture])
  const [all, setAll] = useState(false)
  const most = all ? MOST : SHORT
  const shownAlarms = useMemo(() => alarms.slice(0, most), [alarms, most])
  const shown = useMemo(() => items?.slice(0, Math.max(0, most - shownAlarms.length)) ?? [], [items, most, shownAlarms])
  const points = useMemo(
    () => [...shownAlarms, ...shown].flatMap(({ pointId }) => (pointId === null ? [] : [pointId])),
    [shownAlarms, shown],
  )
  const trends = useTrends(index.park.id, points)
  const trend = (pointId: string | null): Float64Array =>
    (pointId === null ? undefined : trends.get(pointId)) ?? NO_TREND
  const hidden = alarms.length + (items?.length ?? 0) - shownAlarms.length - shown.length
  const isEmpty = alarms.length === 0 && (items ?? []).length === 0
  // While the alarms are not known, nothing to show is no good news.
  const isKnown = items !== null && picture !== null
  return (
    <section>
      <div className={styles.section}>
        <PanelHeader title={t('exceptions.title')} aside={t('exceptions.trend')} />
      </div>
      {isEmpty && !isKnown ? (
        <Unknown error={error} onRetry={retry} />
      ) : (
        <ul id="exceptions" className={styles.list} tabIndex={-1}>
          {isEmpty ? (
            <li className={styles.row}>
              <PanelState kind="empty" text={t('exceptions.none')} />
            </li>
          ) : null}
          {shownAlarms.map((alarm) => (
            <AlarmRow key={alarm.id} alarm={alarm} trend={trend(alarm.pointId)} />
          ))}
          {shown.map((item) => (
            <Row key={item.id} item={item} index={index} trend={trend(item.pointId)} />
          ))}
        </ul>
      )}
      {hidden > 0 || all ? (
        <p className={styles.more}>
          <Button look="quiet" onClick={() => setAll(!all)}>
            {all ? t('exceptions.fewer') : t('exceptions.more', { count: hidden })}
          </Button>
        </p>
      ) : null}
    </section>
  )
}
