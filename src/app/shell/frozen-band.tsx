import { useEffect } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useSession } from '../../session/session-store.ts'
import styles from './shell.module.css'

/** A screen that nobody looks at any more must not stay frozen. */
const RESUME_AFTER_MS = 120_000

/** Says that the numbers are held, since when, and lets go by itself after two minutes. */
export function FrozenBand() {
  const t = useText('shell')
  const format = useFormat()
  const frozenAtMs = useSession((state) => state.frozenAtMs)
  const resume = useSession((state) => state.resume)
  const now = useServerNow(1000)
  useEffect(() => {
    const timer = setTimeout(resume, RESUME_AFTER_MS)
    return () => clearTimeout(timer)
  }, [resume])
  if (frozenAtMs === null) return null
  return (
    <output className={styles.band}>
      <b>{t('mode.frozen', { time: format.time(frozenAtMs) })}</b>
      <span aria-hidden="true">{format.duration(now - frozenAtMs)}</span>
      <span>{t('mode.frozenDetail')}</span>
    </output>
  )
}
