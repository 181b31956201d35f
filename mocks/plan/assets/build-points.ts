import type { PointKind } from '../../../src/contract/point-kinds.ts'
import { pointIdSchema } from '../../../src/contract/primitives.ts'
import type { PointLimit } from '../../../src/contract/resources.ts'
import type { AssetEntry, PointEntry, TenantEntry } from '../../park/park-files.ts'
import { POINT_TEMPLATES, WET_SEWER_TEMPLATES } from '../../park/point-templates.ts'
import { OUTFALL_ID } from '../networks/build-networks.ts'
import { SIMULATED } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { FEEDER_RATED_A } from './energy-parameters.ts'
import type { UtilityParams } from './utility-params.ts'

type LimitEntry = Omit<PointLimit, 'source'> & { source: string }

const limit = (type: 'high' | 'low', basis: PointLimit['basis'], value: number, source = SIMULATED): LimitEntry => ({
  type,
  basis,
  value,
  source,
})

/** Limits that every asset of a kind has. Keys are `<asset kind>.<point kind>`. */
const COMMON_LIMITS: Readonly<Record<string, readonly LimitEntry[]>> = {
  'substation.voltage': [limit('low', 'internal', 20.9), limit('high', 'internal', 23.1)],
  'power-transformer.load-percent': [limit('high', 'internal', 80), limit('high', 'design', 100)],
  'power-transformer.oil-temperature': [limit('high', 'design', 95)],
  'feeder.current': [limit('high', 'design', FEEDER_RATED_A)],
  'distribution-transformer.load-percent': [limit('high', 'design', 100)],
  'water-plant.turbidity': [limit('high', 'permit', 2, 'drinking-water')],
  'water-plant.residual-chlorine': [
    limit('low', 'permit', 0.2, 'drinking-water'),
    limit('high', 'permit', 1, 'drinking-water'),
  ],
  'water-tank.level-percent': [limit('low', 'internal', 30), limit('high', 'internal', 96)],
  'pressure-logger.pressure': [limit('low', 'internal', 1.5)],
  'lift-station.level': [limit('high', 'internal', 3.4)],
  'equalisation-tank.level-percent': [limit('high', 'internal', 90)],
  'aeration-tank.dissolved-oxygen': [limit('low', 'internal', 1)],
  'sludge-tank.level-percent': [limit('high', 'internal', 90)],
  'storm-pond.level': [limit('high', 'internal', 2.2)],
  'container.fill-level': [limit('high', 'internal', 85)],
}

function outfallLimits(params: UtilityParams): Partial<Record<PointKind, LimitEntry[]>> {
  const { codPermitMgL, tssPermitMgL, ammoniumPermitMgL, permitSource } = params.wastewater
  return {
    ph: [limit('low', 'permit', 6, permitSource), limit('high', 'permit', 9, permitSource)],
    temperature: [limit('high', 'permit', 40, permitSource)],
    cod: [limit('high', 'permit', codPermitMgL, permitSource), limit('high', 'internal', 50)],
    tss: [limit('high', 'permit', tssPermitMgL, permitSource), limit('high', 'internal', 32)],
    ammonium: [limit('high', 'permit', ammoniumPermitMgL, permitSource), limit('high', 'internal', 3.2)],
  }
}

/** Contracted power of the plot stands on its meter; a tenant's contract is shared by its plots. */
function contractLimits(tenants: readonly TenantEntry[], consumers: readonly Consumer[]): Map<string, LimitEntry[]> {
  const out = new Map<string, LimitEntry[]>()
  for (const tenant of tenants) {
    const plots = consumers.filter((consumer) => consumer.plotId !== null && tenant.plotIds.includes(consumer.plotId))
    const total = plots.reduce((sum, plot) => sum + plot.powerKw, 0)
    const contracted = tenant.contractedPowerKw ?? null
    if (contracted === null || total <= 0) continue
    for (const plot of plots) {
      out.set(`em-${plot.key}`, [limit('high', 'contract', Math.round((contracted * plot.powerKw) / total))])
    }
  }
  return out
}

/** Points of all assets by the templates, with limits where they matter. */
export function buildPoints(
  assets: readonly AssetEntry[],
  tenants: readonly TenantEntry[],
  consumers: readonly Consumer[],
  params: UtilityParams,
): PointEntry[] {
  const wet = new Set(consumers.filter((consumer) => consumer.wet).map((consumer) => `sm-${consumer.key}`))
  const contracts = contractLimits(tenants, consumers)
  const outfall = outfallLimits(params)
  const limitsOf = (asset: AssetEntry, kind: PointKind): readonly LimitEntry[] => {
    if (asset.id === OUTFALL_ID) return outfall[kind] ?? []
    if (asset.kind === 'hazardous-store' && kind === 'mass-in-store')
      return [limit('high', 'internal', params.waste.hazardousStoreT)]
    if (kind === 'active-power' && contracts.has(asset.id)) return contracts.get(asset.id) ?? []
    return COMMON_LIMITS[`${asset.kind}.${kind}`] ?? []
  }
  return assets.flatMap((asset) => {
    const templates = wet.has(asset.id)
      ? [...POINT_TEMPLATES[asset.kind], ...WET_SEWER_TEMPLATES]
      : POINT_TEMPLATES[asset.kind]
    return templates.map(({ kind }): PointEntry => {
      const id = pointIdSchema.parse(`${asset.id}.${kind}`)
      const limits = [...limitsOf(asset, kind)]
      return limits.length > 0 ? { id, limits } : id
    })
  })
}
