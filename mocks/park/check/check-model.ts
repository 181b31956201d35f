import type { AssetKind } from '../../../src/contract/asset-kinds.ts'
import type { FeatureOf, PlotFeature } from '../../../src/contract/collections.ts'
import { POINT_KINDS } from '../../../src/contract/point-kinds.ts'
import type { Fact, Source } from '../../../src/contract/primitives.ts'
import { parkTargetSchema, type Asset, type Park, type Point, type Tenant } from '../../../src/contract/resources.ts'
import type { ParkModel } from '../park-model.ts'
import { templateOf } from '../point-templates.ts'
import { findRepeats, type Findings } from './findings.ts'

/** Kinds that may stand above a kind in the supply tree; `null`: it stands at the top. */
const PARENTS: Readonly<Partial<Record<AssetKind, readonly (AssetKind | null)[]>>> = {
  substation: [null],
  'power-transformer': ['substation'],
  feeder: ['power-transformer'],
  'ring-switch': ['feeder'],
  'distribution-transformer': ['feeder'],
  'hv-connection': [null],
  'electricity-meter': ['distribution-transformer', 'hv-connection'],
  'solar-plant': ['distribution-transformer', 'hv-connection'],
  'battery-storage': ['distribution-transformer', 'hv-connection', 'feeder'],
  'water-plant': [null],
  'water-tank': ['water-plant'],
  pump: ['water-plant'],
  'district-meter': ['district-meter', 'water-plant'],
  'pressure-logger': ['district-meter'],
  'water-meter': ['district-meter'],
  'sewer-meter': ['lift-station', 'wastewater-plant'],
  'sewer-gauge': ['lift-station', 'wastewater-plant'],
  'lift-station': ['lift-station', 'wastewater-plant'],
  'wastewater-plant': [null],
  'equalisation-tank': ['wastewater-plant'],
  'aeration-tank': ['wastewater-plant'],
  clarifier: ['wastewater-plant'],
  'sludge-tank': ['wastewater-plant'],
  outfall: ['wastewater-plant'],
  'reclaimed-station': ['wastewater-plant'],
  'reclaimed-meter': ['reclaimed-station'],
  container: ['transfer-station'],
  'collection-vehicle': ['transfer-station'],
  'hazardous-store': ['transfer-station'],
  gateway: [null],
}

function checkSource(place: string, source: Source, known: boolean): Findings {
  const findings: Findings = []
  if (source.title.trim() === '') findings.push({ place, problem: 'the source has no title' })
  const stated = source.confidence === 'simulated' || source.year !== null || source.url !== undefined
  if (known && !stated)
    findings.push({ place, problem: 'the source has neither year nor address and is not marked simulated' })
  return findings
}

function checkFacts(owner: string, facts: readonly Fact[]): Findings {
  return [
    ...findRepeats(
      `${owner} fact id`,
      facts.map((fact) => fact.key),
    ),
    ...facts.flatMap((fact) => checkSource(`${owner} fact ${fact.key}`, fact.source, fact.value !== null)),
  ]
}

function checkPark(park: Park): Findings {
  const targets = park.targets.map((target) => target.key)
  const missing = parkTargetSchema.shape.key.options.filter((key) => !targets.includes(key))
  return [
    ...checkFacts('park', park.facts),
    ...findRepeats('target', targets),
    ...missing.map((key) => ({ place: 'park.json', problem: `the target ${key} is missing` })),
    ...park.targets.flatMap((target) => checkSource(`target ${target.key}`, target.source, target.value !== null)),
  ]
}

function checkParents(assets: readonly Asset[], byId: ReadonlyMap<string, Asset>): Findings {
  return assets.flatMap((asset) => {
    const parent = asset.parentId === null ? undefined : byId.get(asset.parentId)
    if (asset.parentId !== null && parent === undefined)
      return [{ place: asset.id, problem: `no parent ${asset.parentId}` }]
    const allowed = PARENTS[asset.kind]
    if (allowed && !allowed.includes(parent?.kind ?? null)) {
      return [
        { place: asset.id, problem: `a ${asset.kind} cannot stand under ${parent ? `a ${parent.kind}` : 'nothing'}` },
      ]
    }
    const seen = new Set<string>([asset.id])
    for (let up = parent; up !== undefined; up = up.parentId === null ? undefined : byId.get(up.parentId)) {
      if (seen.has(up.id)) return [{ place: asset.id, problem: `its parents form a cycle at ${up.id}` }]
      seen.add(up.id)
    }
    return []
  })
}

function checkAssets(
  model: ParkModel,
  plots: ReadonlyMap<string, PlotFeature>,
  sites: ReadonlySet<string>,
  nodes: ReadonlySet<string>,
): Findings {
  const byId = new Map<string, Asset>(model.assets.map((asset) => [asset.id, asset]))
  const tenants = new Set<string>(model.tenants.map((tenant) => tenant.id))
  const own = model.assets.flatMap((asset) => {
    const findings: Findings = checkFacts(asset.id, asset.facts)
    const { plotId, siteId, tenantId, gatewayId, nodeId } = asset
    if (plotId !== null && !plots.has(plotId)) findings.push({ place: asset.id, problem: `no plot ${plotId}` })
    if (siteId !== null && !sites.has(siteId)) findings.push({ place: asset.id, problem: `no site ${siteId}` })
    if (tenantId !== null && !tenants.has(tenantId))
      findings.push({ place: asset.id, problem: `no tenant ${tenantId}` })
    if (nodeId !== null && !nodes.has(nodeId)) findings.push({ place: asset.id, problem: `no network node ${nodeId}` })
    if (gatewayId !== null && byId.get(gatewayId)?.kind !== 'gateway') {
      findings.push({ place: asset.id, problem: `${gatewayId} is no gateway` })
    }
    return findings
  })
  return [
    ...findRepeats(
      'asset id',
      model.assets.map((asset) => asset.id),
    ),
    ...findRepeats(
      'asset code',
      model.assets.map((asset) => asset.code),
    ),
    ...own,
    ...checkParents(model.assets, byId),
  ]
}

function checkPoint(point: Point, asset: Asset | undefined, gateways: ReadonlySet<string>): Findings {
  const findings: Findings = []
  const say = (problem: string): number => findings.push({ place: point.id, problem })
  const kind = POINT_KINDS[point.kind]
  if (asset === undefined) say(`no asset ${point.assetId}`)
  else if (templateOf(asset.kind, point.kind) === undefined) say(`a ${asset.kind} does not measure ${point.kind}`)
  if (point.unit !== kind.unit) say(`unit ${point.unit}, ${point.kind} is measured in ${kind.unit}`)
  if (point.range[0] >= point.range[1]) say(`the range ${point.range.join(' to ')} is empty`)
  if (point.gatewayId !== null && !gateways.has(point.gatewayId)) say(`${point.gatewayId} is no gateway`)
  for (const limit of point.limits) {
    if (limit.value < point.range[0] || limit.value > point.range[1])
      say(`the ${limit.basis} limit ${limit.value} lies outside the range`)
    findings.push(...checkSource(`${point.id} ${limit.basis} limit`, limit.source, true))
  }
  return findings
}

function checkTenants(tenants: readonly Tenant[], plots: ReadonlyMap<string, PlotFeature>): Findings {
  const findings: Findings = findRepeats(
    'tenant id',
    tenants.map((tenant) => tenant.id),
  )
  findings.push(
    ...findRepeats(
      'plot of a tenant',
      tenants.flatMap((tenant) => tenant.plotIds),
    ),
  )
  findings.push(
    ...findRepeats(
      'tenant name',
      tenants.map((tenant) => tenant.name),
    ),
    ...findRepeats(
      'tenant alias',
      tenants.map((tenant) => tenant.alias),
    ),
  )
  const tenantOf = new Map<string, string>()
  for (const tenant of tenants) {
    findings.push(...checkSource(tenant.id, tenant.source, true))
    for (const plotId of tenant.plotIds) {
      tenantOf.set(plotId, tenant.id)
      const status = plots.get(plotId)?.properties.status
      if (status === undefined) findings.push({ place: tenant.id, problem: `no plot ${plotId}` })
      if (status === 'vacant') findings.push({ place: plotId, problem: `is vacant, but ${tenant.id} rents it` })
    }
  }
  for (const plot of plots.values()) {
    const expected = tenantOf.get(plot.id) ?? null
    if (plot.properties.tenantId !== expected) {
      findings.push({
        place: plot.id,
        problem: `names tenant ${plot.properties.tenantId ?? 'none'}, tenants.json says ${expected ?? 'none'}`,
      })
    }
    if (plot.properties.status !== 'vacant' && expected === null)
      findings.push({ place: plot.id, problem: 'is let, but has no tenant' })
  }
  return findings
}

/** Ids, references, units, sources and the tenants of plots. */
export function checkModel(
  model: ParkModel,
  ground: { plots: readonly PlotFeature[]; sites: readonly FeatureOf<'sites'>[]; nodeIds: ReadonlySet<string> },
): Findings {
  const plots = new Map(ground.plots.map((plot) => [plot.id, plot]))
  const sites = new Set(ground.sites.map((site) => site.id))
  const assets = new Map<string, Asset>(model.assets.map((asset) => [asset.id, asset]))
  const gateways = new Set<string>(model.assets.filter((asset) => asset.kind === 'gateway').map((asset) => asset.id))
  const siteAssets = ground.sites.flatMap((site) => {
    const { assetId } = site.properties
    return assetId !== null && !assets.has(assetId) ? [{ place: site.id, problem: `no asset ${assetId}` }] : []
  })
  return [
    ...checkPark(model.park),
    ...checkTenants(model.tenants, plots),
    ...checkAssets(model, plots, sites, ground.nodeIds),
    ...findRepeats(
      'point id',
      model.points.map((point) => point.id),
    ),
    ...model.points.flatMap((point) => checkPoint(point, assets.get(point.assetId), gateways)),
    ...siteAssets,
  ]
}
