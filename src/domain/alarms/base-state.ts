import type { BaseState, JournalEvent } from '../../contract/alarms.ts'

/** What can happen to a base state. `recall`: severity rose, or the time for a second call has come. */
export type BaseEvent = 'condition-true' | 'condition-false' | 'acknowledge' | 'recall' | 'reset'

export interface StateGuards {
  latching: boolean
  ackRequired: boolean
}

interface Transition {
  from: BaseState
  event: BaseEvent
  when?: (guards: StateGuards) => boolean
  to: BaseState
  journal: JournalEvent
}

const latching = ({ latching: is }: StateGuards): boolean => is
const fleeting = ({ latching: is }: StateGuards): boolean => !is

/** Every legal transition. What is not here is an error. Source: ISA-18.2 / IEC 62682 model, `hmi.md` 2.1. */
const TABLE: readonly Transition[] = [
  { from: 'NORMAL', event: 'condition-true', when: (g) => g.ackRequired, to: 'ACTIVE_UNACK', journal: 'ACTIVATED' },
  { from: 'NORMAL', event: 'condition-true', when: (g) => !g.ackRequired, to: 'ACTIVE_ACK', journal: 'ACTIVATED' },
  { from: 'ACTIVE_UNACK', event: 'acknowledge', to: 'ACTIVE_ACK', journal: 'ACKNOWLEDGED' },
  { from: 'ACTIVE_UNACK', event: 'condition-false', when: fleeting, to: 'RTN_UNACK', journal: 'RTN' },
  { from: 'ACTIVE_UNACK', event: 'condition-false', when: latching, to: 'LATCHED_UNACK', journal: 'RTN' },
  { from: 'ACTIVE_ACK', event: 'condition-false', when: fleeting, to: 'NORMAL', journal: 'RTN' },
  { from: 'ACTIVE_ACK', event: 'condition-false', when: latching, to: 'LATCHED_ACK', journal: 'RTN' },
  { from: 'ACTIVE_ACK', event: 'recall', to: 'ACTIVE_UNACK', journal: 'RE_ALARM' },
  { from: 'RTN_UNACK', event: 'acknowledge', to: 'NORMAL', journal: 'ACKNOWLEDGED' },
  { from: 'RTN_UNACK', event: 'condition-true', to: 'ACTIVE_UNACK', journal: 'ACTIVATED' },
  { from: 'LATCHED_UNACK', event: 'acknowledge', to: 'LATCHED_ACK', journal: 'ACKNOWLEDGED' },
  { from: 'LATCHED_UNACK', event: 'condition-true', to: 'ACTIVE_UNACK', journal: 'ACTIVATED' },
  { from: 'LATCHED_ACK', event: 'condition-true', to: 'ACTIVE_UNACK', journal: 'ACTIVATED' },
  { from: 'LATCHED_ACK', event: 'reset', to: 'NORMAL', journal: 'RESET' },
]

/** State and journal event that follow, or null when the table does not allow the event in this state. */
export function nextBaseState(
  from: BaseState,
  event: BaseEvent,
  guards: StateGuards,
): { to: BaseState; journal: JournalEvent } | null {
  const row = TABLE.find((t) => t.from === from && t.event === event && (t.when?.(guards) ?? true))
  return row ? { to: row.to, journal: row.journal } : null
}

/** The condition holds at the source. */
export function isActive(state: BaseState): boolean {
  return state === 'ACTIVE_UNACK' || state === 'ACTIVE_ACK'
}

/** Somebody has seen it, or nobody has to. */
export function isAcked(state: BaseState): boolean {
  return !state.endsWith('_UNACK')
}

/** It has returned but waits for a reset. */
export function isLatched(state: BaseState): boolean {
  return state.startsWith('LATCHED_')
}
