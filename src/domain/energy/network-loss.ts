/**
 * What lines and transformers of a network lose, from ratings and the energy that went through. Modelled, not
 * measured: class values of ours (confidence low), so that the part of a balance that stays unexplained is seen apart.
 */

/** No-load loss of an oil transformer, share of its rating; load loss at its rating, share of the rating. */
export const NO_LOAD_SHARE = 0.001
export const LOAD_LOSS_SHARE = 0.008
/** Loss of a 22 kV feeder at its rated load, share of what it carries. */
export const FEEDER_LOSS_SHARE = 0.015
/** Load of a feeder of 400 A at 22 kV, kW. */
export const FEEDER_RATED_KW = 15_000
/** Power factor that turns active into apparent power where only the first is known. */
const COS_PHI = 0.92

/**
 * Loss of a transformer in kWh: rating · (0.1 % + 0.8 % · (mean load / rating)²) · h. The mean load stands for the
 * root mean square, which understates the loss of a load that swings.
 * Source of the form: IEC 60076-1 (no-load and load loss); shares: class values, confidence low.
 */
export function transformerLossKwh(ratedKva: number, throughKwh: number, hours: number): number {
  if (!(hours > 0) || !(ratedKva > 0)) return 0
  const share = Math.abs(throughKwh) / hours / COS_PHI / ratedKva
  return ratedKva * (NO_LOAD_SHARE + LOAD_LOSS_SHARE * share ** 2) * hours
}

/** Loss of a feeder in kWh: energy · 1.5 % · mean load / rated load. Class values, confidence low. */
export function feederLossKwh(throughKwh: number, hours: number): number {
  if (!(hours > 0)) return 0
  const meanKw = Math.abs(throughKwh) / hours
  return Math.abs(throughKwh) * FEEDER_LOSS_SHARE * (meanKw / FEEDER_RATED_KW)
}
