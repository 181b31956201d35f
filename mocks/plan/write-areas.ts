import type { z } from 'zod'
import type { multiPolygonGeometrySchema, polygonGeometrySchema } from '../../src/contract/geojson.ts'
import { simplified, type Region } from './clip.ts'
import type { Projector } from './project.ts'

type Polygon = z.infer<typeof polygonGeometrySchema>
type MultiPolygon = z.infer<typeof multiPolygonGeometrySchema>

/** A ring that rounding has reduced to a line is left out. */
const MIN_POSITIONS = 4
/** Wide areas that nothing is measured against lose this much detail, metres. */
const AREA_TOLERANCE_M = 0.2

function toCoordinates(project: Projector, region: Region): Polygon['coordinates'] {
  const rings = [project.toRing(region.ring, 'outer'), ...region.holes.map((hole) => project.toRing(hole, 'hole'))]
  return rings.filter((ring) => ring.length >= MIN_POSITIONS)
}

/** One polygon, outer ring counter-clockwise and closed. */
export function toPolygon(project: Projector, region: Region): Polygon {
  return { type: 'Polygon', coordinates: toCoordinates(project, region) }
}

function coarser(region: Region): Region {
  const ring = simplified([region.ring], AREA_TOLERANCE_M)[0] ?? region.ring
  return { ring, holes: simplified(region.holes, AREA_TOLERANCE_M) }
}

/** Many regions as one multi-polygon. */
export function toAreas(project: Projector): (regions: readonly Region[]) => MultiPolygon {
  return (regions) => ({
    type: 'MultiPolygon',
    coordinates: regions.map((region) => toCoordinates(project, coarser(region))).filter((rings) => rings.length > 0),
  })
}
