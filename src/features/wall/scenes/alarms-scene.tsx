import { useMemo } from 'react'
import { PRIORITIES } from '../../../contract/alarm-definitions.ts'
import type { Alarm } from '../../../contract/alarms.ts'
import type { Stream } from '../../../contract/asset-kinds.ts'
import { countAlarms, listOf, rankOf, sinceMs, worstMark } from '../../../domain/alarms/alarm-list.ts'
import { headedCells, roomFor } from '../../../domain/wall/layout.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useServerNow } from '../../../live/hooks.ts'
import { useAlarms } from '../../../live/use-alarms.ts'
import { AlarmMark } from '../../../ui/alarm-mark.tsx'
import { useAlarmWords } from '../../../ui/use-alarm-words.ts'
import { Box } from '../box.tsx'
import { Part } from '../part.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { useWall } from '../wall-context.ts'
import styles from '../wall.module.css'

const SYSTEMS: readonly { id: Exclude<Stream, 'environment'>; streams: readonly Stream[] }[] = [
  { id: 'energy', streams: ['energy'] },
  { id: 'water', streams: ['water'] },
  { id: 'wastewater', streams: ['wastewater'] },
  { id: 'waste', streams: ['waste'] },
  { id: 'data', streams: ['data', 'environment'] },
]
const NONE: readonly Alarm[] = []

function AlarmPart({ alarm }: { alarm: Alarm }) {
  const shell = useText('shell')
  const format = useFormat()
  const words = useAlarmWords()
  const { layout } = useWall()
  const now = useServerNow(1000)
  const since = format.elapsed(now - sinceMs(alarm))
  const state = alarm.ackedState ? '' : shell(alarm.stateName === 'RTN_UNACK' ? 'strip.returned' : 'strip.unacked')
  return (
    <div className={styles.list}>
      <span className={styles.mark} data-symbol="">
        <AlarmMark {...words.mark(alarm)} px={layout.type.mark} />
      </span>
      <div className={styles.listText}>
        <div className={styles.name}>{words.title(alarm)}</div>
        <div className={styles.target}>{[state, since].filter((part) => part !== '').join(' · ')}</div>
      </div>
    </div>
  )
}

/** Open alarms of each system, one line each. */
function Systems({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useText('wall')
  const words = useText('words')
  const format = useFormat()
  const { layout } = useWall()
  return (
    <div className={styles.systems}>
      {SYSTEMS.map(({ id, streams }) => {
        const counts = countAlarms(alarms, streams)
        const shown = PRIORITIES.filter((priority) => counts[priority].open > 0)
        return (
          <div key={id} className={styles.system}>
            <span className={styles.systemName}>{t(`system.${id}`)}</span>
            {shown.length === 0 ? <span className={styles.dim}>{format.number(0)}</span> : null}
            {shown.map((priority) => {
              const mark = worstMark(counts[priority])
              return (
                <span key={priority} className={styles.systemCount} data-symbol="">
                  <AlarmMark
                    priority={rankOf(priority)}
                    state={mark === 'returned' ? 'returned' : 'acknowledged'}
                    label={words(`alarm.priority.${priority}`)}
                    px={layout.type.mark}
                  />
                  {format.number(counts[priority].open)}
                </span>
              )
            })}
          </div>
        )
      })}
    </div>
  )
}

/** Open alarms, the most urgent first, and how many each system has. */
export function AlarmsScene() {
  const shell = useText('shell')
  const t = useText('wall')
  const { layout } = useWall()
  const { picture } = useAlarms()
  const alarms = useMemo(() => (picture ? listOf(picture.alarms, 'open') : NONE), [picture])
  const { cells } = headedCells(layout)
  const boxes = cells.slice(0, -1)
  const last = cells.at(-1)
  const room = roomFor(boxes, layout.rowHeight)
  const hidden = alarms.length > room ? alarms.length - room + 1 : 0
  const parts: ScenePart[] = alarms.slice(0, alarms.length - hidden).map((alarm) => ({
    key: alarm.id,
    rows: 1,
    content: <AlarmPart alarm={alarm} />,
  }))
  if (hidden > 0) {
    parts.push({ key: 'more', rows: 1, content: <p className={styles.more}>{t('alarms.more', { count: hidden })}</p> })
  }
  if (parts.length === 0) {
    parts.push({
      key: 'none',
      rows: 1,
      content: <p className={styles.calm}>{picture ? shell('strip.none') : shell('strip.waiting')}</p>,
    })
  }
  return (
    <>
      <Parts boxes={boxes} parts={parts} />
      {last ? (
        <Box rect={last}>
          <Part>
            <Systems alarms={alarms} />
          </Part>
        </Box>
      ) : null}
    </>
  )
}
