import type { SimulationFile } from '../park/simulation-file.ts'
import type { AssetEntry, PointEntry, TenantEntry } from '../park/park-files.ts'
import type { NetworksFile } from '../park/networks-file.ts'
import { AssetBook } from './assets/asset-book.ts'
import type { BuildContext } from './assets/build-context.ts'
import { buildPoints } from './assets/build-points.ts'
import { buildSimulation } from './assets/build-simulation.ts'
import { buildTenants } from './assets/build-tenants.ts'
import { buildConsumers } from './assets/consumers.ts'
import { addEnergyAssets } from './assets/energy-assets.ts'
import { planGateways } from './assets/gateways.ts'
import { addFieldAssets, addWasteAssets, HAZARDOUS_STORE_ID } from './assets/service-assets.ts'
import type { UtilityParams } from './assets/utility-params.ts'
import { addWastewaterAssets, addWaterAssets, PROCESS_UNITS } from './assets/water-assets.ts'
import { compactNetworks } from './compact-networks.ts'
import { buildNetworks, OUTFALL_ID, RECLAIMED_ID } from './networks/build-networks.ts'
import { projector } from './project.ts'
import { unitKeys } from './units.ts'
import type { GroundPlan } from './types.ts'
import type { writeGround } from './write-ground.ts'

type GroundLinks = NonNullable<Parameters<typeof writeGround>[2]>

export interface UtilityFiles {
  'tenants.json': { tenants: TenantEntry[] }
  'assets.json': { assets: AssetEntry[] }
  'points.json': { points: PointEntry[] }
  'simulation.json': SimulationFile
  'networks.json': NetworksFile
}

/** Ids that the ground files carry: tenants of plots, assets of sites and process units. */
function linkGround(context: BuildContext, tenants: readonly TenantEntry[]): GroundLinks {
  const { params, ground } = context
  const tenantOfPlot = new Map(
    tenants.flatMap((tenant) => tenant.plotIds.map((plotId) => [plotId, tenant.id] as const)),
  )
  const assetOfSite = new Map<string, string>([
    ...params.substations.map((spec) => [spec.siteId, spec.assetId] as const),
    [params.water.siteId, params.water.assetId],
    [params.wastewater.siteId, params.wastewater.assetId],
    [params.waste.siteId, params.waste.assetId],
  ])
  const assetOfUnit = new Map<string, string>()
  for (const spec of params.substations) {
    for (const i of spec.transformers.keys()) assetOfUnit.set(`${spec.siteId}/t${i + 1}`, `${spec.assetId}-t${i + 1}`)
  }
  const plantSite = params.wastewater.siteId
  for (const { unit, prefix } of PROCESS_UNITS) {
    for (const [i, key] of unitKeys(ground, plantSite, unit).entries())
      assetOfUnit.set(`${plantSite}/${key}`, `${prefix}-${i + 1}`)
  }
  assetOfUnit.set(`${plantSite}/outlet`, OUTFALL_ID)
  assetOfUnit.set(`${plantSite}/reclaimed`, RECLAIMED_ID)
  for (const i of [1, 2]) assetOfUnit.set(`${params.water.siteId}/clear-water-${i}`, `wt-${i}`)
  assetOfUnit.set(`${params.water.siteId}/water-tower`, 'wt-3')
  assetOfUnit.set(`${params.waste.siteId}/hazardous-store`, HAZARDOUS_STORE_ID)
  return { tenantOfPlot, assetOfSite, assetOfUnit }
}

/** Networks, assets, points, tenants and simulator parameters of a ground plan. */
export function buildUtilities(
  ground: GroundPlan,
  params: UtilityParams,
  origin: [number, number],
): { files: UtilityFiles; links: GroundLinks } {
  const consumers = buildConsumers(ground, params)
  const networks = buildNetworks(ground, consumers, params)
  const project = projector(origin)
  const gateways = planGateways(consumers, params.substations.length)
  const context: BuildContext = { ground, params, consumers, networks, gateways, book: new AssetBook(project) }
  addEnergyAssets(context)
  addWaterAssets(context)
  addWastewaterAssets(context)
  addWasteAssets(context)
  addFieldAssets(context)
  const tenants = buildTenants(ground.plots, consumers, params)
  const assets = context.book.entries
  return {
    files: {
      'tenants.json': { tenants },
      'assets.json': { assets },
      'points.json': { points: buildPoints(assets, tenants, consumers, params) },
      'simulation.json': buildSimulation(context, tenants, origin),
      'networks.json': compactNetworks(networks.plan, project, origin),
    },
    links: linkGround(context, tenants),
  }
}
