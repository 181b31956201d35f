import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient, useServerNow } from '../../live/hooks.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useReplayedInstant } from '../../session/view.ts'
import { Chip } from '../../ui/chip.tsx'
import { AlarmStrip } from './alarm-strip.tsx'
import { Brand } from './brand.tsx'
import styles from './top-bar.module.css'

/** Server time in the park's zone. It stands still when the page hangs, and it never shows the viewer's zone. */
function Clock() {
  const t = useText('shell')
  const format = useFormat()
  const client = useLiveClient()
  const now = useServerNow(1000)
  const replaying = useReplayedInstant() !== null
  // The instant of a replay is known from its link; it stands still, so nothing would tell when its readings came.
  const known = client !== null && (replaying || Number.isFinite(client.store.lastFrameMs))
  return (
    <section className={styles.clock} aria-label={t(replaying ? 'replay.clock' : 'clock.label')}>
      <time className={styles.time} dateTime={known ? new Date(now).toISOString() : undefined}>
        {known ? format.time(now) : '--:--:--'}
      </time>
      <span className={styles.date}>
        {replaying ? <b>{t('replay.frame')} </b> : null}
        {known ? `${format.dateLong(now)} · ${format.zoneLabel(now)}` : t('clock.waiting')}
      </span>
    </section>
  )
}

export function TopBar() {
  const t = useText('shell')
  const index = useParkIndex()
  return (
    <header className={styles.bar} data-region="">
      <Brand />
      <AlarmStrip />
      <div className={styles.mode}>{index?.park.dataMode === 'simulated' ? <Chip>{t('simulated')}</Chip> : null}</div>
      <Clock />
    </header>
  )
}
