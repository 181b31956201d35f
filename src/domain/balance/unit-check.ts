import { medianOf } from '../statistics/summary.ts'
import { enough, notEnough, type Outcome } from '../statistics/outcome.ts'

/** What a register seems to send instead of kilowatt hours. */
export type UnitSuspicion = 'power-as-energy' | 'watt-hours' | 'megawatt-hours' | 'wrong-factor'

export interface UnitCheck {
  /** Growth of the register over the energy that the power meter implies; null when the register falls. */
  ratio: number | null
  /** null: nothing is wrong. */
  suspicion: UnitSuspicion | null
}

/** Readings of one moment. */
export interface RegisterAndPower {
  timeMs: number
  registerKwh: number | null
  /** Mean power since the reading before, kW. */
  meanPowerKw: number | null
}

const MIN_PAIRS = 6
/** A register falls at roll-over or replacement, at most once in a while; a power falls every other time. */
const FALLING_SHARE = 0.2
/** Register and power agree within this share of the power. */
const SAME_SHARE = 0.1
/** Energy by register and by power may differ by this factor before a factor is suspected. */
const AGREES = [0.8, 1.25] as const

/**
 * Looks whether a register holds energy. Compares its growth with ∫ P dt, and its value with the power itself:
 * - it falls in more than 20 % of the steps, or follows the power within 10 %: power sent as energy (kW for kWh);
 * - growth / energy is about 1000 or 0.001: watt hours or megawatt hours; any other factor outside 0.8 to 1.25 is
 *   a wrong transformer ratio or another meter.
 * The bounds are ours, confidence low.
 * Errors: `too-few-samples` under six pairs; `zero-denominator` when no power flowed.
 */
export function checkEnergyUnit(samples: readonly RegisterAndPower[]): Outcome<UnitCheck> {
  const known = samples.filter(isComplete)
  if (known.length < MIN_PAIRS) {
    return notEnough('too-few-samples', { contributing: known.length, expected: MIN_PAIRS })
  }
  let falls = 0
  let growth = 0
  let energy = 0
  known.forEach((now, i) => {
    const before = known[i - 1]
    if (!before) return
    const step = now.registerKwh - before.registerKwh
    if (step < 0) falls += 1
    else growth += step
    if (step >= 0) energy += (now.meanPowerKw * (now.timeMs - before.timeMs)) / 3_600_000
  })
  const distance = medianOf(known.map((one) => Math.abs(one.registerKwh - one.meanPowerKw)))
  const level = medianOf(known.map((one) => Math.abs(one.meanPowerKw)))
  if (falls > FALLING_SHARE * (known.length - 1) || (level > 0 && distance < SAME_SHARE * level)) {
    return enough({ ratio: null, suspicion: 'power-as-energy' })
  }
  if (!(energy > 0)) return notEnough('zero-denominator')
  const ratio = growth / energy
  return Number.isFinite(ratio) ? enough({ ratio, suspicion: suspicionOf(ratio) }) : notEnough('not-finite')
}

function suspicionOf(ratio: number): UnitSuspicion | null {
  const [low, high] = AGREES
  if (ratio >= low && ratio <= high) return null
  if (ratio >= 1000 * low && ratio <= 1000 * high) return 'watt-hours'
  if (ratio >= low / 1000 && ratio <= high / 1000) return 'megawatt-hours'
  return 'wrong-factor'
}

type Complete = RegisterAndPower & { registerKwh: number; meanPowerKw: number }

function isComplete(sample: RegisterAndPower): sample is Complete {
  return (
    sample.registerKwh !== null &&
    sample.meanPowerKw !== null &&
    Number.isFinite(sample.registerKwh) &&
    Number.isFinite(sample.meanPowerKw)
  )
}
