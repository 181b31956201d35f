import type { HistorySeries } from '../../contract/readings.ts'
import { checkEnergyUnit, type RegisterAndPower, type UnitSuspicion } from '../balance/unit-check.ts'
import { registerSamples, type BucketGrid, type RegisterColumns } from './register-history.ts'
import type { EnergyMeter, EnergyPoints } from './energy-points.ts'

type Columns = RegisterColumns & { readonly mean: Readonly<HistorySeries['mean']> }

/** What a meter's register showed at the end of each bucket, and the mean power of the bucket. */
function samplesOf(register: Columns, power: Columns, grid: BucketGrid): RegisterAndPower[] {
  return registerSamples(register, grid).map(({ timeMs, value }, k) => ({
    timeMs,
    registerKwh: value,
    meanPowerKw: power.mean[k] ?? null,
  }))
}

/**
 * Meters whose register holds something else than kilowatt hours, by register id. Beside a solar plant power goes both
 * ways and its mean says little about the energy imported: there only power sent as energy is told.
 */
export function unitSuspects(
  points: EnergyPoints,
  byId: ReadonlyMap<string, Columns>,
  grid: BucketGrid,
): ReadonlyMap<string, UnitSuspicion> {
  const sunny = new Set(points.withSolar.map(({ asset }) => asset.id))
  const found = new Map<string, UnitSuspicion>()
  for (const { asset, energyId, powerId } of [...points.incomers, ...points.consumers]) {
    const register = energyId === null ? undefined : byId.get(energyId)
    const power = powerId === null ? undefined : byId.get(powerId)
    if (energyId === null || !register || !power) continue
    const check = checkEnergyUnit(samplesOf(register, power, grid))
    const suspicion = check.ok ? check.value.suspicion : null
    if (suspicion === null || (sunny.has(asset.id) && suspicion !== 'power-as-energy')) continue
    found.set(energyId, suspicion)
  }
  return found
}

/** Meters with a suspicion, in the order of the park's list. */
export function suspectMeters(
  { incomers, consumers }: EnergyPoints,
  suspects: ReadonlyMap<string, UnitSuspicion>,
): readonly { meter: EnergyMeter; suspicion: UnitSuspicion }[] {
  return [...incomers, ...consumers].flatMap((meter) => {
    const suspicion = meter.energyId === null ? undefined : suspects.get(meter.energyId)
    return suspicion === undefined ? [] : [{ meter, suspicion }]
  })
}
