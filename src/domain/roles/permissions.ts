import type { Permission, Role } from '../../contract/session.ts'

const OPERATOR = [
  'alarm.acknowledge',
  'alarm.confirm',
  'alarm.comment',
  'alarm.shelve',
  'alarm.reset',
  'log.write',
] as const satisfies readonly Permission[]
const SHIFT_LEAD = [
  ...OPERATOR,
  'alarm.shelve-critical',
  'alarm.out-of-service',
  'handover.sign',
] as const satisfies readonly Permission[]
const MANAGER = [
  ...SHIFT_LEAD,
  'report.issue',
  'plan.edit',
  'target.edit',
  'wall.link',
] as const satisfies readonly Permission[]

/**
 * Who may what. Each role may what the one before it may: a manager who is called at night has to be able to
 * acknowledge. The server enforces this table; the interface reads it to disable and to say why.
 */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: [],
  operator: OPERATOR,
  'shift-lead': SHIFT_LEAD,
  manager: MANAGER,
  admin: [...MANAGER, 'system.configure'],
}

/** Whether a role may do something. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission)
}

/** The least entitled role that may do something: what a disabled button names as its reason. */
export function leastRoleFor(permission: Permission): Role {
  const roles: readonly Role[] = ['operator', 'shift-lead', 'manager', 'admin']
  return roles.find((role) => isAllowed(role, permission)) ?? 'admin'
}
