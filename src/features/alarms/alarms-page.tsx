import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { listOf } from '../../domain/alarms/alarm-list.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarmSound } from '../../live/alarm-sound.ts'
import { useDeferredAlarms } from '../../live/use-alarms.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useView } from '../../session/view.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { AlarmConsole } from './alarm-console.tsx'
import styles from './alarms-page.module.css'
import { CommandHost } from './command-host.tsx'
import { DetailPane } from './detail-pane.tsx'
import { type Ask, AskContext } from './ask-context.ts'
import { HealthPane } from './health-pane.tsx'
import { JournalPane } from './journal-pane.tsx'

/** Level 3: what is wrong, what to do about it, and the proof of what was done. */
export function AlarmsPage() {
  const t = useText('alarms')
  const errorText = useErrorText()
  const { view, patch } = useView()
  // A pane is thousands of elements: it is built in slices, and the next press need not wait for it.
  const pane = useDeferredValue(view.alarmList.pane)
  const { picture, error, retry } = useDeferredAlarms()
  const sound = useAlarmSound((state) => state.state)
  const off = useAlarmSound((state) => state.off)
  usePageMeta(t(off ? 'meta.soundOff' : sound === 'ready' ? 'meta.sound' : 'meta.noSound'))
  const [ask, setAsk] = useState<Ask | null>(null)
  const context = useMemo(() => ({ ask: setAsk }), [])

  // The detail stands still: the alarm that is most urgent when the screen opens goes into its address.
  const first = useMemo(() => (picture ? listOf(picture.alarms, 'open')[0] : undefined), [picture])
  useEffect(() => {
    if (view.alarmId === null && first) patch({ alarmId: first.id })
  }, [view.alarmId, first, patch])

  if (!picture) {
    return (
      <div className={styles.none}>
        {error ? (
          <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
        ) : (
          <PanelState kind="loading" lines={6} />
        )}
      </div>
    )
  }
  return (
    <AskContext value={context}>
      <div className={styles.page} data-level="3">
        <div className={styles.left}>
          <PanelBoundary resetKeys={[pane]}>
            {pane === 'journal' ? (
              <JournalPane />
            ) : pane === 'health' ? (
              <HealthPane />
            ) : (
              <AlarmConsole picture={picture} />
            )}
          </PanelBoundary>
        </div>
        <DetailPane alarmId={view.alarmId} />
        {ask ? <CommandHost ask={ask} onClose={() => setAsk(null)} /> : null}
      </div>
    </AskContext>
  )
}
