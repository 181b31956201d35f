import type { Asset } from '../../contract/resources.ts'
import { enough, finiteOutcome, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** Volume of a tank when full, m³, from its facts. */
export function tankVolume({ facts }: Pick<Asset, 'facts'>): number | null {
  const value = facts.find(({ key, unit }) => key === 'volume' && unit === 'm3')?.value
  return typeof value === 'number' ? value : null
}

/** A tank as far as it is known: level in per cent of its height, volume when full. */
export interface StoredTank {
  levelPercent: number | null
  volumeM3: number | null
}

/**
 * Water that stands in tanks, m³: Σ level / 100 × volume, for tanks of straight walls.
 * Errors: `no-data` when a level is missing, `no-rating` when a volume is.
 */
export function storedVolume(tanks: readonly StoredTank[]): Outcome<number> {
  if (tanks.length === 0) return notEnough('no-data')
  let sum = 0
  for (const { levelPercent, volumeM3 } of tanks) {
    if (volumeM3 === null) return notEnough('no-rating')
    if (levelPercent === null || !Number.isFinite(levelPercent)) return notEnough('no-data')
    sum += (levelPercent / 100) * volumeM3
  }
  return finiteOutcome(sum)
}

/**
 * Hours for which the stored water lasts at the present draw: m³ / (m³/h), down to the bottom of the tanks.
 * Errors: those of `storedVolume`; `no-data` without a draw; `zero-denominator` while nothing is drawn.
 */
export function hoursOfStorage(stored: Outcome<number>, drawM3PerH: number | null): Outcome<number> {
  return stored.ok ? ratioOf(stored.value, drawM3PerH) : stored
}

/** Growth of what stands in a tank, m³: change of level in per cent × volume. Errors as `storedVolume`. */
export function tankGrowth(
  fromPercent: number | null,
  toPercent: number | null,
  volumeM3: number | null,
): Outcome<number> {
  const before = storedVolume([{ levelPercent: fromPercent, volumeM3 }])
  const after = storedVolume([{ levelPercent: toPercent, volumeM3 }])
  if (!before.ok) return before
  return after.ok ? enough(after.value - before.value) : after
}
