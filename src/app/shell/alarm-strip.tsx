import { BellOff, VolumeX } from 'lucide-react'
import { useMemo } from 'react'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { countAlarms, listOf, rankOf, sinceMs, totalOf, worstMark } from '../../domain/alarms/alarm-list.ts'
import { soundingEvents } from '../../domain/alarms/sounding.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarmSound } from '../../live/alarm-sound.ts'
import { useLiveClient, useServerNow } from '../../live/hooks.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import styles from './top-bar.module.css'

/** Counts by priority; one that is zero shows no mark, so that a calm strip holds no colour. */
function Counts({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useText('shell')
  const words = useText('words')
  const format = useFormat()
  const counts = countAlarms(alarms)
  return (
    <ul className={styles.counts}>
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
          <li key={priority} className={styles.count} title={label} data-open={count.open}>
            {/* The alarm itself blinks beside them; the counts only count. */}
            <AlarmMark
              priority={rankOf(priority)}
              state={mark === 'returned' ? 'returned' : 'acknowledged'}
              label={label}
              size={18}
            />
            <span aria-hidden="true">{format.number(count.open)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The most urgent unacknowledged alarm: what, where, what it takes, how long already. */
function Newest({ alarm }: { alarm: Alarm }) {
  const t = useText('shell')
  const format = useFormat()
  const words = useAlarmWords()
  const { open } = useViewActions()
  const now = useServerNow(1000)
  const returned = alarm.stateName === 'RTN_UNACK'
  const leftMs = alarm.respondBy === null ? null : Date.parse(alarm.respondBy) - now
  const limit =
    leftMs === null
      ? t('strip.noLimit')
      : leftMs <= 0
        ? t('strip.overdue')
        : t('strip.respondIn', { time: format.elapsed(leftMs) })
  const title = words.title(alarm)
  const loss = words.loss(alarm) || words.place(alarm)
  return (
    <>
      <span className={styles.alarmMark}>
        <AlarmMark {...words.mark(alarm)} size={26} />
      </span>
      <div className={cx(styles.texts, styles.what)}>
        <div className={cx(styles.line, styles.title)} title={title}>
          {title}
        </div>
        <div className={styles.meta} title={loss}>
          {loss}
        </div>
      </div>
      <div className={cx(styles.rule, styles.roomy)} />
      <div className={cx(styles.texts, styles.roomy, styles.rigid)}>
        <div className={styles.line}>
          <b className="reduced-motion-only">{t('strip.word')} · </b>
          {t(returned ? 'strip.returned' : 'strip.unacked')} · {format.elapsed(now - sinceMs(alarm))}
        </div>
        <div className={styles.meta}>{limit}</div>
      </div>
      <Button onClick={() => open('alarms', { alarmId: alarm.id })}>{t('strip.open')}</Button>
    </>
  )
}

/** Whether the alarms can be heard: a button that silences, or an honest word that nothing is let out, with the way back. */
function Sound({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useText('shell')
  const state = useAlarmSound((sound) => sound.state)
  const playing = useAlarmSound((sound) => sound.playing)
  const silence = useAlarmSound((sound) => sound.silence)
  const off = useAlarmSound((sound) => sound.off)
  const setOff = useAlarmSound((sound) => sound.setOff)
  const enable = useAlarmSound((sound) => sound.enable)
  if (off) {
    return (
      <Button title={t('sound.offTitle')} onClick={() => setOff(false)}>
        <VolumeX className={styles.icon} aria-hidden="true" />
        <b>{t('sound.off')}</b>
      </Button>
    )
  }
  if (playing === null) return null
  if (state !== 'ready') {
    return (
      <Button title={t('sound.blockedTitle')} onClick={enable}>
        <VolumeX className={styles.icon} aria-hidden="true" />
        <b>{t('sound.blocked')}</b>
      </Button>
    )
  }
  return (
    <Button
      title={t('sound.silenceTitle')}
      aria-label={t('sound.silence')}
      onClick={() => silence(soundingEvents(alarms))}
    >
      <BellOff className={styles.icon} aria-hidden="true" />
      <span className={styles.ample}>{t('sound.silence')}</span>
    </Button>
  )
}

/** Alarms on every screen: left aligned, so that nothing in it moves when it fills. */
export function AlarmStrip() {
  const t = useText('shell')
  const format = useFormat()
  const client = useLiveClient()
  const { view, open } = useView()
  const replaying = view.at !== null
  const { picture, error, isCurrent } = useAlarms()
  const alarms = useMemo(() => (picture ? listOf(picture.alarms, 'open') : []), [picture])
  const first = alarms.find((alarm) => !alarm.ackedState)
  const { open: openCount } = totalOf(countAlarms(alarms))
  // The picture was true when the channel was last heard, or when it was last asked for.
  const heardMs = client?.store.lastFrameMs ?? Number.NaN
  const asOfMs = picture ? Math.max(Date.parse(picture.asOf), Number.isFinite(heardMs) ? heardMs : 0) : Number.NaN
  return (
    <section className={cx(styles.strip, picture && !isCurrent && styles.old)} aria-label={t('strip.label')}>
      {picture ? <Counts alarms={alarms} /> : null}
      {picture?.flood.active ? (
        <div className={styles.texts}>
          <div className={styles.flood}>{t('strip.flood')}</div>
          <div className={styles.meta}>{t('strip.floodDetail', { count: format.number(picture.flood.count) })}</div>
        </div>
      ) : null}
      {openCount > 0 ? <div className={styles.rule} /> : null}
      {first ? (
        <Newest alarm={first} />
      ) : (
        <div className={styles.texts}>
          <output className={cx(styles.line, styles.calm)}>
            {picture
              ? t(openCount > 0 ? 'strip.allAcked' : 'strip.none')
              : t(error ? (replaying ? 'replay.noAlarms' : 'strip.failed') : 'strip.waiting')}
          </output>
        </div>
      )}
      {!first && openCount > 0 ? <Button onClick={() => open('alarms')}>{t('nav.alarms')}</Button> : null}
      {replaying ? null : <Sound alarms={alarms} />}
      {picture && !isCurrent ? (
        <output className={styles.asOf}>{t('strip.asOf', { time: format.time(asOfMs) })}</output>
      ) : null}
    </section>
  )
}
