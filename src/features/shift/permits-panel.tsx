import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { shiftQueries } from '../../api/shift-queries.ts'
import type { WorkPermit } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { isExpiring, permitState } from '../../domain/shift/permits.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { type Selection, type View, useViewActions } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { BuriedLines } from './buried-lines.tsx'
import { RefLink } from './ref-link.tsx'
import styles from './shift.module.css'
import { useNamedRow } from './use-named-row.ts'

const MINUTE_MS = 60_000
/** Some hundred metres around the place of a permit. */
const PERMIT_ZOOM = 17
const ORDER = { expired: 0, open: 1, planned: 2, closed: 3 } as const

/** What the overview shows for a permit: the asset that it is about, and the map above its place. */
function placeOf({ assetId, plotId, position: [lng, lat] }: WorkPermit): Partial<View> {
  const selection: Selection | null =
    assetId !== null ? { type: 'asset', id: assetId } : plotId !== null ? { type: 'plot', id: plotId } : null
  return { selection, pointId: null, camera: { lng, lat, zoom: PERMIT_ZOOM, bearing: 0, pitch: 0 } }
}

function PermitRow({ permit, index, now }: { permit: WorkPermit; index: ParkIndex; now: number }) {
  const t = useText('shift')
  const format = useFormat()
  const locale = useLocale()
  const { open } = useViewActions()
  const state = permitState(permit, now)
  const leftMs = Date.parse(permit.validTo) - now
  const row = useNamedRow(permit.id)
  return (
    <li className={styles.item} data-permit={permit.id} {...row}>
      <span className={styles.said}>
        <span className={styles.text}>
          {permit.number} · {t(`permit.type.${permit.type}`)} · {permit.task[locale]}
        </span>
        <span className={styles.small}>
          {format.dateShort(Date.parse(permit.validFrom))} {format.timeShort(Date.parse(permit.validFrom))} –{' '}
          {format.timeShort(Date.parse(permit.validTo))} · {permit.issuer[locale]} → {permit.holder[locale]}
        </span>
        {permit.isolations.map((isolation) => (
          <span key={isolation.assetId} className={styles.small}>
            <RefLink
              reference={{ type: 'asset', id: isolation.assetId }}
              index={index}
              label={t('permit.isolation', { text: isolation.text[locale] })}
            />
          </span>
        ))}
        {permit.alarmIds.length > 0 ? (
          <span className={styles.small}>
            {t('permit.alarms', { count: permit.alarmIds.length })}
            {permit.alarmIds.map((id) => (
              <Fragment key={id}>
                {' · '}
                <RefLink reference={{ type: 'alarm', id }} index={index} />
              </Fragment>
            ))}
          </span>
        ) : null}
        {permit.type === 'excavation' && state !== 'closed' ? (
          <BuriedLines parkId={index.park.id} position={permit.position} />
        ) : null}
        <span className={styles.refs} data-screen-only="">
          {permit.assetId ? <RefLink reference={{ type: 'asset', id: permit.assetId }} index={index} /> : null}
          <button type="button" className={styles.link} onClick={() => open('overview', placeOf(permit))}>
            {t('permit.onMap')}
          </button>
        </span>
      </span>
      <span className={styles.permitState}>
        {state === 'expired' ? <strong>{t('permit.state.expired')}</strong> : t(`permit.state.${state}`)}
        {isExpiring(permit, now) ? (
          <strong className={styles.small}>{t('permit.left', { time: format.age(leftMs) })}</strong>
        ) : null}
      </span>
    </li>
  )
}

/** Permits to work: what is open now first, then what comes. Read-mostly: another system issues them. */
export function PermitsPanel({ index }: { index: ParkIndex }) {
  const t = useText('shift')
  const errorText = useErrorText()
  const now = useServerNow(MINUTE_MS)
  const permits = useQuery(shiftQueries.workPermits(index.park.id, useAsOf(MINUTE_MS)))
  const rows = (permits.data ?? [])
    .map((permit) => ({ permit, state: permitState(permit, now) }))
    .toSorted(
      (a, b) => ORDER[a.state] - ORDER[b.state] || Date.parse(a.permit.validFrom) - Date.parse(b.permit.validFrom),
    )
  const open = rows.filter(({ state }) => state === 'open').length
  return (
    <section className={styles.permits} aria-label={t('permit.title')}>
      <PanelHeader title={t('permit.title')} meta={t('permit.meta')} aside={t('permit.open', { count: open })} />
      {permits.isPending ? (
        <PanelState kind="loading" />
      ) : permits.isError && !permits.data ? (
        <PanelState kind="error" detail={errorText(permits.error)} onRetry={() => void permits.refetch()} />
      ) : rows.length === 0 ? (
        <PanelState kind="empty" text={t('permit.none')} />
      ) : (
        <ul className={styles.rows}>
          {rows.map(({ permit }) => (
            <PermitRow key={permit.id} permit={permit} index={index} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}
