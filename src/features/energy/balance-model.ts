import type { Industry } from '../../contract/collections.ts'
import { energyBalance, type NamedBalance } from '../../domain/balance/balance-kinds.ts'
import type { BalanceTerm } from '../../domain/balance/balance-term.ts'
import { feederLossKwh, transformerLossKwh } from '../../domain/energy/network-loss.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { EnergyMeter, EnergyPoints } from '../../domain/energy/energy-points.ts'
import { growthOfMeter, type DayEnergy } from '../../live/use-day-energy.ts'

/** What a flow of the balance is; the screen has a word for each kind. */
export type FlowKind =
  | { kind: 'substation'; assetId: string }
  | { kind: 'direct' | 'solar' | 'storage' | 'own' | 'water' | 'other' | 'charge' }
  | { kind: 'industry'; industry: Industry }

export interface Flow {
  what: FlowKind
  kwh: number
}

export interface EnergyBalanceDay {
  balance: NamedBalance
  sources: readonly Flow[]
  uses: readonly Flow[]
  /** Lines and transformers, modelled, kWh. */
  lossKwh: number
  /** Residual less the modelled loss, kWh; null when the balance has no residual. Negative stays negative. */
  unaccountedKwh: number | null
  suppliedKwh: number
}

/** Industries that get a flow of their own; the rest is one. */
const MOST_INDUSTRIES = 6

function termOf(id: string, kwh: number | null, usual: number | null = null): BalanceTerm {
  return {
    id,
    reading: kwh === null ? null : { value: kwh, quality: 'Good', freshness: 'live' },
    // The accuracy class of the park's meters is not in its data.
    accuracyPercent: null,
    usual,
  }
}

/** Sites whose use is that of water and wastewater: where a plant or a lift station stands. */
function waterSites(index: ParkIndex): ReadonlySet<string> {
  const kinds = new Set(['water-plant', 'wastewater-plant', 'lift-station'])
  return new Set(index.assets.flatMap(({ kind, siteId }) => (kinds.has(kind) && siteId !== null ? [siteId] : [])))
}

/** Sun that a consumer used behind its meter, kWh: what its plants made less what it fed back. */
function selfUsedOf(points: EnergyPoints, day: DayEnergy, { asset }: EnergyMeter, made: ReadonlyMap<string, number>) {
  if (asset.parentId === null || !points.withSolar.some((meter) => meter.asset.id === asset.id)) return 0
  const back = day.fedBack?.get(asset.id)
  return Math.max(0, (made.get(asset.parentId) ?? 0) - (back?.ok ? back.value : 0))
}

function ratedKva(index: ParkIndex, assetId: string): number {
  const value = index.assetById.get(assetId)?.facts.find(({ key }) => key === 'rated-power')?.value
  return typeof value === 'number' ? value * 1000 : 0
}

/** Loss of lines and transformers of the day, kWh, by the energy that went through each. */
function modelledLoss(index: ParkIndex, points: EnergyPoints, day: DayEnergy, hours: number): number {
  const through = new Map<string, number>()
  for (const meter of points.consumers) {
    const kwh = growthOfMeter(day, meter) ?? 0
    const seen = new Set<string>()
    let id = meter.asset.parentId
    while (id !== null && !seen.has(id)) {
      seen.add(id)
      through.set(id, (through.get(id) ?? 0) + kwh)
      id = index.assetById.get(id)?.parentId ?? null
    }
  }
  let loss = 0
  for (const asset of index.assets) {
    const kwh = through.get(asset.id) ?? 0
    if (asset.kind === 'feeder') loss += feederLossKwh(kwh, hours)
    else if (asset.kind === 'power-transformer' || asset.kind === 'distribution-transformer') {
      loss += transformerLossKwh(ratedKva(index, asset.id), kwh, hours)
    }
  }
  return loss
}

function addTo<K>(map: Map<K, number>, key: K, kwh: number): void {
  map.set(key, (map.get(key) ?? 0) + kwh)
}

/** Energy balance since midnight. Sun used behind a meter is on both sides, so it never moves the residual. */
export function balanceOfDay(
  index: ParkIndex,
  points: EnergyPoints,
  day: DayEnergy,
  hours: number,
  usual: ReadonlyMap<string, number> = new Map(),
): EnergyBalanceDay | null {
  if (!day.growth || !day.fedBack) return null
  const made = new Map<string, number>()
  let madeKwh = 0
  for (const { asset, generatedId } of points.solar) {
    const kwh = growthOfMeter(day, { energyId: generatedId }) ?? 0
    madeKwh += kwh
    if (asset.parentId !== null) addTo(made, asset.parentId, kwh)
  }
  const bySource = new Map<string, number>()
  for (const meter of points.incomers) {
    addTo(
      bySource,
      meter.asset.kind === 'hv-connection' ? '' : (meter.asset.parentId ?? ''),
      growthOfMeter(day, meter) ?? 0,
    )
  }
  const wet = waterSites(index)
  const byIndustry = new Map<Industry, number>()
  let own = 0
  let water = 0
  for (const meter of points.consumers) {
    const { tenantId, siteId } = meter.asset
    const kwh = (growthOfMeter(day, meter) ?? 0) + selfUsedOf(points, day, meter, made)
    const industry = tenantId === null ? undefined : index.tenantById.get(tenantId)?.industry
    if (industry !== undefined) addTo(byIndustry, industry, kwh)
    else if (siteId !== null && wet.has(siteId)) water += kwh
    else own += kwh
  }
  const term = (meter: EnergyMeter): BalanceTerm =>
    termOf(meter.asset.id, growthOfMeter(day, meter), usual.get(meter.asset.id) ?? null)
  const storage = day.storage
  const balance = energyBalance({
    incomers: points.incomers.map(term),
    solar: [...day.fedBack].map(([id, back]) => termOf(`${id} fed back`, back.ok ? back.value : null)),
    storageDischarge: storage ? [termOf('storage', storage.dischargedKwh)] : [],
    tenants: points.consumers.filter(({ asset }) => asset.tenantId !== null).map(term),
    ownUse: points.consumers.filter(({ asset }) => asset.tenantId === null).map(term),
    storageCharge: storage ? [termOf('storage charge', storage.chargedKwh)] : [],
    exported: [],
  })
  const lossKwh = modelledLoss(index, points, day, hours)
  const sources: Flow[] = [
    ...index.assets
      .filter(({ kind }) => kind === 'substation')
      .map(({ id }): Flow => ({ what: { kind: 'substation', assetId: id }, kwh: bySource.get(id) ?? 0 })),
    ...(bySource.has('') ? [{ what: { kind: 'direct' as const }, kwh: bySource.get('') ?? 0 }] : []),
    ...(points.solar.length > 0 ? [{ what: { kind: 'solar' as const }, kwh: madeKwh }] : []),
    ...(storage ? [{ what: { kind: 'storage' as const }, kwh: storage.dischargedKwh ?? 0 }] : []),
  ]
  return {
    balance,
    sources,
    uses: usesOf(byIndustry, own, water, storage?.chargedKwh ?? 0),
    lossKwh,
    unaccountedKwh: balance.residual.ok ? balance.residual.value.value - lossKwh : null,
    suppliedKwh: sources.reduce((sum, { kwh }) => sum + kwh, 0),
  }
}

function usesOf(byIndustry: ReadonlyMap<Industry, number>, own: number, water: number, charged: number): Flow[] {
  const ranked = [...byIndustry]
    .map(([industry, kwh]): Flow => ({ what: { kind: 'industry', industry }, kwh }))
    .toSorted((a, b) => b.kwh - a.kwh)
  const rest = ranked.slice(MOST_INDUSTRIES).reduce((sum, { kwh }) => sum + kwh, 0)
  return [
    ...ranked.slice(0, MOST_INDUSTRIES),
    ...(ranked.length > MOST_INDUSTRIES ? [{ what: { kind: 'other' as const }, kwh: rest }] : []),
    { what: { kind: 'own' }, kwh: own },
    { what: { kind: 'water' }, kwh: water },
    ...(charged > 0 ? [{ what: { kind: 'charge' as const }, kwh: charged }] : []),
  ]
}
