import { useMemo } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { listOf, sinceMs } from '../../domain/alarms/alarm-list.ts'
import { emWidth } from '../../domain/wall/text-width.ts'
import type { WallLayout } from '../../domain/wall/layout.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient, useServerNow } from '../../live/hooks.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { boxStyle } from './box.tsx'
import { Part } from './part.tsx'
import styles from './strip.module.css'

function Newest({ alarm, layout }: { alarm: Alarm; layout: WallLayout }) {
  const t = useText('wall')
  const format = useFormat()
  const words = useAlarmWords()
  const now = useServerNow(1000)
  const { type, strip, margin } = layout
  const title = words.title(alarm)
  const loss = words.loss(alarm) || words.place(alarm)
  const room = strip.title.width - type.mark * 1.5 - margin
  // One large line where it fits; otherwise two of the smaller size, still an alarm word's 20′.
  const isLong = emWidth(title) * type.title > room
  const returned = alarm.stateName === 'RTN_UNACK'
  const leftMs = alarm.respondBy === null ? null : Date.parse(alarm.respondBy) - now
  const since = format.elapsed(now - sinceMs(alarm))
  const limit =
    leftMs === null ? null : leftMs <= 0 ? t('strip.overdue') : t('strip.left', { time: format.elapsed(leftMs) })
  return (
    <>
      <div className={styles.title} style={boxStyle(strip.title)} data-box="">
        <span className={styles.mark} data-symbol="">
          <AlarmMark {...words.mark(alarm)} px={type.mark} />
        </span>
        <div className={styles.texts}>
          <div className={isLong ? styles.long : styles.short} data-alarm-title="">
            {title}
          </div>
          <div className={styles.meta}>{loss}</div>
        </div>
      </div>
      <div className={styles.state} style={boxStyle(strip.state)} data-box="">
        <div className={styles.word} data-state-word="">
          {t(returned ? 'strip.returned' : 'strip.unacked')}
        </div>
        <div className={styles.meta}>{limit ?? since}</div>
      </div>
    </>
  )
}

function Clock({ layout }: { layout: WallLayout }) {
  const shell = useText('shell')
  const format = useFormat()
  const client = useLiveClient()
  const now = useServerNow(1000)
  const known = client !== null && Number.isFinite(client.store.lastFrameMs)
  return (
    <section
      className={styles.clock}
      style={boxStyle(layout.strip.clock)}
      data-box=""
      aria-label={shell('clock.label')}
    >
      <time className={styles.time} dateTime={known ? new Date(now).toISOString() : undefined}>
        {known ? format.time(now) : '--:--:--'}
      </time>
      <div className={styles.meta}>{known ? format.dateDay(now) : ''}</div>
    </section>
  )
}

/** Alarm strip and clock of a wall: the most urgent alarm that nobody has acknowledged, on every scene. */
export function WallStrip({ layout }: { layout: WallLayout }) {
  const shell = useText('shell')
  const t = useText('wall')
  const format = useFormat()
  const { picture, isCurrent } = useAlarms()
  const alarms = useMemo(() => (picture ? listOf(picture.alarms, 'open') : []), [picture])
  const first = alarms.find((alarm) => !alarm.ackedState)
  const calm = picture ? shell(alarms.length > 0 ? 'strip.allAcked' : 'strip.none') : shell('strip.waiting')
  return (
    <header aria-label={shell('strip.label')} data-wall-strip="">
      <div className={styles.bar} style={boxStyle(layout.stripBar)} />
      {first ? (
        <Part rect={layout.strip.title}>
          <Newest alarm={first} layout={layout} />
        </Part>
      ) : (
        <div className={styles.title} style={boxStyle(layout.strip.title)} data-box="">
          <div className={styles.texts}>
            <div className={styles.calm}>{calm}</div>
            {picture && !isCurrent ? (
              <div className={styles.meta}>{t('strip.asOf', { time: format.timeShort(Date.parse(picture.asOf)) })}</div>
            ) : null}
          </div>
        </div>
      )}
      <Part rect={layout.strip.clock}>
        <Clock layout={layout} />
      </Part>
    </header>
  )
}
