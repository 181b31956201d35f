import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { ConnectionPanel } from './connection-panel.tsx'
import styles from './health.module.css'
import { JournalPanel } from './journal-panel.tsx'
import { MeteringPanel } from './metering-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { RejectedPanel } from './rejected-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'

/** Level 4: whether the instrument itself works. */
export function HealthPage() {
  const t = useText('health')
  const index = useParkIndex()
  usePageMeta(t('meta'))
  return (
    <div className={styles.page} data-level="4">
      <div className={styles.column}>
        <PanelBoundary>{index ? <SourcesPanel index={index} /> : <PanelState kind="loading" />}</PanelBoundary>
        <PanelBoundary>{index ? <ProblemsPanel index={index} /> : null}</PanelBoundary>
        <PanelBoundary>
          <RejectedPanel />
        </PanelBoundary>
      </div>
      <div className={styles.column}>
        <div className={styles.panel}>
          <PanelBoundary>
            <ConnectionPanel />
          </PanelBoundary>
        </div>
        <PanelBoundary>
          <JournalPanel />
        </PanelBoundary>
        <PanelBoundary>{index ? <MeteringPanel index={index} /> : null}</PanelBoundary>
      </div>
    </div>
  )
}
