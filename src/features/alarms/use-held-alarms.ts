import { useMemo, useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { holdOrder } from '../../domain/alarms/list-order.ts'

export interface HeldAlarms {
  /** What decides order and groups: the list as it is, or as it was when it was held. */
  ordered: readonly Alarm[]
  /** An alarm of the list as it is now. */
  newest: (alarm: Alarm) => Alarm
  /** Rows whose alarm is not on this list any more. They keep their place until the list is let go. */
  gone: ReadonlySet<string>
  /** Alarms that wait outside. */
  fresh: readonly Alarm[]
  /** Lets the news in. */
  release: () => void
}

const NONE: ReadonlySet<string> = new Set()
const asItIs = (alarm: Alarm): Alarm => alarm

/** The list as it may be shown: as it is, or with its rows held in place while somebody is in it. */
export function useHeldAlarms(alarms: readonly Alarm[], hold: boolean): HeldAlarms {
  const [held, setHeld] = useState<readonly Alarm[] | null>(null)
  if (hold && held === null) setHeld(alarms)
  if (!hold && held !== null) setHeld(null)
  return useMemo(() => {
    const release = (): void => setHeld(alarms)
    if (held === null) return { ordered: alarms, newest: asItIs, gone: NONE, fresh: [], release }
    const now = new Map<string, Alarm>(alarms.map((alarm) => [alarm.id, alarm]))
    const { fresh } = holdOrder(
      held.map(({ id }) => id),
      alarms.map(({ id }) => id),
    )
    return {
      ordered: held,
      newest: (alarm) => now.get(alarm.id) ?? alarm,
      gone: new Set(held.flatMap(({ id }) => (now.has(id) ? [] : [id]))),
      fresh: fresh.flatMap((id) => now.get(id) ?? []),
      release,
    }
  }, [alarms, held])
}
