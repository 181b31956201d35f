import { z } from 'zod'
import type { Position } from '../../../src/contract/geojson.ts'
import { projector } from '../../plan/project.ts'
import type { Findings } from '../check/findings.ts'
import { localRing, selfCrossing } from '../check/plane.ts'

/** One parcel with a sound outline, closed rings in degrees. */
export interface Parcel {
  /** What messages call it: its id, or its place in the file. */
  label: string
  id: string | null
  rings: Position[][]
  attributes: Readonly<Record<string, unknown>>
}

const fileSchema = z.looseObject({
  type: z.literal('FeatureCollection', { error: 'a GeoJSON FeatureCollection is expected' }),
  crs: z.looseObject({ properties: z.looseObject({ name: z.string() }) }).optional(),
  features: z.array(z.unknown()),
})

const numbers = z.array(z.number()).min(2)
const ring = z.array(numbers)
const featureSchema = z.looseObject({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
    z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  ]),
})

/** Names of the coordinate system that GeoJSON is in anyway. */
const DEGREES = /CRS84|EPSG:+4326/i

/** A tenth of a millimetre of latitude: two positions that close are one. */
const SAME_DEGREES = 1e-9

function problemOfRing(positions: readonly (readonly number[])[], place: string): string | null {
  const [first, last] = [positions[0], positions.at(-1)]
  if (first === undefined || last === undefined || positions.length < 4)
    return `${place}: a ring has at least 4 positions, this one has ${positions.length}`
  const beyond = positions.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90)
  if (beyond)
    return `${place}: ${beyond.slice(0, 2).join(', ')} is no longitude and latitude; export the file in WGS 84 (EPSG:4326)`
  const open = first.some((value, i) => Math.abs(value - (last[i] ?? 0)) > SAME_DEGREES)
  if (open) return `${place}: the ring does not end where it starts`
  return null
}

/** Longitude and latitude alone: heights are dropped. */
function toRing(positions: readonly (readonly number[])[]): Position[] {
  return positions.map(([x = 0, y = 0]): Position => [x, y])
}

function readFeature(data: unknown, index: number, findings: Findings): Parcel | null {
  const named = z.looseObject({ id: z.union([z.string(), z.number()]) }).safeParse(data)
  const label = named.success ? `feature ${index + 1} (${named.data.id})` : `feature ${index + 1}`
  const result = featureSchema.safeParse(data)
  if (!result.success) {
    const [issue] = result.error.issues
    findings.push({ place: label, problem: `${issue?.path.join('.') || 'feature'}: ${issue?.message ?? 'not read'}` })
    return null
  }
  const { geometry, properties, id } = result.data
  if (geometry.type === 'MultiPolygon' && geometry.coordinates.length > 1) {
    const problem = `geometry: it has ${geometry.coordinates.length} parts; a plot is one polygon, split it first`
    findings.push({ place: label, problem })
    return null
  }
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : (geometry.coordinates[0] ?? [])
  const problems = rings.flatMap((positions, i) => problemOfRing(positions, `geometry ring ${i + 1}`) ?? [])
  const outline = toRing(rings[0] ?? [])
  const origin = outline[0]
  if (problems.length === 0 && origin !== undefined) {
    const project = projector(origin)
    const at = selfCrossing(localRing(project, outline))
    if (at) problems.push(`geometry: the outline crosses itself near ${project.toLngLat(at).join(', ')}`)
  }
  for (const problem of problems) findings.push({ place: label, problem })
  if (problems.length > 0) return null
  return { label, id: id === undefined ? null : String(id), rings: rings.map(toRing), attributes: properties ?? {} }
}

/** Reads any GeoJSON of parcels. Problems are collected, one line for each feature and field. */
export function readParcels(data: unknown, findings: Findings): Parcel[] {
  const file = fileSchema.safeParse(data)
  if (!file.success) {
    findings.push({ place: 'file', problem: file.error.issues.map((issue) => issue.message).join('; ') })
    return []
  }
  const system = file.data.crs?.properties.name
  if (system !== undefined && !DEGREES.test(system)) {
    findings.push({ place: 'file', problem: `crs: ${system} is not WGS 84; export the file in EPSG:4326` })
    return []
  }
  if (file.data.features.length === 0) findings.push({ place: 'file', problem: 'features: the file holds no parcel' })
  return file.data.features.flatMap((feature, i) => readFeature(feature, i, findings) ?? [])
}
