import { useMemo } from 'react'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import type { Stream } from '../../contract/asset-kinds.ts'
import { countAlarms, rankOf, worstMark } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useDeferredAlarms } from '../../live/use-alarms.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import styles from './navigation.module.css'

/** Systems that a screen is about. Screens that are not named here are about none. */
const STREAMS: Readonly<Record<string, readonly Stream[]>> = {
  energy: ['energy'],
  water: ['water', 'wastewater'],
  waste: ['waste'],
  health: ['data', 'environment'],
}

/** Marks of the open alarms of a screen's systems, one by priority; nothing while there are none. */
export function NavigationMarks({ screenId }: { screenId: string }) {
  const streams = STREAMS[screenId]
  return streams ? <Marks streams={streams} /> : null
}

function Marks({ streams }: { streams: readonly Stream[] }) {
  const t = useText('shell')
  const words = useText('words')
  const format = useFormat()
  const { picture } = useDeferredAlarms()
  const counts = useMemo(() => (picture ? countAlarms(picture.alarms, streams) : null), [picture, streams])
  if (!counts) return null
  return (
    <span className={styles.marks}>
      {PRIORITIES.map((priority) => {
        const count = counts[priority]
        const mark = worstMark(count)
        if (mark === null) return null
        const label = t('strip.count', {
          priority: words(`alarm.priority.${priority}`),
          open: format.number(count.open),
          unacked: format.number(count.unacked),
        })
        return (
          <AlarmMark
            key={priority}
            priority={rankOf(priority)}
            state={mark === 'returned' ? 'returned' : 'acknowledged'}
            label={label}
            size={18}
          />
        )
      })}
    </span>
  )
}
