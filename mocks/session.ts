import { problem } from '../src/contract/problem.ts'
import { type Permission, ROLES, type Role, type SessionInfo } from '../src/contract/session.ts'
import { PERMISSIONS, isAllowed, leastRoleFor } from '../src/domain/roles/permissions.ts'
import { ProblemError } from './problem-error.ts'

const MAX_TOKENS = 1000

/** Who asks, as far as the server knows. */
export interface Caller {
  role: Role
  signIn: SessionInfo['signIn']
}

const NOBODY: Caller = { role: 'viewer', signIn: 'none' }

/** Asks an issuer whose token this is; null for one that it does not know. */
export type CheckToken = (token: string) => Promise<Role | null>

/**
 * Who may come in: tokens of the demo's role menu, which live as long as the server does, or, with an issuer, only the
 * tokens that it vouches for.
 */
export class Sessions {
  readonly #randomId: () => string
  readonly #check: CheckToken | null
  readonly #roles = new Map<string, Role>()

  constructor(randomId: () => string, check: CheckToken | null = null) {
    this.#randomId = randomId
    this.#check = check
  }

  /** A token for a role; the oldest one is forgotten when there are very many. */
  open(role: Role): string {
    if (this.#check !== null) {
      const detail = 'this server asks for a sign-in at its issuer'
      throw new ProblemError(problem('forbidden', 403, 'Not allowed', { detail, field: 'role' }))
    }
    const [oldest] = this.#roles.keys()
    if (this.#roles.size >= MAX_TOKENS && oldest !== undefined) this.#roles.delete(oldest)
    const token = `demo-${this.#randomId()}`
    this.#roles.set(token, role)
    return token
  }

  /** The caller of a request. No token reads as a viewer; a token that is not known is a 401. */
  async callerOf(authorization: string | null): Promise<Caller> {
    if (authorization === null) return NOBODY
    const token = /^Bearer (\S+)$/i.exec(authorization.trim())?.[1]
    const role = token === undefined ? null : await this.#roleOf(token)
    if (role === null) {
      const detail = 'the token is unknown or expired; sign in again'
      throw new ProblemError(problem('unauthorized', 401, 'Not signed in', { detail }))
    }
    return { role, signIn: this.#check === null ? 'demo-role' : 'oidc' }
  }

  async #roleOf(token: string): Promise<Role | null> {
    return this.#check === null ? (this.#roles.get(token) ?? null) : this.#check(token)
  }

  /** What `GET /session` says about a caller. */
  infoOf({ role, signIn }: Caller): SessionInfo {
    const demoRoles = this.#check === null ? [...ROLES] : []
    return { role, permissions: [...PERMISSIONS[role]], signIn, expires: null, demoRoles }
  }
}

/** Throws a 403 that names the role it takes. */
export function requirePermission({ role }: Caller, permission: Permission): void {
  if (isAllowed(role, permission)) return
  const detail = `role "${role}" may not do this; it takes "${leastRoleFor(permission)}"`
  throw new ProblemError(problem('forbidden', 403, 'Not allowed', { detail, field: 'role' }))
}
