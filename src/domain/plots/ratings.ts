import type { Asset, Point } from '../../contract/resources.ts'
import { convertUnit } from '../units/units.ts'
import type { Service } from './headroom.ts'

/** A customer must keep cos φ ≥ 0.9 (Circular 15/2014/TT-BCT), so a kVA carries 0.9 kW. Confidence medium. */
const KW_PER_KVA = 0.9

/**
 * What a supply main of a nominal size carries: v · π/4 · d² over a day, with v = 1.0 m/s as the mean of the day, which
 * leaves 1.5 m/s for a peak hour of 1.5 times the mean. Our own planning rule, confidence low.
 *
 * @param nominalMm nominal diameter
 * @returns m³/d
 */
export function mainCapacityM3PerDay(nominalMm: number): number {
  return (Math.PI / 4) * (nominalMm / 1000) ** 2 * 86_400
}

/** √3 · U · I · 0.9, in kW from kV and A. */
export function feederCapacityKw(ratedA: number, nominalKv: number): number {
  return Math.sqrt(3) * nominalKv * ratedA * KW_PER_KVA
}

/** Where a rating comes from: the equipment's own fact, the limit of its current, or the size of its pipe. */
export type RatingBasis = 'fact' | 'current-limit' | 'pipe-size'

export interface Rating {
  /** kW or m³/d. */
  value: number
  basis: RatingBasis
  /** Whether any part of it comes from the simulator. */
  isSimulated: boolean
}

export interface RatingInputs {
  points: readonly Point[]
  /** Nominal voltage of the lines at the asset, kV; nominal diameter of its inlet, mm. */
  nominalKv: number | null
  nominalMm: number | null
}

/** Rating of one piece of equipment for a service, or null where nothing says what it can do. */
export function ratingOf(asset: Asset, service: Service, inputs: RatingInputs): Rating | null {
  return service === 'power' ? powerRating(asset, inputs) : (volumeRating(asset) ?? pipeRating(service, inputs))
}

function powerRating(asset: Asset, { points, nominalKv }: RatingInputs): Rating | null {
  const fact = asset.facts.find(({ key }) => key === 'rated-power')
  if (fact && typeof fact.value === 'number' && fact.unit !== null) {
    const kva = convertUnit(fact.value, fact.unit, 'kV.A')
    const kw = kva === null ? convertUnit(fact.value, fact.unit, 'kW') : kva * KW_PER_KVA
    if (kw !== null) return { value: kw, basis: 'fact', isSimulated: fact.source.confidence === 'simulated' }
  }
  const current = points.find(({ kind }) => kind === 'current')
  const limit = current?.limits.find(({ type, basis }) => type === 'high' && basis === 'design')
  if (!limit || nominalKv === null) return null
  return {
    value: feederCapacityKw(limit.value, nominalKv),
    basis: 'current-limit',
    isSimulated: limit.source.confidence === 'simulated',
  }
}

/** Peak hour over the mean of its day: pumps must carry the peak, contracts are by the day. Confidence low. */
const PEAK_HOUR = 1.5

/**
 * Design capacity, m³/d; phases add up. A phase of unknown capacity leaves the whole unknown. A lift station's pumps
 * carry the peak hour, so a day of theirs counts by that much less.
 */
function volumeRating(asset: Asset): Rating | null {
  const facts = asset.facts.filter(({ key }) => key === 'capacity' || key.startsWith('capacity-phase-'))
  if (facts.length === 0) return null
  let value = 0
  let isSimulated = false
  for (const fact of facts) {
    const part =
      typeof fact.value === 'number' && fact.unit !== null ? convertUnit(fact.value, fact.unit, 'm3/d') : null
    if (part === null) return null
    value += asset.kind === 'lift-station' ? part / PEAK_HOUR : part
    if (fact.source.confidence === 'simulated') isSimulated = true
  }
  return { value, basis: 'fact', isSimulated }
}

function pipeRating(service: Service, { nominalMm }: RatingInputs): Rating | null {
  if (service !== 'water' || nominalMm === null || !(nominalMm > 0)) return null
  return { value: mainCapacityM3PerDay(nominalMm), basis: 'pipe-size', isSimulated: false }
}
