import { createContext, useContext } from 'react'
import type { Alarm, AlarmMethod } from '../../contract/alarms.ts'

/** A command that needs a word from the operator first. */
export type Ask =
  | { kind: 'command'; alarm: Alarm; method: AlarmMethod }
  /** An entry of the operator log about it. */
  | { kind: 'note'; alarm: Alarm }
  /** The rows that are on screen, for an acknowledgement of the page. */
  | { kind: 'page'; alarms: readonly Alarm[] }

export const AskContext = createContext<{ ask: (ask: Ask) => void } | null>(null)

/** Opens the form of a command. */
export function useAsk(): (ask: Ask) => void {
  const context = useContext(AskContext)
  if (!context) throw new Error('useAsk needs the alarm screen around it')
  return context.ask
}
