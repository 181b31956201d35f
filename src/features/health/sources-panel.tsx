import { useMemo } from 'react'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading, useLiveReadings } from '../../live/hooks.ts'
import { useReplayedInstant } from '../../session/view.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { qualityNote } from '../../ui/quality-note.ts'
import styles from './health.module.css'

interface Source {
  /** Null: points that come without a gateway, such as the links of the gateways themselves. */
  gateway: Asset | null
  members: readonly Point[]
  latency: Point | undefined
}

function SourceRow({ source }: { source: Source }) {
  const t = useText('quality')
  const words = useText('health')
  const replayed = useReplayedInstant() !== null
  const format = useFormat()
  const nameOf = useAssetName()
  const ids = useMemo(() => source.members.map((point) => point.id), [source])
  const readings = useLiveReadings(ids)
  const latency = useLiveReading(source.latency?.id ?? null)
  let good = 0
  let newest = null
  for (const reading of readings) {
    if (!reading) continue
    if ((reading.freshness === 'live' || reading.freshness === 'late') && reading.quality.startsWith('Good')) good += 1
    if (!newest || reading.sourceTimeMs > newest.sourceTimeMs) newest = reading
  }
  const note = newest ? qualityNote({ ...newest, quality: 'Good' }, t, format) : null
  const lost = note?.hatched ?? true
  return (
    <tr>
      <th scope="row">{source.gateway === null ? words('sources.without') : nameOf(source.gateway)}</th>
      <td className={styles.number}>{format.number(source.members.length)}</td>
      <td className={styles.number}>{format.number(good)}</td>
      <td className={styles.number}>
        {source.gateway === null ? (
          '–'
        ) : latency ? (
          <Figure value={latency.value} unit={latency.unit} decimals={latency.decimals} state={latency} />
        ) : (
          <Figure value={null} unit="ms" decimals={0} />
        )}
      </td>
      <td className={styles.number}>{newest && Number.isFinite(newest.ageMs) ? format.age(newest.ageMs) : '–'}</td>
      <td className={lost ? styles.hatched : undefined}>
        <span className={lost ? styles.strong : undefined}>
          {lost ? (note?.text ?? t('waiting')) : replayed ? words('sources.then') : t('live')}
        </span>
      </td>
    </tr>
  )
}

/** Gateways with their points, and what comes without one: every point of the park is in one row. */
function sourcesOf(index: ParkIndex): readonly Source[] {
  const gateways = index.assets
    .filter(({ kind }) => kind === 'gateway')
    .map<Source>((gateway) => ({
      gateway,
      members: index.pointsByGateway.get(gateway.id) ?? [],
      latency: index.pointsByAsset.get(gateway.id)?.find(({ kind }) => kind === 'latency'),
    }))
  const members = index.points.filter(({ gatewayId }) => gatewayId === null)
  return members.length === 0 ? gateways : [...gateways, { gateway: null, members, latency: undefined }]
}

/** Every gateway with its points, how many of them are good, and when it was last heard. */
export function SourcesPanel({ index }: { index: ParkIndex }) {
  const t = useText('health')
  const sources = useMemo(() => sourcesOf(index), [index])
  return (
    <section className={styles.panel}>
      <PanelHeader title={t('sources')} />
      {sources.length === 0 ? (
        <PanelState kind="empty" text={t('sources.none')} />
      ) : (
        <table className={styles.table} aria-label={t('sources')}>
          <thead>
            <tr>
              <th scope="col">{t('sources.gateway')}</th>
              <th scope="col" className={styles.number}>
                {t('sources.points')}
              </th>
              <th scope="col" className={styles.number}>
                {t('sources.good')}
              </th>
              <th scope="col" className={styles.number}>
                {t('sources.latency')}
              </th>
              <th scope="col" className={styles.number}>
                {t('sources.age')}
              </th>
              <th scope="col">{t('sources.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow key={source.gateway?.id ?? 'without'} source={source} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
