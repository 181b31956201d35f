import { useCallback } from 'react'
import type { Alarm, AlarmMethod } from '../../contract/alarms.ts'
import { refusalOf } from '../../domain/alarms/command-guard.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session/session-store.ts'
import { useReplayedInstant } from '../../session/view.ts'

/** Why a command is not possible now, in words; null when it is. */
export function useRefusalText(): (alarm: Alarm, method: AlarmMethod) => string | null {
  const t = useText('alarms')
  const shell = useText('shell')
  const role = useSession((state) => state.role)
  const replaying = useReplayedInstant() !== null
  return useCallback(
    (alarm, method) => {
      if (replaying) return shell('replay.readOnly')
      const refusal = refusalOf(alarm, method, role)
      if (refusal === null) return null
      return refusal.why === 'role'
        ? t('refused.role', { role: shell(`role.${refusal.needed}`) })
        : t(`refused.${refusal.why}`)
    },
    [t, shell, role, replaying],
  )
}
