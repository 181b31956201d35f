import { isContributing } from '../quality/total.ts'
import type { BalanceTerm } from './balance-term.ts'

/** Why a meter is looked at first when more was used than was supplied. The first that applies is named. */
export type SuspectReason = 'runs-backwards' | 'missing' | 'unusual' | 'quality' | 'largest'

export interface Suspect {
  id: string
  reason: SuspectReason
}

const MOST_NAMED = 2
/** A meter explains a residual when its change from the usual is at least this share of it. */
const EXPLAINS_SHARE = 0.5
const SCORE = { 'runs-backwards': 5, missing: 4, unusual: 3, quality: 2, largest: 0 } as const

/**
 * The one or two meters that explain a negative residual best: a supply meter that is missing or reads less than
 * usual, a use that reads more than usual by at least half of the residual, a meter that runs backwards, one of
 * doubtful quality; failing all, the largest, whose error weighs most. A rule of thumb of ours, confidence low.
 *
 * @param residual supplied − used, negative
 */
export function suspectsOf(
  supplied: readonly BalanceTerm[],
  used: readonly BalanceTerm[],
  residual: number,
): readonly Suspect[] {
  const ranked = [
    ...supplied.map((term) => rank(term, true, residual)),
    ...used.map((term) => rank(term, false, residual)),
  ].filter((one) => one !== null)
  const sorted = ranked.toSorted((a, b) => b.score - a.score || b.size - a.size)
  return sorted.slice(0, MOST_NAMED).map(({ id, reason }) => ({ id, reason }))
}

interface Ranked extends Suspect {
  score: number
  size: number
}

function rank(term: BalanceTerm, isSupply: boolean, residual: number): Ranked | null {
  const { id, reading, usual } = term
  const named = (reason: SuspectReason, size: number): Ranked => ({ id, reason, score: SCORE[reason], size })
  // A use that is missing makes the residual larger, so it cannot explain a negative one.
  if (!isContributing(reading)) return isSupply ? named('missing', usual ?? 0) : null
  const size = Math.abs(reading.value)
  if (reading.value < 0 && term.isSigned !== true) return named('runs-backwards', size)
  const change = usual === null ? 0 : isSupply ? usual - reading.value : reading.value - usual
  if (change >= EXPLAINS_SHARE * Math.abs(residual) && change > 0) return named('unusual', change)
  if (reading.quality !== 'Good' || reading.freshness === 'stale') return named('quality', size)
  return named('largest', size)
}
