import { useDeferredValue } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { AlarmDetail } from './alarm-detail.tsx'
import styles from './alarms-page.module.css'

/**
 * The chosen alarm. The row shows at once that it was chosen, its detail follows in slices; until it is there the one
 * before takes no press, so that nobody acknowledges it for the other.
 */
export function DetailPane({ alarmId }: { alarmId: string | null }) {
  const t = useText('alarms')
  const shown = useDeferredValue(alarmId)
  return (
    <aside className={styles.right} data-region="" aria-label={t('detail.label')} inert={shown !== alarmId}>
      <PanelBoundary resetKeys={[shown]}>
        {shown === null ? (
          <div className={styles.none}>
            <PanelState kind="empty" text={t('detail.none')} />
          </div>
        ) : (
          <AlarmDetail key={shown} alarmId={shown} />
        )}
      </PanelBoundary>
    </aside>
  )
}
