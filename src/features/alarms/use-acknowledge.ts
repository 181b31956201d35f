import { useCallback } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { needsComment, refusalOf } from '../../domain/alarms/command-guard.ts'
import { useRunCommand } from '../../live/alarm-commands.ts'
import { useSession } from '../../session/session-store.ts'
import { useReplayedInstant } from '../../session/view.ts'
import { useAsk } from './ask-context.ts'

/** Name of this client in the journal. */
export const CLIENT = 'console'

/** Acknowledges at once where nothing has to be said, and asks for the comment where it has to. */
export function useAcknowledge(): (alarm: Alarm) => void {
  const ask = useAsk()
  const run = useRunCommand()
  const role = useSession((state) => state.role)
  const replaying = useReplayedInstant() !== null
  return useCallback(
    (alarm) => {
      if (replaying || refusalOf(alarm, 'acknowledge', role)) return
      if (needsComment(alarm)) ask({ kind: 'command', alarm, method: 'acknowledge' })
      else {
        void run(alarm, 'acknowledge', {
          idempotencyKey: newIdempotencyKey(),
          eventId: alarm.eventId,
          client: CLIENT,
        })
      }
    },
    [ask, run, role, replaying],
  )
}
