import type { FeatureOf } from '../../src/contract/collections.ts'
import { assetIdSchema, tenantIdSchema, type LocalizedText } from '../../src/contract/primitives.ts'
import { compactBuildings } from './compact-buildings.ts'
import { simplifiedLine } from './clip.ts'
import { signedArea } from './geometry.ts'
import type { PlanParams } from './params.ts'
import { projector } from './project.ts'
import { UNIT_NAMES } from './unit-names.data.ts'
import { collectRoads } from './write-roads.ts'
import { toAreas, toPolygon } from './write-areas.ts'
import type { GroundPlan } from './types.ts'
import { toWorld } from './local-frame.ts'

/** Ids that other stages know: who rents a plot, which asset a site or a process unit is. All optional. */
interface GroundLinks {
  tenantOfPlot?: ReadonlyMap<string, string>
  assetOfSite?: ReadonlyMap<string, string>
  /** Keyed by `<site id>/<unit key>`. */
  assetOfUnit?: ReadonlyMap<string, string>
}

const CENTRAL_POND: LocalizedText = { vi: 'Hồ điều hoà', en: 'Storm pond', ja: '調整池' }

/** The ground files of a park, by file name: GeoJSON collections in WGS 84 and the compact buildings. */
export function writeGround(plan: GroundPlan, params: PlanParams, links: GroundLinks = {}): Record<string, object> {
  const project = projector(params.origin)
  const areas = toAreas(project)

  const boundary: FeatureOf<'boundary'> = {
    type: 'Feature',
    id: 'boundary',
    geometry: toPolygon(project, { ring: plan.boundary, holes: [] }),
    properties: { areaHa: round2(signedArea(plan.boundary) / 1e4) },
  }
  const plots = plan.plots.map((plot): FeatureOf<'plots'> => ({
    type: 'Feature',
    id: plot.id,
    geometry: toPolygon(project, { ring: plot.ring, holes: [] }),
    properties: {
      code: plot.code,
      zone: plot.zone,
      areaHa: round2(plot.areaHa),
      status: plot.status,
      industry: plot.industry,
      tenantId: parsedOrNull(tenantIdSchema, links.tenantOfPlot?.get(plot.id)),
      roadId: plot.roadId,
      front: [project.toLngLat(plot.origin), project.toLngLat(toWorld(plot, plot.widthM, 0))],
    },
  }))
  const sites = plan.sites.map((site): FeatureOf<'sites'> => {
    const spec = params.sites.find((candidate) => site.id === candidate.id || site.id.startsWith(`${candidate.id}-`))
    if (!spec) throw new Error(`ground: site "${site.id}" has no name in the parameters`)
    return {
      type: 'Feature',
      id: site.id,
      geometry: toPolygon(project, { ring: site.ring, holes: [] }),
      properties: {
        kind: site.kind,
        name: spec.name,
        areaHa: round2(signedArea(site.ring) / 1e4),
        assetId: parsedOrNull(assetIdSchema, links.assetOfSite?.get(site.id)),
      },
    }
  })
  const unitLabels = plan.units.map((unit): FeatureOf<'unit-labels'> => {
    const name = unitName(unit.key)
    const key = `${unit.site}/${unit.key}`
    return {
      type: 'Feature',
      id: `unit-${unit.site.replace('site-', '')}-${unit.key}`,
      geometry: { type: 'Point', coordinates: project.toLngLat(unit.at) },
      properties: { name, assetId: parsedOrNull(assetIdSchema, links.assetOfUnit?.get(key)) },
    }
  })
  const carriageways: FeatureOf<'carriageways'>[] = [
    { type: 'Feature', id: 'reserve', geometry: areas(plan.reserves), properties: { kind: 'reserve' } },
    { type: 'Feature', id: 'carriageway', geometry: areas(plan.carriageways), properties: { kind: 'carriageway' } },
  ]
  const greenKinds = ['belt', 'stream-park', 'verge', 'median', 'corridor'] as const
  const green = greenKinds.flatMap((kind): FeatureOf<'green'>[] => {
    const regions = plan.greens.filter((region) => region.kind === kind)
    return regions.length > 0
      ? [{ type: 'Feature', id: `green-${kind}`, geometry: areas(regions), properties: { kind } }]
      : []
  })
  const water: FeatureOf<'water'>[] = plan.ponds.map((ring, i) => ({
    type: 'Feature',
    id: `pond-${i + 1}`,
    geometry: toPolygon(project, { ring, holes: [] }),
    properties: { kind: 'pond', name: numbered(CENTRAL_POND, i + 1) },
  }))
  const waterways: FeatureOf<'waterways'>[] = []
  if (params.stream) {
    const name = params.stream.name
    water.unshift({
      type: 'Feature',
      id: 'stream',
      geometry: areas(plan.streamArea),
      properties: { kind: 'stream', name },
    })
    waterways.push({
      type: 'Feature',
      id: 'waterway-1',
      geometry: { type: 'LineString', coordinates: project.toLine(simplifiedLine(plan.stream, 0.5)) },
      properties: { name },
    })
  }
  const surroundings = plan.surroundings.map((region, i): FeatureOf<'surroundings'> => ({
    type: 'Feature',
    id: `s${i + 1}`,
    geometry: toPolygon(project, region),
    properties: { kind: region.kind },
  }))
  const yards = plan.yards.map((yard, i): FeatureOf<'yards'> => ({
    type: 'Feature',
    id: `y${i + 1}`,
    geometry: toPolygon(project, yard),
    properties: { kind: yard.kind, on: yard.on },
  }))
  return {
    'boundary.geojson': collection([boundary]),
    'plots.geojson': collection(plots),
    'roads.geojson': collection(collectRoads(plan, params, project)),
    'carriageways.geojson': collection(carriageways),
    'green.geojson': collection(green),
    'water.geojson': collection(water),
    'waterways.geojson': collection(waterways),
    'sites.geojson': collection(sites),
    'surroundings.geojson': collection(surroundings),
    'yards.geojson': collection(yards),
    'unit-labels.geojson': collection(unitLabels),
    'buildings.json': compactBuildings(plan, project),
  }
}

function collection(features: readonly object[]): object {
  return { type: 'FeatureCollection', features }
}

/** Units of the same kind are told apart by a letter: `aeration-2` is B. */
function unitName(key: string): LocalizedText {
  const [, base = key, count] = /^(.*?)(?:-(\d+))?$/.exec(key) ?? []
  const name = UNIT_NAMES[base]
  if (!name) throw new Error(`ground: process unit "${key}" has no name`)
  if (count === undefined) return name
  const letter = String.fromCodePoint(64 + Number(count))
  return { vi: `${name.vi} ${letter}`, en: `${name.en} ${letter}`, ja: `${name.ja} ${letter}` }
}

function round2(x: number): number {
  return Math.round(x * 100) / 100
}

function numbered(name: LocalizedText, n: number): LocalizedText {
  return { vi: `${name.vi} ${n}`, en: `${name.en} ${n}`, ja: `${name.ja} ${n}` }
}

function parsedOrNull<T>(schema: { parse: (value: unknown) => T }, id: string | undefined): T | null {
  return id === undefined ? null : schema.parse(id)
}
