import type { Flood } from '../../contract/alarms.ts'
import { FLOOD_START } from '../../domain/alarms/flood.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './alarms-page.module.css'

/**
 * Says in a flood that the list is folded and that only P1 sounds and blinks, and why. In calm hours the same line says
 * how far a flood is: were it to come and go, it would move the rows below it under somebody's pointer.
 */
export function FloodBanner({ flood }: { flood: Flood }) {
  const t = useText('alarms')
  const format = useFormat()
  const count = t('flood.count', { count: format.number(flood.count) })
  if (!flood.active) {
    return <p className={styles.calm}>{`${count} · ${t('flood.calm', { most: format.number(FLOOD_START) })}`}</p>
  }
  return (
    <output className={styles.flood}>
      <b>{t('flood.title')}</b>
      <span>{count}</span>
      {flood.since === null ? null : <span>{t('flood.since', { time: format.time(Date.parse(flood.since)) })}</span>}
      <span>{t('flood.rules')}</span>
    </output>
  )
}
