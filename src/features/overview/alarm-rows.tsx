import type { Alarm } from '../../contract/alarms.ts'
import { sinceMs } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useStateWord } from '../../i18n/state-word.ts'
import { useText } from '../../i18n/use-text.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useViewActions } from '../../session/view.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import styles from './side-column.module.css'
import { trendOf } from './trend.ts'

/** One alarm among what stands out; a click opens its detail. */
export function AlarmRow({ alarm, trend }: { alarm: Alarm; trend: Float64Array }) {
  const t = useText('overview')
  const shell = useText('shell')
  const format = useFormat()
  const words = useAlarmWords()
  const { open } = useViewActions()
  const title = words.title(alarm)
  const time = format.time(sinceMs(alarm))
  const loss = words.loss(alarm)
  const point = useParkIndex()?.pointById.get(alarm.pointId ?? '')
  // A switch does not rise or fall: it stands somewhere.
  const state = useStateWord(point?.kind)(alarm.value ?? Number.NaN)
  const returned = alarm.stateName === 'RTN_UNACK'
  const last = alarm.ackedState ? words.state(alarm) : shell(returned ? 'strip.returned' : 'strip.unacked')
  return (
    <li className={styles.row}>
      <button type="button" className={styles.rowButton} onClick={() => open('alarms', { alarmId: alarm.id })}>
        <span className={styles.alarmMark}>
          <AlarmMark {...words.mark(alarm)} />
        </span>
        <span className={styles.texts}>
          <span className={`${styles.name} ${styles.wrapped}`} title={title}>
            {title}
          </span>
          <span className={styles.meta} style={{ display: 'block' }}>
            {`${words.place(alarm)} · ${time}`}
          </span>
          <span className={`${styles.meta} ${styles.wrapped}`} title={loss}>
            {loss === '' ? last : `${loss} · ${last}`}
          </span>
        </span>
        <span className={styles.trend}>
          {alarm.pointId === null ? null : (
            <>
              {state === undefined ? (
                <Sparkline values={trend} tone="text" size="row" label={t('exceptions.trend')} />
              ) : null}
              {returned ? shell('strip.returned') : (state ?? t(`trend.${trendOf(trend)}`))}
            </>
          )}
        </span>
      </button>
    </li>
  )
}
