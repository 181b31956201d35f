import type { FeatureOf } from '../../../src/contract/collections.ts'
import type { Fact } from '../../../src/contract/primitives.ts'
import type { Position } from '../../../src/contract/geojson.ts'
import { intersect } from '../../plan/clip.ts'
import { boxOf, isInside, signedArea, totalArea } from '../../plan/geometry.ts'
import type { Projector } from '../../plan/project.ts'
import type { Ring } from '../../plan/types.ts'
import type { Findings } from './findings.ts'
import { localRing, outsideBy, overlaps, selfCrossing } from './plane.ts'

const MAX_OVERLAP_M2 = 1
const BUILDING_TOLERANCE_M = 0.5
const MAX_DENSITY = 0.7
/** Decree 35/2022, Article 37: green, traffic, technical and shared social land together. */
const LEAST_SHARED = 0.25

export interface Ground {
  areaHa: number
  facts: readonly Fact[]
  boundary: readonly FeatureOf<'boundary'>[]
  plots: readonly FeatureOf<'plots'>[]
  sites: readonly FeatureOf<'sites'>[]
  buildings: readonly FeatureOf<'buildings'>[]
  carriageways: readonly FeatureOf<'carriageways'>[]
  green: readonly FeatureOf<'green'>[]
}

interface Area {
  id: string
  ring: Ring
}

function areaOf(ring: Ring): number {
  return Math.abs(signedArea(ring))
}

function checkRings(
  project: Projector,
  features: readonly { id: string; geometry: { coordinates: Position[][] } }[],
): Findings {
  return features.flatMap((feature) => {
    const findings: Findings = []
    for (const ring of feature.geometry.coordinates) {
      const first = ring[0]
      const last = ring.at(-1)
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
        findings.push({ place: feature.id, problem: 'a ring is not closed' })
      const at = selfCrossing(localRing(project, ring))
      if (at) {
        const [lng, lat] = project.toLngLat(at)
        findings.push({ place: feature.id, problem: `the polygon crosses itself near ${lng}, ${lat}` })
      }
    }
    return findings
  })
}

function checkOverlaps(areas: readonly Area[]): Findings {
  const boxes = areas.map((area) => boxOf(area.ring))
  const findings: Findings = []
  for (const [i, area] of areas.entries()) {
    for (let j = i + 1; j < areas.length; j++) {
      const other = areas[j]
      const box = boxes[i]
      const otherBox = boxes[j]
      if (other === undefined || box === undefined || otherBox === undefined || !overlaps(box, otherBox)) continue
      const shared = Math.abs(totalArea(intersect([area.ring], [other.ring])))
      if (shared > MAX_OVERLAP_M2) {
        findings.push({ place: `${area.id} and ${other.id}`, problem: `overlap by ${shared.toFixed(0)} m²` })
      }
    }
  }
  return findings
}

/** Open sheds of lorries and containers are not buildings in the sense of density. */
const NOT_BUILT: ReadonlySet<string> = new Set(['truck', 'container', 'gantry', 'canopy'])

function checkBuildings(project: Projector, ground: Ground, areas: ReadonlyMap<string, Ring>): Findings {
  const findings: Findings = []
  const built = new Map<string, number>()
  for (const building of ground.buildings) {
    const { on, kind, baseM } = building.properties
    const land = areas.get(on)
    if (land === undefined) {
      findings.push({ place: building.id, problem: `stands on ${on}, which is no plot or site` })
      continue
    }
    const ring = localRing(project, building.geometry.coordinates[0] ?? [])
    const outside = Math.max(0, ...ring.map((p) => outsideBy(land, p, isInside)))
    if (outside > BUILDING_TOLERANCE_M) {
      findings.push({ place: building.id, problem: `reaches ${outside.toFixed(1)} m outside ${on}` })
    }
    if (baseM === 0 && !NOT_BUILT.has(kind)) built.set(on, (built.get(on) ?? 0) + areaOf(ring))
  }
  for (const plot of ground.plots) {
    const ring = areas.get(plot.id)
    const density = (built.get(plot.id) ?? 0) / (ring ? areaOf(ring) : 1)
    if (density > MAX_DENSITY) {
      findings.push({
        place: plot.id,
        problem: `is built over by ${(density * 100).toFixed(0)} %, at most ${MAX_DENSITY * 100} % are allowed`,
      })
    }
  }
  return findings
}

/** Shares of the park's land, 0 to 1. */
export interface LandUse {
  plots: number
  roads: number
  green: number
  sites: number
}

function areaRings(project: Projector, features: readonly FeatureOf<'green' | 'carriageways'>[]): Ring[] {
  return features.flatMap((feature) => {
    const { geometry } = feature
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return polygons.flatMap((polygon) => polygon.map((ring) => localRing(project, ring)))
  })
}

function landUse(project: Projector, ground: Ground, boundary: Ring, areas: readonly Area[]): LandUse {
  const whole = areaOf(boundary)
  const share = (rings: readonly Ring[]): number => Math.abs(totalArea(intersect(rings, [boundary]))) / whole
  const ofKind = (ids: ReadonlySet<string>): number =>
    areas.filter((area) => ids.has(area.id)).reduce((sum, area) => sum + areaOf(area.ring), 0) / whole
  return {
    plots: ofKind(new Set(ground.plots.map((plot) => plot.id))),
    sites: ofKind(new Set(ground.sites.map((site) => site.id))),
    roads: share(
      areaRings(
        project,
        ground.carriageways.filter((feature) => feature.properties.kind === 'reserve'),
      ),
    ),
    green: share(
      areaRings(
        project,
        ground.green.filter((feature) => feature.properties.kind !== 'median'),
      ),
    ),
  }
}

function checkLandUse(use: LandUse, boundary: Ring, ground: Ground): Findings {
  const findings: Findings = []
  const areaHa = areaOf(boundary) / 1e4
  if (Math.abs(areaHa - ground.areaHa) > ground.areaHa * 0.005) {
    findings.push({ place: 'boundary', problem: `holds ${areaHa.toFixed(1)} ha, the park states ${ground.areaHa} ha` })
  }
  if (1 - use.plots < LEAST_SHARED) {
    findings.push({
      place: 'plots',
      problem: `take ${(use.plots * 100).toFixed(1)} % of the land: under 25 % stay for green, roads and services`,
    })
  }
  return findings
}

/** Plots of this zone are ready-built factories for rent. */
const RENTAL_ZONE = 'R'
const TECHNICAL_SITES: ReadonlySet<string> = new Set([
  'substation',
  'wastewater-plant',
  'water-plant',
  'transfer-station',
])
const SERVICE_SITES: ReadonlySet<string> = new Set(['service', 'fire-station', 'housing'])
const PUBLISHED_TOLERANCE = { ha: 0.5, share: 0.005 }

/** A published split of the land (facts `land-…`) is met by the plan to half a hectare, large shares to 0.5 %. */
function checkPublishedLand(use: LandUse, areas: readonly Area[], ground: Ground, wholeHa: number): Findings {
  const hectares = (keep: (id: string) => boolean): number =>
    areas.filter(({ id }) => keep(id)).reduce((sum, { ring }) => sum + areaOf(ring), 0) / 1e4
  const kindOf = new Map(ground.sites.map((site) => [site.id, site.properties.kind]))
  const ofSites = (keep: (kind: string) => boolean): number => hectares((id) => keep(kindOf.get(id) ?? 'plot'))
  const rental = new Set(ground.plots.filter((plot) => plot.properties.zone === RENTAL_ZONE).map((plot) => plot.id))
  const rentalHa = hectares((id) => rental.has(id))
  const drawn: Readonly<Record<string, number>> = {
    'land-factories': use.plots * wholeHa - rentalHa,
    'land-rental': rentalHa,
    'land-roads': use.roads * wholeHa,
    'land-green': use.green * wholeHa + ofSites((kind) => kind === 'park'),
    'land-services': ofSites((kind) => SERVICE_SITES.has(kind)),
    'land-technical': ofSites((kind) => TECHNICAL_SITES.has(kind)),
  }
  return ground.facts.flatMap(({ key, value }) => {
    const ha = drawn[key]
    if (ha === undefined || typeof value !== 'number') return []
    const tolerance = Math.max(PUBLISHED_TOLERANCE.ha, value * PUBLISHED_TOLERANCE.share)
    if (Math.abs(ha - value) <= tolerance) return []
    return [{ place: `park fact ${key}`, problem: `states ${value} ha, the plan draws ${ha.toFixed(2)} ha` }]
  })
}

/** Rings, overlaps, buildings and land use of a park. */
export function checkGeometry(project: Projector, ground: Ground): { findings: Findings; use: LandUse | null } {
  const findings = [ground.boundary, ground.plots, ground.sites, ground.buildings].flatMap((features) =>
    checkRings(project, features),
  )
  const outline = ground.boundary[0]?.geometry.coordinates[0]
  if (outline === undefined)
    return { findings: [...findings, { place: 'boundary', problem: 'the park has no outline' }], use: null }
  const boundary = localRing(project, outline)
  const areas = [...ground.plots, ...ground.sites].map((feature): Area => ({
    id: feature.id,
    ring: localRing(project, feature.geometry.coordinates[0] ?? []),
  }))
  findings.push(...checkOverlaps(areas))
  findings.push(...checkBuildings(project, ground, new Map(areas.map((area) => [area.id, area.ring]))))
  for (const area of areas) {
    const outside = areaOf(area.ring) - Math.abs(totalArea(intersect([area.ring], [boundary])))
    if (outside > areaOf(area.ring) * 0.005)
      findings.push({ place: area.id, problem: `${outside.toFixed(0)} m² lie outside the park's boundary` })
  }
  const use = landUse(project, ground, boundary, areas)
  const published = checkPublishedLand(use, areas, ground, areaOf(boundary) / 1e4)
  return { findings: [...findings, ...checkLandUse(use, boundary, ground), ...published], use }
}
