import type { Alarm, AlarmMethod } from '../../contract/alarms.ts'
import type { Permission, Role } from '../../contract/session.ts'
import { isAllowed, leastRoleFor } from '../roles/permissions.ts'

/** Why a command is not offered: the role (and who may), or the state of the alarm. */
export type Refusal =
  | { why: 'role'; needed: Role }
  | {
      why:
        | 'acknowledged'
        | 'not-acknowledged'
        | 'confirmed'
        | 'not-latched'
        | 'still-active'
        | 'shelved'
        | 'not-shelved'
        | 'out'
        | 'not-out'
    }

const PERMISSION: Readonly<Record<AlarmMethod, Permission>> = {
  acknowledge: 'alarm.acknowledge',
  confirm: 'alarm.confirm',
  addComment: 'alarm.comment',
  timedShelve: 'alarm.shelve',
  oneShotShelve: 'alarm.shelve',
  unshelve: 'alarm.shelve',
  reset: 'alarm.reset',
  removeFromService: 'alarm.out-of-service',
  placeInService: 'alarm.out-of-service',
}

function permissionFor(alarm: Alarm, method: AlarmMethod): Permission {
  const shelves = method === 'timedShelve' || method === 'oneShotShelve'
  return shelves && alarm.priority === 'P1' ? 'alarm.shelve-critical' : PERMISSION[method]
}

function stateRefusal(alarm: Alarm, method: AlarmMethod): Refusal | null {
  const out = alarm.outOfServiceState.value
  const shelved = alarm.shelvingState.state !== 'Unshelved'
  switch (method) {
    case 'acknowledge':
      return alarm.ackedState ? { why: 'acknowledged' } : null
    case 'confirm':
      if (alarm.confirmedState) return { why: 'confirmed' }
      return alarm.ackedState ? null : { why: 'not-acknowledged' }
    case 'reset':
      return alarm.activeState
        ? { why: 'still-active' }
        : alarm.stateName === 'LATCHED_ACK'
          ? null
          : { why: 'not-latched' }
    case 'timedShelve':
    case 'oneShotShelve':
      return out ? { why: 'out' } : shelved ? { why: 'shelved' } : null
    case 'unshelve':
      return shelved ? null : { why: 'not-shelved' }
    case 'removeFromService':
      return out ? { why: 'out' } : null
    case 'placeInService':
      return out ? null : { why: 'not-out' }
    case 'addComment':
      break
  }
  return null
}

/**
 * Why a command can't be given now, or null when it can. The server decides; this is what the interface reads to
 * disable a button and to say why. The state is told before the role: it is the truth for everybody.
 */
export function refusalOf(alarm: Alarm, method: AlarmMethod, role: Role): Refusal | null {
  const byState = stateRefusal(alarm, method)
  if (byState) return byState
  const permission = permissionFor(alarm, method)
  return isAllowed(role, permission) ? null : { why: 'role', needed: leastRoleFor(permission) }
}

/** Whether an acknowledgement has to say something. Source: `hmi.md` 2.1, guard of Ack. */
export function needsComment(alarm: Alarm): boolean {
  return alarm.priority === 'P1' || alarm.priority === 'P2'
}
