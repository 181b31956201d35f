import { totalOf } from '../../domain/quality/total.ts'
import type { LiveReading } from '../../live/live-store.ts'
import type { FigureState } from '../../ui/quality-note.ts'

export interface LiveTotal {
  value: number | null
  state: FigureState
}

/** Sum of live readings with the worst of their states and the oldest of their ages. */
export function liveTotal(readings: readonly (LiveReading | null)[]): LiveTotal {
  const total = totalOf(readings)
  let oldest: LiveReading | null = null
  for (const reading of readings) if (reading && (!oldest || reading.ageMs > oldest.ageMs)) oldest = reading
  return {
    value: total.value,
    state: {
      freshness: total.freshness,
      quality: total.quality,
      ageMs: oldest?.ageMs ?? Number.NaN,
      sourceTimeMs: oldest?.sourceTimeMs ?? Number.NaN,
      coverage: { contributing: total.contributing, expected: total.expected },
    },
  }
}
