import { useQuery } from '@tanstack/react-query'
import { shiftQueries } from '../../api/shift-queries.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { permitState, permitsAbout } from '../../domain/shift/permits.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { useView } from '../../session/view.ts'
import styles from './alarm-detail.module.css'

const MINUTE_MS = 60_000
const SHOWN = 3

/** Permits to work that speak of an alarm; a press opens the permit. Work that has ended while the alarm is off says so. */
export function PermitLinks({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const shift = useText('shift')
  const format = useFormat()
  const { view, open } = useView()
  const now = useServerNow(MINUTE_MS)
  const { data } = useQuery(shiftQueries.workPermits(view.parkId, useAsOf(MINUTE_MS)))
  const about = data ? permitsAbout(alarm, data, now) : []
  const isUncovered =
    data !== undefined && alarm.outOfServiceState.value && !about.some((permit) => permitState(permit, now) === 'open')
  if (about.length === 0 && !isUncovered) return null
  return (
    <div>
      <dt>{t('guide.permits')}</dt>
      <dd className={styles.permits}>
        {isUncovered ? <strong>{shift('item.permitEnded')}</strong> : null}
        {about.slice(0, SHOWN).map((permit) => (
          <button
            key={permit.id}
            type="button"
            className={styles.permit}
            onClick={() => open('shift', { item: permit.id })}
          >
            {[
              permit.number,
              shift(`permit.type.${permit.type}`),
              shift(`permit.state.${permitState(permit, now)}`),
              shift('item.until', { time: format.dateTime(Date.parse(permit.validTo)) }),
            ].join(' · ')}
          </button>
        ))}
      </dd>
    </div>
  )
}
