import { badParameter, notKept } from '../problem-error.ts'
import type { WorldHost } from '../world-host.ts'

/** How far back the simulated history reaches. */
export const HISTORY_MS = 800 * 86_400_000

/** The past instant that a request asks for, or null for now. Throws for one that is to come or is not kept. */
export function pastInstant(host: WorldHost, at: string | undefined, keptFromMs?: number, field = 'at'): number | null {
  if (at === undefined) return null
  const atMs = Date.parse(at)
  const nowMs = host.nowMs()
  if (atMs > nowMs) throw badParameter(field, 'that instant lies in the future')
  const oldestMs = Math.max(nowMs - HISTORY_MS, keptFromMs ?? Number.NEGATIVE_INFINITY)
  if (atMs < oldestMs) throw notKept(keptFromMs === undefined ? 'history is' : 'this is', oldestMs)
  return atMs
}
