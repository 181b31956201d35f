import { totalOf, type Total } from '../domain/quality/total.ts'
import type { LiveReading } from '../live/live-store.ts'
import type { FigureState } from './quality-note.ts'

export interface LiveTotal {
  total: Total
  state: FigureState
}

/** Sum of live readings with what a figure says about them: the worst state, the oldest age, "11 of 12". */
export function liveTotal(readings: readonly (LiveReading | null)[]): LiveTotal {
  const total = totalOf(readings)
  let ageMs = Number.NaN
  let sourceTimeMs = Number.NaN
  for (const reading of readings) {
    if (reading === null || !Number.isFinite(reading.ageMs)) continue
    if (Number.isNaN(ageMs) || reading.ageMs > ageMs) ({ ageMs, sourceTimeMs } = reading)
  }
  const { freshness, quality, contributing, expected } = total
  return {
    total,
    // A missing input lowers the coverage; the rest may still be live.
    state: {
      freshness: total.value !== null && contributing < expected ? worstOfKnown(readings) : freshness,
      quality,
      ageMs,
      sourceTimeMs,
      coverage: { contributing, expected },
    },
  }
}

function worstOfKnown(readings: readonly (LiveReading | null)[]): FigureState['freshness'] {
  const known = new Set(readings.map((reading) => reading?.freshness))
  return known.has('stale') ? 'stale' : known.has('late') ? 'late' : 'live'
}
