import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { listOf } from '../../domain/alarms/alarm-list.ts'
import { usePlayer, useReplay } from '../../live/replay-context.tsx'
import { useServerNow } from '../../live/hooks.ts'
import { usePresentAlarms } from '../../live/use-alarms.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useTimeNotice } from '../../session/time-notice.ts'
import { useViewActions } from '../../session/view.ts'
import styles from './shell.module.css'

/** What waits in the present while somebody looks at the past. */
function PresentAlarms() {
  const t = useText('shell')
  const format = useFormat()
  const present = usePresentAlarms()
  const waiting = listOf(present?.alarms ?? [], 'open').filter((alarm) => !alarm.ackedState).length
  return waiting === 0 ? null : <b>{t('replay.present', { count: waiting, shown: format.number(waiting) })}</b>
}

/** The head of the replay frame: which instant, that nothing can be changed, and the way back. */
export function ReplayBand() {
  const t = useText('shell')
  const format = useFormat()
  const { patch } = useViewActions()
  const index = useParkIndex()
  const replay = useReplay()
  const player = usePlayer()
  const now = useServerNow(1000)
  const known = replay !== null
  const state =
    player.fault === 'not-kept'
      ? t('replay.notKept')
      : player.fault === 'failed'
        ? t('replay.failed')
        : player.phase === 'seeking'
          ? t('replay.seeking')
          : player.waiting
            ? t('replay.waiting')
            : player.playing
              ? t('replay.playing', { speed: format.number(player.speed) })
              : t('replay.paused')
  return (
    <section className={styles.replayBand} data-region="" aria-label={t('replay.frame')}>
      <b className={styles.replayWord}>{t('replay.frame')}</b>
      <time className={styles.replayTime} dateTime={known ? new Date(now).toISOString() : undefined}>
        {known ? `${format.dateLong(now)} ${format.time(now)} · ${format.zoneLabel(now)}` : ''}
      </time>
      <output>{state}</output>
      {index?.park.dataMode === 'simulated' ? <span>{t('simulated')}</span> : null}
      <span className={styles.replayNote}>{t('replay.readOnly')}</span>
      <PresentAlarms />
      <button type="button" className={styles.replayLeave} onClick={() => patch({ at: null })}>
        {t('replay.leave')}
      </button>
    </section>
  )
}

/** Says why the screen is live although an instant was asked for. */
export function TimeNoticeBand() {
  const t = useText('shell')
  const notice = useTimeNotice((state) => state.notice)
  const set = useTimeNotice((state) => state.set)
  if (notice === null) return null
  return (
    <div className={styles.band}>
      <output>{t(notice === 'future' ? 'replay.future' : 'replay.caughtUp')}</output>
      <button type="button" className={styles.replayLeave} onClick={() => set(null)}>
        {t('replay.understood')}
      </button>
    </div>
  )
}
