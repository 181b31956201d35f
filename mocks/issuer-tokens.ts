import { z } from 'zod'
import { roleSchema, type Role } from '../src/contract/session.ts'
import type { CheckToken } from './session.ts'

/** An answer of the issuer counts for so long; a session that it has ended is noticed after that. */
const TRUST_MS = 10_000
const MAX_KNOWN = 500

const discoverySchema = z.object({ userinfo_endpoint: z.url() })
const userSchema = z.object({ role: roleSchema.catch('viewer') })

/** Checks bearer tokens by asking the issuer's userinfo endpoint. The claim `role` says what the person may do. */
export function issuerTokens(issuer: string, nowMs: () => number): CheckToken {
  const known = new Map<string, { role: Role | null; untilMs: number }>()
  let userinfo: Promise<string> | null = null
  const discover = async (): Promise<string> => {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    return discoverySchema.parse(await answer.json()).userinfo_endpoint
  }
  return async (token) => {
    const cached = known.get(token)
    if (cached && cached.untilMs > nowMs()) return cached.role
    userinfo ??= discover()
    try {
      const answer = await fetch(await userinfo, { headers: { authorization: `Bearer ${token}` } })
      const role = answer.ok ? userSchema.parse(await answer.json()).role : null
      if (known.size >= MAX_KNOWN) known.clear()
      known.set(token, { role, untilMs: nowMs() + TRUST_MS })
      return role
    } catch {
      // An issuer that cannot be reached vouches for nobody.
      userinfo = null
      return null
    }
  }
}
