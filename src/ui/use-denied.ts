import type { Permission } from '../contract/session.ts'
import { isAllowed, leastRoleFor } from '../domain/roles/permissions.ts'
import { useText } from '../i18n/use-text.ts'
import { useSession } from '../session/session-store.ts'
import { useReplayedInstant } from '../session/view.ts'

/** Why this role may not do something, in words; undefined where it may. The server decides in the end. */
export function useDenied(permission: Permission): string | undefined {
  const t = useText('shell')
  const role = useSession((state) => state.role)
  const replaying = useReplayedInstant() !== null
  if (replaying) return t('replay.readOnly')
  return isAllowed(role, permission) ? undefined : t('role.needed', { role: t(`role.${leastRoleFor(permission)}`) })
}
