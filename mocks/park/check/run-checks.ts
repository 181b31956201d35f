import type { CollectionId, FeatureOf } from '../../../src/contract/collections.ts'
import limitSets from '../../../fixtures/reference/limit-sets.json' with { type: 'json' }
import { limitSetsSchema } from '../../../src/contract/reference.ts'
import type { Park } from '../../../src/contract/resources.ts'
import { projector } from '../../plan/project.ts'
import type { ParkFiles, ParkModel } from '../park-model.ts'
import { checkGeometry, type LandUse } from './check-geometry.ts'
import { checkModel } from './check-model.ts'
import { checkNetworks } from './check-networks.ts'
import { checkPermits } from './check-permits.ts'
import { checkTours } from './check-tours.ts'
import { checkSimulation, type Balance } from './check-simulation.ts'
import { checkRegisters } from '../../registers/check-registers.ts'
import { criteriaSets } from '../../registers/criteria-files.ts'
import { findRepeats, type Findings } from './findings.ts'

export interface ParkReport {
  findings: Findings
  /** Name and value of what was counted, for people. */
  counts: [string, string][]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function landUseLines(use: LandUse | null): [string, string][] {
  if (use === null) return []
  return [
    ['land: plots', percent(use.plots)],
    ['land: roads', percent(use.roads)],
    ['land: green', percent(use.green)],
    ['land: sites', percent(use.sites)],
  ]
}

function balanceLines(balance: Balance): [string, string][] {
  return [
    ['mean grid import', `${balance.gridMw.toFixed(1)} MW`],
    ['rooftop solar', `${balance.solarMwp.toFixed(1)} MWp`],
    ['water supplied', `${balance.waterM3PerDay.toFixed(0)} m³/d`],
    ['wastewater treated', `${balance.wastewaterM3PerDay.toFixed(0)} m³/d`],
  ]
}

/** Collections whose features are checked by their schema and their ids alone. */
const NOT_CROSS_CHECKED = ['surroundings', 'water', 'waterways', 'yards', 'unit-labels', 'containers'] as const

/** Degrees that the box may fall short of the outline. */
const BOX_SLACK = 1e-5

/** The map fits to the park's box once, so the box holds the outline. */
function checkBox(bbox: Park['bbox'], boundary: readonly FeatureOf<'boundary'>[]): Findings {
  const outline = boundary.flatMap((feature) => feature.geometry.coordinates[0] ?? [])
  if (outline.length === 0) return []
  const [lngs, lats] = [outline.map((p) => p[0]), outline.map((p) => p[1])]
  const drawn = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const
  const short = [drawn[0] - bbox[0], drawn[1] - bbox[1], bbox[2] - drawn[2], bbox[3] - drawn[3]]
  if (short.every((room) => room >= -BOX_SLACK)) return []
  return [{ place: 'park.json', problem: `bbox does not hold the outline, which is [${drawn.join(', ')}]` }]
}

/** Collects what a reading throws as a finding, so that one bad file does not hide the others. */
async function attempt<T>(place: string, findings: Findings, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    findings.push({ place, problem: error instanceof Error ? error.message : String(error) })
    return null
  }
}

/** Reads a whole park folder and checks it. Never throws for what the folder holds. */
export async function runChecks(files: ParkFiles): Promise<ParkReport> {
  const findings: Findings = []
  const counts: [string, string][] = []
  const model = await attempt<ParkModel>('park', findings, () => files.core())
  const read = async <C extends CollectionId>(id: C): Promise<FeatureOf<C>[]> => {
    const features = (await attempt(id, findings, () => files.collection(id))) ?? []
    findings.push(
      ...findRepeats(
        `${id} feature id`,
        features.map((feature) => feature.id),
      ),
    )
    counts.push([id, String(features.length)])
    return features
  }
  const criteria = await criteriaSets()
  const tours = (await attempt('tours', findings, () => files.tours())) ?? []
  const permits = (await attempt('permits', findings, () => files.permits())) ?? []
  const boundary = await read('boundary')
  const plots = await read('plots')
  const sites = await read('sites')
  const buildings = await read('buildings')
  const carriageways = await read('carriageways')
  const green = await read('green')
  const roads = await read('roads')
  const nodes = await read('network-nodes')
  const edges = await read('network-edges')
  for (const id of NOT_CROSS_CHECKED) await read(id)
  if (model === null) return { findings, counts }

  const project = projector(model.park.centre)
  const geometry = checkGeometry(project, {
    areaHa: model.park.areaHa,
    facts: model.park.facts,
    boundary,
    plots,
    sites,
    buildings,
    carriageways,
    green,
  })
  const simulation = checkSimulation(model)
  const registers = await checkRegisters(files, model)
  findings.push(
    ...geometry.findings,
    ...checkBox(model.park.bbox, boundary),
    ...checkModel(model, { plots, sites, nodeIds: new Set(nodes.map((node) => node.id)) }),
    ...checkNetworks({ nodes, edges, plots, roads, assets: model.assets, points: model.points }),
    ...checkPermits(permits, model.assets, model.points, limitSetsSchema.parse(limitSets).limitSets),
    ...simulation.findings,
    ...checkTours(tours, model, {
      plotIds: plots.map(({ id }) => id),
      siteIds: sites.map(({ id }) => id),
      edgeIds: edges.map(({ id }) => id),
      criterionIds: criteria.flatMap((set) => set.criteria.map(({ id }) => id)),
    }),
    ...registers.findings,
  )
  counts.push(
    ['tenants', String(model.tenants.length)],
    ['assets', String(model.assets.length)],
    ['points', String(model.points.length)],
    ['register rows', String(registers.rows)],
    ['permits', String(permits.length)],
    ['tours', String(tours.length)],
    ...landUseLines(geometry.use),
    ...balanceLines(simulation.balance),
  )
  return { findings, counts }
}
