import type { Position } from '../../contract/geojson.ts'
import { metresBetween } from '../network/flat-earth.ts'
import { YARD_M, type Fix } from './collection-rounds.ts'

/** One way of a vehicle out of its yard and back, by its receiver. */
export interface Outing {
  /** Last fix in the yard; the first fix at all when it was out already. */
  leftMs: number
  /** First fix back in the yard; null while it is out. */
  backMs: number | null
  /** Its beginning was not seen, or the receiver was silent for part of it: it says nothing about durations. */
  hasGap: boolean
}

/**
 * Outings from fixes in order of time. A vehicle is back once two fixes in a row lie within 60 m of the yard: a round
 * may pass its own gate on the way. Fixes without a position say nothing. Tolerance is ours.
 */
export function outingsOf(yard: Position, fixes: readonly Fix[]): readonly Outing[] {
  const outings: Outing[] = []
  let out: Outing | null = null
  let yardMs: number | null = null
  let returnMs: number | null = null
  let isSilent = false
  for (const { timeMs, position } of fixes) {
    if (!position) {
      isSilent = true
      if (out) out.hasGap = true
      continue
    }
    if (metresBetween(position, yard) >= YARD_M) {
      out ??= { leftMs: yardMs ?? timeMs, backMs: null, hasGap: yardMs === null || isSilent }
      returnMs = null
    } else {
      if (out && returnMs !== null) {
        outings.push({ ...out, backMs: returnMs })
        out = null
      } else if (out) returnMs = timeMs
      yardMs = timeMs
    }
    isSilent = false
  }
  return out ? [...outings, out] : outings
}
