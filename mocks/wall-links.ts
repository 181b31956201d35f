import { z } from 'zod'
import { parkIdSchema } from '../src/contract/primitives.ts'
import { WALL_TOKEN_PREFIX, type MadeWallLink, type WallLink, wallLinkIdSchema } from '../src/contract/wall-links.ts'
import { LINK_REVOKED, problem } from '../src/contract/problem.ts'
import type { Role } from '../src/contract/session.ts'
import { sha256Hex } from '../src/lib/sha256.ts'
import { ProblemError, notFound } from './problem-error.ts'

const claimSchema = z.object({ id: wallLinkIdSchema, park: parkIdSchema })

const inHex = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')

function ofHex(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

/**
 * Links of walls. A token carries its link and a signature, so that it still counts after the simulated park has begun
 * anew in another tab; what was revoked is forgotten with the park. The key of the signature is that of a pretend
 * server: a real one keeps its own.
 */
export class WallLinks {
  readonly #secret: string
  readonly #links = new Map<string, WallLink>()
  readonly #made = new Map<string, MadeWallLink>()
  readonly #watchers = new Map<string, Set<() => void>>()

  constructor(secret: string) {
    this.#secret = secret
  }

  /** Makes a link; the same key gives the same link again. */
  make(
    parkId: string,
    wish: { name: string; profile: string; idempotencyKey: string },
    role: Role,
    nowMs: number,
  ): MadeWallLink {
    const key = `${parkId} ${wish.idempotencyKey}`
    const known = this.#made.get(key)
    if (known) return known
    const id = `w-${sha256Hex(key).slice(0, 12)}`
    const park = parkIdSchema.parse(parkId)
    const link: WallLink = {
      id,
      parkId: park,
      name: wish.name,
      profile: wish.profile,
      created: new Date(nowMs).toISOString(),
      createdBy: role,
      revoked: null,
    }
    const claim = inHex(JSON.stringify({ id, park }))
    const made = { ...link, token: `${WALL_TOKEN_PREFIX}${claim}.${this.#sign(claim)}` }
    this.#links.set(id, link)
    this.#made.set(key, made)
    return made
  }

  list(parkId: string): WallLink[] {
    return [...this.#links.values()].filter((link) => link.parkId === parkId).toReversed()
  }

  /** Revokes a link and closes what it holds open. */
  revoke(parkId: string, linkId: string, nowMs: number): WallLink {
    const link = this.#links.get(linkId)
    if (!link || link.parkId !== parkId) throw notFound('wall link', linkId)
    const revoked = { ...link, revoked: link.revoked ?? new Date(nowMs).toISOString() }
    this.#links.set(linkId, revoked)
    for (const watcher of this.#watchers.get(linkId) ?? []) watcher()
    this.#watchers.delete(linkId)
    return revoked
  }

  /**
   * Link of a request's token; null for a request without a wall link's token. Throws a 401 for a token that was
   * revoked or that this server did not sign.
   */
  linkOf(authorization: string | null): string | null {
    const token = /^Bearer (\S+)$/i.exec(authorization?.trim() ?? '')?.[1]
    if (!token?.startsWith(WALL_TOKEN_PREFIX)) return null
    const [claim = '', signature = ''] = token.slice(WALL_TOKEN_PREFIX.length).split('.')
    const read = signature === this.#sign(claim) ? claimSchema.safeParse(readJson(ofHex(claim))) : null
    if (!read?.success) {
      throw new ProblemError(problem('unauthorized', 401, 'Not signed in', { detail: 'this wall link is not known' }))
    }
    if (this.#links.get(read.data.id)?.revoked) throw revokedError()
    return read.data.id
  }

  /** Calls once when a link is revoked; the answer ends that. */
  watch(linkId: string, onRevoked: () => void): () => void {
    const watchers = this.#watchers.get(linkId) ?? new Set()
    this.#watchers.set(linkId, watchers)
    watchers.add(onRevoked)
    return () => watchers.delete(onRevoked)
  }

  #sign(claim: string): string {
    return sha256Hex(`${this.#secret} ${claim}`).slice(0, 32)
  }
}

/** 401 that says why a wall has nothing new to show. */
export function revokedError(): ProblemError {
  return new ProblemError(problem(LINK_REVOKED, 401, 'Wall link revoked', { detail: 'this wall link was revoked' }))
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
