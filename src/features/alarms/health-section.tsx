import { useText } from '../../i18n/use-text.ts'
import { useDeferredAlarms } from '../../live/use-alarms.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarms-page.module.css'
import { HealthTiles } from './health-tiles.tsx'
import { RatePanel } from './rate-panel.tsx'
import { useAlarmHealth } from './use-alarm-health.ts'

/** Rate and figures of the last day, below the lists. */
export function HealthSection() {
  const t = useText('alarms')
  const errorText = useErrorText()
  const { view, patch } = useView()
  const { picture } = useDeferredAlarms()
  const day = useAlarmHealth()
  const stale = picture?.alarms.filter((alarm) => alarm.stale).length ?? 0
  return (
    <>
      <section className={cx(styles.section, styles.low)}>
        <div className={styles.bars}>
          <RatePanel day={day} />
        </div>
      </section>
      <section className={cx(styles.section, styles.low)}>
        <PanelHeader
          title={t('health.title')}
          meta={t('health.meta')}
          aside={
            <Button look="quiet" onClick={() => patch({ alarmList: { ...view.alarmList, pane: 'health' } })}>
              {t('health.open')}
            </Button>
          }
        />
        {day.health ? (
          <HealthTiles health={day.health} stale={stale} />
        ) : (
          <div className={styles.empty}>
            {day.error ? (
              <PanelState kind="error" detail={errorText(day.error)} onRetry={day.retry} />
            ) : (
              <PanelState kind="loading" lines={2} />
            )}
          </div>
        )}
      </section>
    </>
  )
}
