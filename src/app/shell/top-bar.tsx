import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveClient, useServerNow } from '../../live/hooks.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { Brand } from './brand.tsx'
import styles from './top-bar.module.css'

/** Place of the alarms. This build has none yet, so it says so and counts what stands out. */
function AlarmStrip() {
  const t = useText('shell')
  const exceptions = useExceptions()
  const { view, open, select } = useView()
  const show = (): void => {
    if (view.screen === 'overview') select(null)
    else open('overview')
    requestAnimationFrame(() => document.getElementById('exceptions')?.focus())
  }
  const count = exceptions?.length ?? 0
  return (
    <section className={styles.strip} aria-label={t('strip.label')}>
      <div className={styles.texts}>
        <output className={cx(styles.line, count === 0 && styles.calm)}>
          {exceptions === null ? t('strip.waiting') : count === 0 ? t('strip.none') : t('strip.open', { count })}
        </output>
        <div className={styles.meta} title={t('strip.noEngine')}>
          {t('strip.noEngine')}
        </div>
      </div>
      {count > 0 ? (
        <>
          <div className={cx(styles.rule, styles.wide)} />
          <Button onClick={show}>{t('strip.show')}</Button>
        </>
      ) : null}
    </section>
  )
}

/** Server time in the park's zone. It stands still when the page hangs, and it never shows the viewer's zone. */
function Clock() {
  const t = useText('shell')
  const format = useFormat()
  const client = useLiveClient()
  const now = useServerNow(1000)
  const known = client !== null && Number.isFinite(client.store.lastFrameMs)
  return (
    <section className={styles.clock} aria-label={t('clock.label')}>
      <time className={styles.time} dateTime={known ? new Date(now).toISOString() : undefined}>
        {known ? format.time(now) : '--:--:--'}
      </time>
      <span className={styles.date}>
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
