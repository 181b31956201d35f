import { z } from 'zod'
import { instantSchema } from './primitives.ts'

/** Roles from the least to the most entitled. People are never named on the wire: who acted is a role. */
export const ROLES = ['viewer', 'operator', 'shift-lead', 'manager', 'admin'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** What a role may be allowed to do. The table of who may what is `src/domain/roles/permissions.ts`. */
export const permissionSchema = z.enum([
  'alarm.acknowledge',
  'alarm.confirm',
  'alarm.comment',
  'alarm.shelve',
  'alarm.shelve-critical',
  'alarm.reset',
  'alarm.out-of-service',
  'log.write',
  'handover.sign',
  'report.issue',
  'plan.edit',
  'target.edit',
  'wall.link',
  'system.configure',
])
export type Permission = z.infer<typeof permissionSchema>

/** Answer of `GET /session`: as whom this request was judged. */
export const sessionInfoSchema = z.object({
  role: roleSchema,
  permissions: z.array(permissionSchema),
  /** `none`: no token, read-only. `demo-role`: picked from a menu. `oidc`: token of the configured issuer. `wall-link`: read-only. */
  signIn: z.enum(['none', 'demo-role', 'oidc', 'wall-link']),
  expires: instantSchema.nullable(),
  /** Roles that may be picked without a sign-in; empty where the server does not offer that. */
  demoRoles: z.array(roleSchema),
})
export type SessionInfo = z.infer<typeof sessionInfoSchema>

/** Answer of `POST /session/demo-role`. The token goes into `Authorization: Bearer`, and only into memory. */
export const demoSessionSchema = z.object({
  token: z.string().min(8),
  role: roleSchema,
  expires: instantSchema.nullable(),
})
export type DemoSession = z.infer<typeof demoSessionSchema>
