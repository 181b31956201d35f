import { useParkIndex } from '../../session/park-context.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { ConnectionPanel } from './connection-panel.tsx'
import styles from './health.module.css'
import { RejectedPanel } from './rejected-panel.tsx'
import { SourcesPanel } from './sources-panel.tsx'

/** Level 4: whether the instrument itself works. */
export function HealthPage() {
  const index = useParkIndex()
  return (
    <div className={styles.page} data-level="4">
      {index ? <SourcesPanel index={index} /> : <PanelState kind="loading" />}
      <div className={styles.panel}>
        <ConnectionPanel />
      </div>
      <RejectedPanel />
    </div>
  )
}
