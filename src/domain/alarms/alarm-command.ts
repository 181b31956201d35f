import type { Role } from '../../contract/session.ts'
import { type AlarmHappening, type AlarmRecord, type AlarmSpec, type Stepped } from './alarm-record.ts'
import { isAcked, nextBaseState } from './base-state.ts'
import { unhidden } from './step.ts'

/** A command with all that its method needs; times in epoch milliseconds. */
export type AlarmAction =
  | { method: 'acknowledge' | 'confirm' | 'reset'; comment: string | null }
  | { method: 'addComment'; comment: string }
  | { method: 'timedShelve' | 'oneShotShelve'; reason: string; untilMs: number }
  | { method: 'unshelve' | 'placeInService'; comment: string | null }
  | { method: 'removeFromService'; workOrder: string; comment: string | null }

/** Carries a command out, or answers null when the table does not allow it in the alarm's state. */
export function applyAction(
  record: AlarmRecord,
  spec: AlarmSpec,
  action: AlarmAction,
  role: Role,
  nowMs: number,
): Stepped | null {
  switch (action.method) {
    case 'acknowledge':
    case 'reset':
      return moved(record, spec, action, role, nowMs)
    case 'confirm':
      if (record.confirmed || !isAcked(record.state)) return null
      return noted({ ...record, confirmed: true }, 'CONFIRMED', action.comment, role, nowMs)
    case 'addComment':
      return noted(record, 'COMMENTED', action.comment, role, nowMs)
    case 'timedShelve':
    case 'oneShotShelve': {
      if (record.shelving !== null || record.outOfService !== null) return null
      const kind = action.method === 'timedShelve' ? 'TimedShelved' : 'OneShotShelved'
      const shelving = { kind, sinceMs: nowMs, untilMs: action.untilMs, reason: action.reason, role } as const
      return noted({ ...record, shelving }, 'SHELVED', action.reason, role, nowMs, false)
    }
    case 'unshelve':
      if (record.shelving === null) return null
      return shown({ ...record, shelving: null }, 'UNSHELVED', action.comment, role, nowMs)
    case 'removeFromService':
      return removed(record, action, role, nowMs)
    case 'placeInService':
      if (record.outOfService === null) return null
      return shown({ ...record, outOfService: null }, 'PLACED_IN_SERVICE', action.comment, role, nowMs)
    default:
      return null
  }
}

function moved(
  record: AlarmRecord,
  spec: AlarmSpec,
  action: Extract<AlarmAction, { method: 'acknowledge' | 'confirm' | 'reset' }>,
  role: Role,
  nowMs: number,
): Stepped | null {
  const isReset = action.method === 'reset'
  // The condition may be back and only wait for its delay: there is nothing to reset then.
  const next = isReset && record.raw ? null : nextBaseState(record.state, isReset ? 'reset' : 'acknowledge', spec)
  if (next === null) return null
  const after = commented(record, action.comment, role, nowMs)
  const happening: AlarmHappening = {
    event: next.journal,
    fromState: record.state,
    toState: next.to,
    timeMs: nowMs,
    annunciated: false,
    actor: role,
    note: action.comment,
  }
  return {
    record: { ...after, state: next.to, changeMs: nowMs, ackMs: isReset ? record.ackMs : nowMs },
    happenings: [happening],
  }
}

/** Takes an alarm out of service. A shelving ends with that: it must not come back behind a work order. */
function removed(
  record: AlarmRecord,
  action: Extract<AlarmAction, { method: 'removeFromService' }>,
  role: Role,
  nowMs: number,
): Stepped | null {
  if (record.outOfService !== null) return null
  const { workOrder } = action
  const out = { ...record, shelving: null, outOfService: { sinceMs: nowMs, workOrder, role } }
  const note = action.comment === null ? workOrder : `${workOrder}: ${action.comment}`
  const stepped = noted(out, 'REMOVED_FROM_SERVICE', note, role, nowMs, false)
  if (record.shelving === null) return stepped
  const ended: AlarmHappening = {
    event: 'UNSHELVED',
    fromState: record.state,
    toState: record.state,
    timeMs: nowMs,
    annunciated: false,
    actor: 'rule',
    note: workOrder,
  }
  return { record: stepped.record, happenings: [ended, ...stepped.happenings] }
}

function shown(
  record: AlarmRecord,
  event: 'UNSHELVED' | 'PLACED_IN_SERVICE',
  comment: string | null,
  role: Role,
  nowMs: number,
): Stepped {
  const after = unhidden({ ...record, changeMs: nowMs }, event, role, comment, nowMs)
  return { record: commented(after.record, comment, role, nowMs), happenings: [after.happening] }
}

function noted(
  record: AlarmRecord,
  event: AlarmHappening['event'],
  note: string | null,
  role: Role,
  nowMs: number,
  isComment = true,
): Stepped {
  const { state } = record
  const after = commented(record, isComment ? note : null, role, nowMs)
  return {
    record: event === 'COMMENTED' ? after : { ...after, changeMs: nowMs },
    happenings: [{ event, fromState: state, toState: state, timeMs: nowMs, annunciated: false, actor: role, note }],
  }
}

function commented(record: AlarmRecord, text: string | null, role: Role, nowMs: number): AlarmRecord {
  return { ...record, lastRole: role, comment: text === null ? record.comment : { text, timeMs: nowMs, role } }
}
