import { useCallback } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { tabOf } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/** Until when an alarm is hidden and who hid it, in words; both empty for one that is not. */
export function useHidingWords(): (alarm: Alarm, nowMs: number) => { until: string; who: string } {
  const t = useText('alarms')
  const shell = useText('shell')
  const format = useFormat()
  return useCallback(
    (alarm, nowMs) => {
      const { shelvingState, suppressedState, outOfServiceState } = alarm
      switch (tabOf(alarm)) {
        case 'out': {
          const { workOrder, clientUserId, since } = outOfServiceState
          const role = clientUserId === null ? '' : shell(`role.${clientUserId}`)
          return {
            until: t('hidden.permit', { number: workOrder ?? '–' }),
            who: since === null ? role : t('hidden.since', { role, time: format.dateShort(Date.parse(since)) }),
          }
        }
        case 'suppressed': {
          const { rule } = suppressedState
          const by = rule === null ? null : t('hidden.rule', { rule: t(`rule.${rule}`) })
          const who = t('hidden.automatic')
          return { until: by ?? '', who }
        }
        case 'shelved': {
          const { unshelveTime, reason, clientUserId, state } = shelvingState
          const role = clientUserId === null ? '' : shell(`role.${clientUserId}`)
          const end = unshelveTime === null ? Number.NaN : Date.parse(unshelveTime)
          const until = Number.isNaN(end)
            ? t('hidden.oneShot')
            : t('hidden.until', { time: format.timeShort(end), left: format.elapsed(end - nowMs) })
          return {
            until: state === 'OneShotShelved' ? `${t('hidden.oneShot')} · ${until}` : until,
            who: [role, reason ?? ''].filter(Boolean).join(', '),
          }
        }
        case 'open':
          break
      }
      return { until: '', who: '' }
    },
    [t, shell, format],
  )
}
