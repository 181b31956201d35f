import type { SiteKind } from '../../../src/contract/collections.ts'
import type { Consumer } from '../assets/consumers.ts'
import type { UtilityParams } from '../assets/utility-params.ts'
import type { GroundPlan, NetworkPlan, SitePlan } from '../types.ts'
import { unitSpot, unitSpots } from '../units.ts'
import { buildFibreRing, type FibreRing } from './fibre-ring.ts'
import { joinPlans } from './network-draft.ts'
import { buildPowerGrid, type PowerGrid } from './power-grid.ts'
import { buildReclaimedMain } from './reclaimed-main.ts'
import { buildSewers, type Sewers } from './sewers.ts'
import { buildStormDrains, type StormDrains } from './storm-drains.ts'
import { buildTransmission } from './transmission.ts'
import { buildWasteRoutes, type RouteSpec, type WasteRoute } from './waste-routes.ts'
import { buildWaterMains, type WaterMains } from './water-mains.ts'

/** All networks of a park with what the asset stage needs to know about them. */
export interface Networks {
  plan: NetworkPlan
  grid: PowerGrid
  water: WaterMains
  sewers: Sewers
  storm: StormDrains
  fibre: FibreRing
  routes: WasteRoute[]
}

export const OUTFALL_ID = 'wwtp-outfall'
export const RECLAIMED_ID = 'rws-1'

function siteById(ground: GroundPlan, id: string): SitePlan {
  const site = ground.sites.find((candidate) => candidate.id === id)
  if (site === undefined) throw new Error(`utility params: the plan has no site "${id}"`)
  return site
}

/** Recyclables are collected where much packaging falls. */
export function hasRecyclables(consumer: Consumer): boolean {
  return consumer.industry === 'packaging' || consumer.industry === 'logistics' || consumer.industry === 'electronics'
}

/** A round serves the consumers of its zones; every stream has its own vehicles. */
function routeSpecs(consumers: readonly Consumer[], rounds: UtilityParams['waste']['rounds']): RouteSpec[] {
  const plots = consumers.filter((consumer) => consumer.plotId !== null)
  const specs = rounds.map(({ vehicleId, stream, zones }) => {
    const own = plots.filter((plot) => zones.includes(plot.key.replace(/\d.*$/, '').toUpperCase()))
    return { vehicleId, stream, consumers: stream === 'recyclable' ? own.filter(hasRecyclables) : own }
  })
  return specs.filter((spec) => spec.consumers.length > 0)
}

/** Users of reclaimed water: assigned plots and the park's green. */
export function reclaimedUsers(consumers: readonly Consumer[]): Consumer[] {
  return consumers.filter((consumer) => consumer.reclaimedM3PerDay > 0)
}

/** Builds every network on the road graph. Throws an Error that names what cannot be served. */
export function buildNetworks(ground: GroundPlan, consumers: readonly Consumer[], params: UtilityParams): Networks {
  const stations = params.substations.map((spec) => ({
    assetId: spec.assetId,
    site: siteById(ground, spec.siteId),
    bus: unitSpot(ground, spec.siteId, 'switchgear'),
    feederNumbers: spec.feederNumbers,
  }))
  const served = consumers.filter((consumer) => consumer.siteKind !== 'park')
  const grid = buildPowerGrid(ground, served, stations)
  const hv = buildTransmission(
    ground,
    stations,
    served.filter((consumer) => consumer.hv),
  )
  const water = buildWaterMains(ground, served, {
    site: siteById(ground, params.water.siteId),
    assetId: params.water.assetId,
    districtM3PerDay: params.water.districtM3PerDay,
    tankSpots: unitSpots(ground, params.water.siteId, 'clear-water'),
    pumpSpot: unitSpot(ground, params.water.siteId, 'pumps'),
  })
  const plant = siteById(ground, params.wastewater.siteId)
  const sewers = buildSewers(ground, served, {
    site: plant,
    assetId: params.wastewater.assetId,
    outfallId: OUTFALL_ID,
    inlet: unitSpot(ground, plant.id, 'inlet'),
    outlet: unitSpot(ground, plant.id, 'outlet'),
  })
  const storm = buildStormDrains(ground, served)
  const reclaimed = buildReclaimedMain(ground, reclaimedUsers(consumers), plant, {
    assetId: RECLAIMED_ID,
    at: unitSpot(ground, plant.id, 'reclaimed'),
  })
  const fibre = buildFibreRing(ground, served, fibreCentre(ground))
  const station = { site: siteById(ground, params.waste.siteId), assetId: params.waste.assetId }
  const waste = buildWasteRoutes(ground, station, routeSpecs(consumers, params.waste.rounds))
  const plans = [hv, grid.plan, water.plan, sewers.plan, storm.plan, reclaimed, fibre.plan, waste.plan]
  return { plan: joinPlans(plans), grid, water, sewers, storm, fibre, routes: waste.routes }
}

/** The data centre stands in the service centre; without one, fibre starts at the first site. */
function fibreCentre(ground: GroundPlan): SitePlan {
  const wanted: SiteKind = 'service'
  const site = ground.sites.find((candidate) => candidate.kind === wanted) ?? ground.sites[0]
  if (site === undefined) throw new Error('fibre: the plan has no site')
  return site
}
