import { useFormat, useLocale } from '../../i18n/format.ts'
import { LOCALE_TAG } from '../../i18n/locales.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useDataHealth, useServerNow } from '../../live/hooks.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { ROLES, useSession } from '../../session/session-store.ts'
import { useView } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import styles from './health-strip.module.css'

function Stream() {
  const t = useText('shell')
  const format = useFormat()
  const connection = useConnection()
  const { state, retryInMs, behindMs } = connection
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
        ? t('health.since', { time: format.time(connection.sinceMs) })
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

function RolePicker() {
  const t = useText('shell')
  const role = useSession((state) => state.role)
  const setRole = useSession((state) => state.setRole)
  return (
    <span className={cx(styles.part, styles.later)}>
      <label>
        {t('role.label')}{' '}
        <select
          className={styles.role}
          value={role}
          onChange={(event) => {
            const picked = ROLES.find((known) => known === event.target.value)
            if (picked) setRole(picked)
          }}
        >
          {ROLES.map((id) => (
            <option key={id} value={id}>
              {t(`role.${id}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      {t('role.note')}
    </span>
  )
}

/** Whether what is on screen can be believed: stream, sources, worst source, points, clock. */
export function HealthStrip() {
  const t = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const { view, open } = useView()
  const health = useDataHealth()
  const connection = useConnection()
  return (
    <footer className={styles.strip} data-region="" aria-label={t('health.label')}>
      <Stream />
      <a
        className={cx(styles.part, styles.link)}
        href={`#/${view.parkId}/health`}
        data-inset-focus=""
        onClick={(event) => {
          event.preventDefault()
          open('health')
        }}
      >
        <b>{t('health.sources', { live: health.sourcesLive, total: health.sourcesTotal })}</b> {t('health.sourcesLive')}
      </a>
      <Worst />
      <span className={cx(styles.part, styles.later)}>
        {t('health.points', { good: format.number(health.pointsGood), total: format.number(health.pointsTotal) })}
      </span>
      <span className={cx(styles.part, styles.late)}>
        {t('health.skew', { seconds: format.number(Math.abs(connection.clockSkewMs) / 1000, 1) })}
      </span>
      <span className={styles.space} />
      <span className={cx(styles.part, styles.late)}>{t('health.numbers', { tag: LOCALE_TAG[locale] })}</span>
      <RolePicker />
    </footer>
  )
}
