import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { historyQueries } from '../../api/history-queries.ts'
import type { ExceptionItem } from '../../domain/exceptions/exceptions.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useGapVersion, useServerNow } from '../../live/hooks.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { useAssetName } from '../../i18n/asset-name.ts'
import { trendOf } from './trend.ts'
import styles from './side-column.module.css'

const STEP_MS = 150_000
const HOUR_MS = 3_600_000
const SHORT = 4

/** The last hour of the listed points, in 24 buckets. */
function useTrends(index: ParkIndex, items: readonly ExceptionItem[]): ReadonlyMap<string, Float64Array> {
  const points = useMemo(() => items.flatMap((item) => (item.pointId === null ? [] : [item.pointId])), [items])
  const end = useServerNow(STEP_MS)
  const gap = useGapVersion(index.park.id)
  const options = historyQueries.readings(index.park.id, { points, fromMs: end - HOUR_MS, toMs: end, stepMs: STEP_MS })
  const { data } = useQuery({
    ...options,
    queryKey: [...options.queryKey, gap],
    enabled: points.length > 0,
    placeholderData: keepPreviousData,
  })
  return useMemo(
    () =>
      new Map(
        data?.series.map((series) => [series.pointId, Float64Array.from(series.mean, (mean) => mean ?? Number.NaN)]),
      ),
    [data],
  )
}

const NO_TREND = new Float64Array(24).fill(Number.NaN)

function Mark({ item }: { item: ExceptionItem }) {
  const t = useText('overview')
  return (
    <span className={cx(styles.mark, item.kind === 'lost' && styles.lost)}>
      <span className="visually-hidden">{t(`exceptions.kind.${item.kind}`)}</span>
      {item.kind === 'high' ? (
        <ArrowUp aria-hidden="true" />
      ) : item.kind === 'low' ? (
        <ArrowDown aria-hidden="true" />
      ) : null}
    </span>
  )
}

function Row({ item, index, trend }: { item: ExceptionItem; index: ParkIndex; trend: Float64Array }) {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const nameOf = useAssetName()
  const { select } = useView()
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
        <Mark item={item} />
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

/** Exceptions with their last hour; a click opens what they are about. */
export function ExceptionList({ index }: { index: ParkIndex }) {
  const t = useText('overview')
  const items = useExceptions()
  const [all, setAll] = useState(false)
  const shown = useMemo(() => (all ? items : items?.slice(0, SHORT)) ?? [], [items, all])
  const trends = useTrends(index, shown)
  const hidden = (items?.length ?? 0) - shown.length
  return (
    <section>
      <div className={styles.section}>
        <PanelHeader title={t('exceptions.title')} aside={t('exceptions.trend')} />
      </div>
      {items === null ? (
        <PanelState kind="loading" />
      ) : (
        <ul id="exceptions" className={styles.list} tabIndex={-1}>
          {items.length === 0 ? (
            <li className={styles.row}>
              <PanelState kind="empty" text={t('exceptions.none')} />
            </li>
          ) : (
            shown.map((item) => (
              <Row
                key={item.id}
                item={item}
                index={index}
                trend={(item.pointId === null ? undefined : trends.get(item.pointId)) ?? NO_TREND}
              />
            ))
          )}
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
