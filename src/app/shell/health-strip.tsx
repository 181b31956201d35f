import { useFormat, useLocale } from '../../i18n/format.ts'
import { LOCALE_TAG } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useDataHealth, useServerNow } from '../../live/hooks.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useReplayedInstant, useView } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import { inPlace } from '../../ui/in-place.ts'
import styles from './health-strip.module.css'
import { RolePicker } from './role-picker.tsx'

function Stream() {
  const t = useText('shell')
  const format = useFormat()
  const connection = useConnection()
  const replaying = useReplayedInstant() !== null
  const { state, retryInMs, behindMs } = connection
  if (replaying) return <ReplayStream />
  const word =
    state === 'live'
      ? t('health.live')
      : state === 'connecting'
        ? t('health.connecting')
        : state === 'offline'
          ? t('health.offline')
          : retryInMs
            ? t('health.reconnecting', { seconds: Math.ceil(retryInMs / 1000) })
            : t('health.reconnectingNow')
  const detail =
    state === 'live' && behindMs !== null
      ? t('health.behind', { seconds: format.number(behindMs / 1000, 1) })
      : state !== 'live' && state !== 'connecting' && connection.sinceMs > 0
        ? t('health.since', { time: format.time(connection.sinceMs + connection.clockSkewMs) })
        : ''
  return (
    <output
      className={cx(styles.part, state !== 'live' && state !== 'connecting' && styles.hatched)}
      data-connection={state}
    >
      <b>{word}</b>
      {detail ? ` · ${detail}` : ''}
    </output>
  )
}

/** In a replay: that what is on screen is the past, whatever the channel does. */
function ReplayStream() {
  const t = useText('shell')
  const format = useFormat()
  const now = useServerNow(1000)
  return (
    <output className={styles.part} data-connection="replay">
      <b>{t('replay.frame')}</b>
      {` · ${format.time(now)}`}
    </output>
  )
}

function Worst() {
  const t = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const health = useDataHealth()
  const index = useParkIndex()
  const now = useServerNow(1000)
  // No source is to blame while our own channel is down, nor before every source could speak.
  const exceptions = useExceptions()
  const connection = useConnection()
  const judged = exceptions !== null && connection.state === 'live'
  const { worst, sourcesTotal } = health
  if (sourcesTotal === 0 || !judged) return null
  if (!worst) return <span className={cx(styles.part, styles.late)}>{t('health.allSources')}</span>
  const gateway = index?.assetById.get(worst.gatewayId)
  const name = gateway?.name?.[locale] ?? gateway?.code ?? worst.gatewayId
  const age = Number.isFinite(worst.sinceMs) ? format.duration(now - worst.sinceMs) : ''
  return (
    <span className={cx(styles.part, styles.shrink)}>
      {t('health.worst')} <b>{t('health.noComms', { name, age })}</b>
    </span>
  )
}

/** Whether what is on screen can be believed: stream, sources, worst source, points, clock. */
export function HealthStrip() {
  const t = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const { view, open, hrefOf } = useView()
  const health = useDataHealth()
  const connection = useConnection()
  // Before the first frame nothing tells the server's time: NaN prints a dash.
  const skewMs = connection.behindMs === null ? Number.NaN : Math.abs(connection.clockSkewMs)
  return (
    <footer className={styles.strip} data-region="" aria-label={t('health.label')}>
      <Stream />
      <a
        className={cx(styles.part, styles.link)}
        href={hrefOf('health')}
        data-inset-focus=""
        onClick={inPlace(() => open('health'))}
      >
        <b>{t('health.sources', { live: health.sourcesLive, total: health.sourcesTotal })}</b> {t('health.sourcesLive')}
      </a>
      <Worst />
      <span className={cx(styles.part, styles.later)}>
        {t('health.points', { good: format.number(health.pointsGood), total: format.number(health.pointsTotal) })}
      </span>
      {view.at === null ? (
        <span className={cx(styles.part, styles.late)}>
          {t('health.skew', { seconds: format.number(skewMs / 1000, 1) })}
        </span>
      ) : null}
      <span className={styles.space} />
      <span className={cx(styles.part, styles.late)}>{t('health.numbers', { tag: LOCALE_TAG[locale] })}</span>
      <RolePicker />
    </footer>
  )
}
