import type { ComponentType } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { KpiBand } from './kpi-band.tsx'
import { MapPanel } from './map-panel.tsx'
import styles from './overview-page.module.css'
import { SideColumn } from './side-column.tsx'

export interface OverviewPageProps {
  /** What the side column becomes while something is selected. */
  detail: ComponentType
  /** Called when the first live number is on screen. */
  onFirstValue: () => void
}

/** Level 1: map with exceptions, twelve figures, what stands out and what is next due. */
export function OverviewPage({ detail: Detail, onFirstValue }: OverviewPageProps) {
  const t = useText('overview')
  const detailText = useText('detail')
  const index = useParkIndex()
  const { view } = useView()
  const selected = view.selection !== null
  return (
    <div className={styles.page} data-level="1">
      <section className={styles.map} aria-label={t('map.label')}>
        <PanelBoundary>
          <MapPanel />
        </PanelBoundary>
      </section>
      <aside className={styles.side} data-region="" aria-label={selected ? detailText('label') : t('side.label')}>
        <PanelBoundary resetKeys={[view.selection?.id]}>
          {index ? selected ? <Detail /> : <SideColumn index={index} /> : <PanelState kind="loading" lines={5} />}
        </PanelBoundary>
      </aside>
      <div className={styles.band}>
        <PanelBoundary>
          <KpiBand index={index} onFirstValue={onFirstValue} />
        </PanelBoundary>
      </div>
    </div>
  )
}
