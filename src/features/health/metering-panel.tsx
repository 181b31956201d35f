import { useMemo } from 'react'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import { METERED_STREAMS, meteringOf } from '../../domain/quality/metering.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient, useServerNow } from '../../live/hooks.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './health.module.css'

const STEP_MS = 5000
/** Sends, or has not had the time to. */
const HEARD: ReadonlySet<number | undefined> = new Set([
  FRESHNESS_BYTE.live,
  FRESHNESS_BYTE.late,
  FRESHNESS_BYTE.waiting,
])
const NAMES = 3

/** Which part of what tenants may draw nobody measures: without a meter, or with one that says nothing. */
export function MeteringPanel({ index }: { index: ParkIndex }) {
  const t = useText('health')
  const words = useText('words')
  const format = useFormat()
  const client = useLiveClient()
  const now = useServerNow(STEP_MS)
  const rows = useMemo(() => {
    const isHeard = (assetId: string): boolean =>
      client === null ||
      (index.pointsByAsset.get(assetId) ?? []).some(({ id }) =>
        HEARD.has(client.store.freshness[client.store.indexOf(id)]),
      )
    // Judged again as time goes by: the store is no state of React's.
    return Number.isFinite(now) ? METERED_STREAMS.map((stream) => meteringOf(index, stream, isHeard)) : []
  }, [index, client, now])
  const namesOf = (tenants: readonly { name: string }[]): string =>
    [
      ...tenants.slice(0, NAMES).map(({ name }) => name),
      ...(tenants.length > NAMES ? [t('metering.more', { count: tenants.length - NAMES })] : []),
    ].join(', ')
  return (
    <section className={styles.panel} aria-label={t('metering')}>
      <PanelHeader title={t('metering')} meta={t('metering.meta')} />
      <table className={styles.table} aria-label={t('metering')}>
        <thead>
          <tr>
            <th scope="col">{t('metering.stream')}</th>
            <th scope="col" className={styles.number}>
              {t('metering.tenants')}
            </th>
            <th scope="col" className={styles.number}>
              {t('metering.without')}
            </th>
            <th scope="col" className={styles.number}>
              {t('metering.silent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stream, tenants, without, silent, unmeteredShare, silentShare }) => (
            <tr key={stream}>
              <th scope="row">
                {words(`stream.${stream}`)}
                {without.length + silent.length > 0 ? (
                  <span className={styles.sample}>{namesOf([...without, ...silent])}</span>
                ) : null}
              </th>
              <td className={styles.number}>{format.number(tenants)}</td>
              {[unmeteredShare, silentShare].map((share, at) => (
                <td key={at === 0 ? 'without' : 'silent'} className={styles.number}>
                  <Figure value={share === null ? null : share * 100} unit="%" decimals={1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
