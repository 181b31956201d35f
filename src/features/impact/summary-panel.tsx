import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { ContractSum } from '../../domain/network/impact.ts'
import { SERVICES, type Service } from '../../domain/plots/headroom.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import type { LiveTotal } from '../../ui/live-total.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import styles from './impact.module.css'
import type { Subject } from './subject.ts'
import type { ImpactView } from './use-impact.ts'

const CONTRACT = { power: 'powerKw', water: 'waterM3PerDay', wastewater: 'wastewaterM3PerDay' } as const
export const LOAD_UNIT = { power: 'kW', water: 'm3/h', wastewater: 'm3/h' } as const
export const CONTRACT_UNIT = { power: 'kW', water: 'm3/d', wastewater: 'm3/d' } as const
export const STREAM_OF = { power: 'energy', water: 'water', wastewater: 'wastewater' } as const

function ContractCell({ service, sum }: { service: Service; sum: ContractSum | null }) {
  const t = useText('impact')
  if (sum === null) return <span className={styles.soft}>–</span>
  return (
    <>
      <Figure value={sum.total} unit={CONTRACT_UNIT[service]} decimals={0} />
      {sum.unknownFor > 0 ? (
        <span className={styles.note}>{t('contract.unknown', { count: sum.unknownFor })}</span>
      ) : null}
    </>
  )
}

function LoadCell({ service, load }: { service: Service; load: LiveTotal | null }) {
  if (load === null) return <span className={styles.soft}>–</span>
  return (
    <>
      <Figure
        value={load.total.value}
        unit={LOAD_UNIT[service]}
        decimals={service === 'power' ? 0 : 1}
        state={load.state}
      />
      <FigureNote state={load.state} />
    </>
  )
}

/** What is lost, in one line: how many tenants lose what, and what stops with them. */
export function useLossText(): (view: ImpactView) => string {
  const t = useText('impact')
  return ({ impact, rows, lostMeters }) => {
    const parts = SERVICES.flatMap((service) => {
      const count = rows.filter((row) => row.impact.services.includes(service)).length
      return count > 0 ? [t(`loss.${service}`, { count })] : []
    })
    if (impact.stationIds.length > 0) parts.push(t('loss.stations', { count: impact.stationIds.length }))
    if (parts.length > 0) return parts.join(' ')
    const own = lostMeters.power.length + lostMeters.water.length + lostMeters.wastewater.length
    return own > 0 ? t('loss.ownMeters', { count: own }) : t('loss.none')
  }
}

/** Services that go, with contract and load now, and their totals. */
export function LossTable({ view, isTenant }: { view: ImpactView; isTenant: boolean }) {
  const t = useText('impact')
  const text = useLossText()
  const title = t(isTenant ? 'loss.tenant' : 'loss')
  const shown = SERVICES.filter((service) => view.totals[service] !== null || view.impact.contracts[CONTRACT[service]])
  return (
    <section className={styles.section} aria-label={title}>
      <PanelHeader title={title} aside={isTenant ? null : t('loss.tenants', { count: view.rows.length })} />
      {isTenant ? null : (
        <p className={styles.sentence} data-loss="">
          {text(view)}
        </p>
      )}
      {shown.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('column.service')}</th>
              <th scope="col" className={styles.number}>
                {t('column.contracted')}
              </th>
              <th scope="col" className={styles.number}>
                {t('column.now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((service) => (
              <tr key={service} data-service={service}>
                <th scope="row">
                  <span className={styles.service}>
                    <StreamMark stream={STREAM_OF[service]} />
                    {t(`service.${service}`)}
                  </span>
                </th>
                <td className={styles.number}>
                  <ContractCell service={service} sum={view.impact.contracts[CONTRACT[service]]} />
                </td>
                <td className={styles.number}>
                  <LoadCell service={service} load={view.totals[service]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** From the subject to its source, or to the outfall. Only equipment is named: joints and manholes have no name. */
export function WayPanel({ index, subject, view }: { index: ParkIndex; subject: Subject; view: ImpactView }) {
  const t = useText('impact')
  const nameOf = useAssetName()
  const { select } = useViewActions()
  const { trace } = view
  const assets = trace.upstream.flatMap(({ assetId }) => {
    const asset = assetId === null ? undefined : index.assetById.get(assetId)
    return asset && asset.id !== subject.asset?.id ? [asset] : []
  })
  const steps = assets.filter((asset, at) => assets.indexOf(asset) === at)
  return (
    <section className={styles.section} aria-label={t('way')}>
      <PanelHeader title={t('way')} aside={t('way.length', { count: trace.upEdgeIds.size })} />
      {subject.failed.length > 0 && !trace.isSupplied ? <p className={styles.strong}>{t('way.none')}</p> : null}
      <ol className={styles.way}>
        {steps.map((asset) => (
          <li key={asset.id}>
            <button type="button" className={styles.link} onClick={() => select({ type: 'asset', id: asset.id })}>
              {nameOf(asset)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

const MOST_NAMES = 4

/** What is odd about the network here: said in words and named, never drawn as if it were a plan. */
export function OddPanel({ index, view }: { index: ParkIndex; view: ImpactView }) {
  const t = useText('impact')
  const words = useText('words')
  const nameOf = useAssetName()
  if (view.irregularities.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('odd')}>
      <PanelHeader title={t('odd')} />
      <ul>
        {view.irregularities.map(({ kind, network, nodeIds, assetIds, edgeId }) => {
          const names = assetIds.flatMap((id) => {
            const asset = index.assetById.get(id)
            return asset ? [nameOf(asset)] : []
          })
          const listed = names.length > 0 ? names : nodeIds
          const rest = listed.length - MOST_NAMES
          const name = [...listed.slice(0, MOST_NAMES), ...(rest > 0 ? [t('odd.more', { count: rest })] : [])].join(
            ', ',
          )
          return (
            <li key={`${kind} ${edgeId ?? nodeIds[0] ?? ''}`} className={styles.odd}>
              {kind === 'island'
                ? t('odd.island', { network: words(`network.${network}`), count: nodeIds.length, names: name })
                : t('odd.loop', { network: words(`network.${network}`), edge: edgeId ?? '', names: name })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
