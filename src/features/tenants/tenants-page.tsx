import type { ComponentType } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { usePresentation } from '../../session/presentation.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useOffers } from '../../live/use-offers.ts'
import { TENANT_TABS, useView } from '../../session/view.ts'
import { Later } from '../../ui/later.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { ComparePanel } from './compare-panel.tsx'
import { DirectoryPanel } from './directory-panel.tsx'
import { DirectorySummary } from './directory-summary.tsx'
import { FreePanel } from './free-panel.tsx'
import { FreeStage } from './free-stage.tsx'
import { OfferCard } from './offer-card.tsx'
import { PlotsPanel } from './plots-panel.tsx'
import { TenantPanel } from './tenant-panel.tsx'
import styles from './tenants.module.css'
import { useDirectory, type Directory } from './use-directory.ts'

export interface TenantsPageProps {
  /** Shows what is neither a tenant nor a plot: a meter, a feeder, a district. */
  detail: ComponentType
}

function FreeTab({ index }: { index: ParkIndex }) {
  return <FreePanel index={index} view={useOffers(index)} />
}

/** A free plot's card; other plots open their details; nothing picked compares what is ticked. */
function FreeSide({
  index,
  plotId,
  detail: Detail,
}: {
  index: ParkIndex
  plotId: string | null
  detail?: ComponentType
}) {
  const { offers, isLoading } = useOffers(index)
  if (plotId === null) return <ComparePanel offers={offers} />
  const offer = offers.find(({ plot }) => plot.id === plotId)
  if (offer) return <OfferCard key={plotId} index={index} offer={offer} offers={offers} />
  return isLoading || !Detail ? <PanelState kind="loading" /> : <Detail />
}

function Side({ index, directory, detail: Detail }: { index: ParkIndex; directory: Directory; detail: ComponentType }) {
  const { view } = useView()
  const { selection } = view
  if (selection === null) {
    return view.tenants.tab === 'free' ? (
      <FreeSide index={index} plotId={null} />
    ) : (
      <DirectorySummary directory={directory} />
    )
  }
  if (selection.type === 'plot') return <FreeSide index={index} plotId={selection.id} detail={Detail} />
  if (selection.type === 'tenant') {
    return <TenantPanel key={selection.id} index={index} directory={directory} tenantId={selection.id} />
  }
  return <Detail />
}

function Loaded({ index, detail }: { index: ParkIndex; detail: ComponentType }) {
  const t = useText('tenants')
  const { view, patch } = useView()
  const directory = useDirectory(index)
  const { tab } = view.tenants
  const layout = usePresentation()
  usePageMeta(t('meta', { tenants: index.tenants.length }))
  if (layout === 'tour' && tab === 'free' && view.selection === null) return <FreeStage index={index} />
  return (
    <div className={styles.page}>
      <section className={styles.list} aria-label={t(`tab.${tab}`)}>
        <div className={styles.tabs} data-screen-only="">
          <Segmented
            label={t('tabs')}
            value={tab}
            options={TENANT_TABS.map((id) => ({ id, label: t(`tab.${id}`) }))}
            onChange={(next) => patch({ tenants: { ...view.tenants, tab: next, sort: null, status: null } })}
          />
        </div>
        <PanelBoundary resetKeys={[tab]}>
          {tab === 'directory' ? <DirectoryPanel index={index} directory={directory} /> : null}
          {tab === 'free' ? <FreeTab index={index} /> : null}
          {tab === 'plots' ? <PlotsPanel index={index} directory={directory} /> : null}
        </PanelBoundary>
      </section>
      <aside className={styles.side} aria-label={t('side')}>
        <Later>
          <PanelBoundary resetKeys={[view.selection?.id]}>
            <Side index={index} directory={directory} detail={detail} />
          </PanelBoundary>
        </Later>
      </aside>
    </div>
  )
}

/** Who is in the park, on which land, what they use, and what free land can carry. */
export function TenantsPage({ detail }: TenantsPageProps) {
  const index = useParkIndex()
  return index ? <Loaded index={index} detail={detail} /> : <PanelState kind="loading" />
}
