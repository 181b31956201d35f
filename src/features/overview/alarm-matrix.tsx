import { useMemo } from 'react'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import type { Stream } from '../../contract/asset-kinds.ts'
import { countAlarms, rankOf, totalOf, worstMark } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useViewActions } from '../../session/view.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { WHOLE_LIST } from '../../session/alarm-list-view.ts'
import styles from './side-column.module.css'

/** Rows of the table. What belongs to no stream of the park stands with its data sources. */
const ROWS: readonly { id: Stream; streams: readonly Stream[] }[] = [
  { id: 'energy', streams: ['energy'] },
  { id: 'water', streams: ['water'] },
  { id: 'wastewater', streams: ['wastewater'] },
  { id: 'waste', streams: ['waste'] },
  { id: 'data', streams: ['data', 'environment'] },
]

const NONE: readonly Alarm[] = []

/** Open alarms by system and priority; a number opens the list of just these. */
export function AlarmMatrix() {
  const t = useText('overview')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const { open } = useViewActions()
  const { picture, error, retry } = useAlarms()
  const alarms = useMemo(() => (picture ? picture.alarms : NONE), [picture])
  const total = totalOf(countAlarms(alarms)).open
  if (error) return <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
  return (
    <section>
      <PanelHeader title={t('alarms.title')} aside={picture ? t('alarms.open', { count: total }) : undefined} />
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('alarms.system')}</span>
            </th>
            {PRIORITIES.map((priority) => (
              <th key={priority} scope="col" title={words(`alarm.priority.${priority}`)}>
                {priority}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ id, streams }) => {
            const counts = countAlarms(alarms, streams)
            return (
              <tr key={id}>
                <th scope="row">{words(`stream.${id}`)}</th>
                {PRIORITIES.map((priority) => {
                  const count = counts[priority]
                  const mark = worstMark(count)
                  if (mark === null) {
                    return (
                      <td key={priority} className={styles.zero}>
                        {picture ? format.number(0) : '–'}
                      </td>
                    )
                  }
                  const label = `${words(`alarm.priority.${priority}`)}, ${words(`stream.${id}`)}: ${format.number(count.open)}`
                  return (
                    <td key={priority} className={styles.some}>
                      <button
                        type="button"
                        className={styles.countButton}
                        aria-label={label}
                        onClick={() =>
                          open('alarms', { alarmList: { ...WHOLE_LIST, streams, priorities: [priority] } })
                        }
                      >
                        <AlarmMark
                          priority={rankOf(priority)}
                          state={mark === 'unacknowledged' ? 'acknowledged' : mark}
                          label=""
                          size={18}
                        />
                        {format.number(count.open)}
                      </button>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
