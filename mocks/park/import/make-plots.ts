import { COLLECTIONS, type FeatureOf, type PlotFeature } from '../../../src/contract/collections.ts'
import type { Position } from '../../../src/contract/geojson.ts'
import { nearestOnLine, signedArea } from '../../plan/geometry.ts'
import { projector } from '../../plan/project.ts'
import type { Vec } from '../../plan/types.ts'
import type { Findings } from '../check/findings.ts'
import { localRing } from '../check/plane.ts'
import type { Parcel } from './parcel-file.ts'
import type { FieldMapping, PlotMapping } from './plot-mapping.ts'

/** Outline and stated area may differ by this share: surveys round, projections stretch. */
const AREA_TOLERANCE = 0.05
/** A road farther from the plot than this is not its road. */
const ROAD_REACH_M = 60

type Road = FeatureOf<'roads'>

/** Attribute as text; `null` for what is no single value. */
function plainText(raw: unknown): string | null {
  if (raw === null) return ''
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : null
}

/** Value of one field of the plot. `undefined`: the mapping does not speak of it. Problems name the attribute. */
function valueOf(mapping: FieldMapping | undefined, parcel: Parcel): { value?: string | null; problem?: string } {
  if (mapping === undefined) return {}
  if (typeof mapping !== 'string' && 'value' in mapping) return { value: mapping.value }
  const name = typeof mapping === 'string' ? mapping : mapping.field
  const raw = parcel.attributes[name]
  if (raw === undefined) return { problem: missing(name, parcel) }
  const text = plainText(raw)
  if (text === null) return { problem: `attribute "${name}" is no single value` }
  if (typeof mapping === 'string') return { value: raw === null ? null : text }
  const translated = Object.hasOwn(mapping.values, text) ? mapping.values[text] : mapping.otherwise
  if (translated !== undefined) return { value: translated }
  return { problem: `attribute "${name}" is "${text}", the mapping knows ${Object.keys(mapping.values).join(', ')}` }
}

function missing(name: string, parcel: Parcel): string {
  const known = Object.keys(parcel.attributes)
  return `there is no attribute "${name}"; the parcel has ${known.length > 0 ? known.join(', ') : 'none'}`
}

/** Lower case letters and figures: parts of an id. */
function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Edge of the outline on the nearest road; the longest edge where no road is near. */
function frontOf(rings: Position[][], roads: readonly Road[]): { front: [Position, Position]; roadId: string | null } {
  const outline = rings[0] ?? []
  const origin = outline[0] ?? [0, 0]
  const project = projector(origin)
  const lines = roads.map((road) => ({ road, line: road.geometry.coordinates.map((p): Vec => project.toLocal(p)) }))
  const edges = outline.slice(1).map((to, i) => {
    const from = outline[i] ?? to
    const [a, b] = [project.toLocal(from), project.toLocal(to)]
    const middle: Vec = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const nearest = lines
      .map(({ road, line }) => ({ road, awayM: nearestOnLine(line, middle).distance - road.properties.widthM / 2 }))
      .toSorted((x, y) => x.awayM - y.awayM)[0]
    return { from, to, lengthM: Math.hypot(b[0] - a[0], b[1] - a[1]), nearest }
  })
  const onRoad = edges.filter((edge) => edge.nearest !== undefined && edge.nearest.awayM < ROAD_REACH_M)
  const best =
    onRoad.toSorted((x, y) => y.lengthM - (y.nearest?.awayM ?? 0) - (x.lengthM - (x.nearest?.awayM ?? 0)))[0] ??
    edges.toSorted((x, y) => y.lengthM - x.lengthM)[0]
  if (best === undefined) return { front: [origin, origin], roadId: null }
  const roadId = onRoad.length > 0 ? (best.nearest?.road.properties.roadId ?? null) : null
  return { front: [best.from, best.to], roadId }
}

function round7(x: number): number {
  return Math.round(x * 1e7) / 1e7
}

/** Outer ring counter-clockwise, holes clockwise, positions to a centimetre. */
function woundRings(rings: readonly Position[][]): Position[][] {
  return rings.map((positions, i) => {
    const local = localRing(projector(positions[0] ?? [0, 0]), positions)
    const rounded = positions.map(([x, y]): Position => [round7(x), round7(y)])
    return signedArea(local) > 0 === (i === 0) ? rounded : rounded.toReversed()
  })
}

function areaHaOf(rings: readonly Position[][]): number {
  const project = projector(rings[0]?.[0] ?? [0, 0])
  return rings.reduce((sum, positions) => sum + signedArea(localRing(project, positions)), 0) / 1e4
}

/** The plot that a parcel becomes; fields that the mapping leaves out are kept from the plot that it replaces. */
function makePlot(
  parcel: Parcel,
  mapping: PlotMapping,
  known: ReadonlyMap<string, PlotFeature>,
  roads: readonly Road[],
  findings: Findings,
): PlotFeature | null {
  const problems: string[] = []
  const say = (field: string, problem: string): void => {
    problems.push(`${field}: ${problem}`)
  }
  const read = (field: 'zone' | 'status' | 'industry' | 'tenantId'): string | null | undefined => {
    const { value, problem } = valueOf(mapping[field], parcel)
    if (problem !== undefined) say(field, problem)
    return value
  }
  const code = valueOf(mapping.code, parcel)
  if (!code.value) say('code', code.problem ?? `attribute "${mapping.code}" is empty`)
  const idValue = mapping.id === undefined ? code : valueOf(mapping.id, parcel)
  if (mapping.id !== undefined && !idValue.value) say('id', idValue.problem ?? `attribute "${mapping.id}" is empty`)
  const id = `plot-${slug(idValue.value ?? '')}`

  const rings = woundRings(parcel.rings)
  const drawnHa = areaHaOf(rings)
  let areaHa = drawnHa
  if (mapping.area) {
    const { field, unit } = mapping.area
    const raw = parcel.attributes[field]
    const stated = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
    if (raw === undefined) say('area', missing(field, parcel))
    else if (raw !== null && (typeof stated !== 'number' || !(stated > 0)))
      say('area', `attribute "${field}" is ${JSON.stringify(raw)}, a number above 0 is expected`)
    else if (typeof stated === 'number') {
      areaHa = unit === 'm2' ? stated / 1e4 : stated
      if (Math.abs(areaHa - drawnHa) > drawnHa * AREA_TOLERANCE)
        say('area', `attribute "${field}" states ${areaHa.toFixed(2)} ha, the outline holds ${drawnHa.toFixed(2)} ha`)
    }
  }
  const before = known.get(id)?.properties
  const { front, roadId } = frontOf(rings, roads)
  const [zone, status, industry, tenantId] = [read('zone'), read('status'), read('industry'), read('tenantId')]
  if (problems.length === 0) {
    const plot = COLLECTIONS.plots.safeParse({
      type: 'Feature',
      id,
      geometry: { type: 'Polygon', coordinates: rings },
      properties: {
        code: code.value,
        zone: zone ?? before?.zone ?? 'A',
        areaHa: Math.round(areaHa * 100) / 100,
        status: status ?? before?.status ?? 'vacant',
        industry: industry === undefined ? (before?.industry ?? null) : industry,
        tenantId: tenantId === undefined ? (before?.tenantId ?? null) : tenantId,
        roadId,
        front,
      },
    })
    if (plot.success) return plot.data
    for (const issue of plot.error.issues) say(String(issue.path.at(-1) ?? 'plot'), issue.message)
  }
  for (const problem of problems) findings.push({ place: parcel.label, problem })
  return null
}

/** Turns parcels into plots. Every problem names the feature and the field; two parcels of one id are a problem too. */
export function makePlots(
  parcels: readonly Parcel[],
  mapping: PlotMapping,
  existing: readonly PlotFeature[],
  roads: readonly Road[],
  findings: Findings,
): PlotFeature[] {
  const known = new Map(existing.map((plot) => [plot.id, plot]))
  const made = new Map<string, string>()
  return parcels.flatMap((parcel) => {
    const plot = makePlot(parcel, mapping, known, roads, findings)
    if (plot === null) return []
    const twin = made.get(plot.id)
    if (twin !== undefined) {
      findings.push({ place: parcel.label, problem: `id: ${plot.id} is also ${twin}` })
      return []
    }
    made.set(plot.id, parcel.label)
    return [plot]
  })
}
