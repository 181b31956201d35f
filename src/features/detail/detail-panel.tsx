import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView, type Selection } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './detail.module.css'
import { FactList } from './fact-list.tsx'
import { AssetLinks, NeighbourList, TenantLinks } from './neighbour-list.tsx'
import { PointHistory } from './point-history.tsx'
import { PointList } from './point-list.tsx'
import { findSubject, leadingPoint, type Subject } from './subject.ts'
import { useFacts } from './use-facts.ts'

/** Title and kind of what is selected. */
function useHeading(): (subject: Subject) => { title: string; kind: string } {
  const t = useText('detail')
  const words = useText('words')
  const locale = useLocale()
  const nameOf = useAssetName()
  return (subject) => {
    const { park, asset, plot, site, edge, tenant, selection } = subject
    if (park) return { title: park.name[locale], kind: park.address[locale] }
    if (selection.type === 'tenant' && tenant) return { title: tenant.name, kind: t('kind.tenant') }
    if (asset) return { title: nameOf(asset), kind: asset.name ? words(`asset.${asset.kind}`) : '' }
    if (site) return { title: site.properties.name[locale], kind: words(`site.${site.properties.kind}`) }
    if (edge) return { title: words(`network.${edge.properties.network}`), kind: t('kind.edge') }
    const code = plot?.properties.code ?? selection.id.replace(/^plot-/, '').toUpperCase()
    return { title: `${t('kind.plot')} ${code}`, kind: plot ? words(`plotStatus.${plot.properties.status}`) : '' }
  }
}

function usePlan(parkId: string, selection: Selection) {
  const plots = useQuery({ ...geometryQueries.collection(parkId, 'plots'), enabled: selection.type === 'plot' })
  const sites = useQuery({ ...geometryQueries.collection(parkId, 'sites'), enabled: selection.type === 'site' })
  const edges = useQuery({ ...geometryQueries.collection(parkId, 'network-edges'), enabled: selection.type === 'edge' })
  const pending = plots.isLoading || sites.isLoading || edges.isLoading
  const plan = useMemo(
    () => ({ plots: plots.data ?? [], sites: sites.data ?? [], edges: edges.data ?? [] }),
    [plots.data, sites.data, edges.data],
  )
  return { plan, pending }
}

function Selected({ index, selection }: { index: ParkIndex; selection: Selection }) {
  const t = useText('detail')
  const { view, patch, select } = useView()
  const { plan, pending } = usePlan(index.park.id, selection)
  const headingOf = useHeading()
  const factsOf = useFacts(index)
  const subject = useMemo(() => findSubject(index, plan, selection), [index, plan, selection])
  const close = <CloseButton label={t('close')} escapes onClose={() => select(null)} />
  if (!subject) {
    return (
      <div className={styles.panel}>
        <div className={styles.head}>
          <div className={styles.titles}>
            {pending ? (
              <PanelState kind="loading" />
            ) : (
              <PanelState kind="empty" text={t('notFound', { id: selection.id })} />
            )}
          </div>
          {close}
        </div>
      </div>
    )
  }
  const { title, kind } = headingOf(subject)
  const chosen = subject.points.find((point) => point.id === view.pointId) ?? leadingPoint(subject.points)
  const { asset, tenant } = subject
  return (
    <div className={styles.panel} data-selected={selection.id}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title} title={title} dir="auto">
            {title}
          </h2>
          {kind === '' || kind === title ? null : <p className={styles.meta}>{kind}</p>}
        </div>
        {close}
      </header>
      {subject.park ? null : (
        <PointList
          index={index}
          points={subject.points}
          chosenId={chosen?.id ?? null}
          onChoose={(pointId) => patch({ pointId })}
        />
      )}
      {chosen ? <PointHistory index={index} point={chosen} /> : null}
      <FactList facts={factsOf(subject)} />
      {tenant ? <TenantLinks tenant={tenant} open={selection.type === 'tenant' ? 'plots' : 'tenant'} /> : null}
      {asset ? <NeighbourList index={index} asset={asset} /> : null}
      {!asset && subject.assets.length > 0 ? (
        <section className={styles.section}>
          <AssetLinks title={subject.park ? t('park.heads') : t('assets')} assets={subject.assets} />
        </section>
      ) : null}
    </div>
  )
}

/** Everything about what is selected. It stands where the exceptions were; Esc brings them back. */
export function DetailPanel() {
  const index = useParkIndex()
  const { view } = useView()
  if (!index || !view.selection) return <PanelState kind="loading" />
  return <Selected key={`${view.selection.type}:${view.selection.id}`} index={index} selection={view.selection} />
}
