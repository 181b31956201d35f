import type { Position } from '../../contract/geojson.ts'

const METRES_PER_DEGREE = 110_574
const METRES_PER_EQUATOR_DEGREE = 111_320

/** Metres between two positions, the earth taken as flat: under 0.1 % wrong inside a park. */
export function metresBetween(a: Position, b: Position): number {
  const [dx, dy] = offsetM(a, b)
  return Math.hypot(dx, dy)
}

/** Metres east and north of `origin`. */
export function offsetM(origin: Position, [lng, lat]: Position): readonly [number, number] {
  const middle = (((origin[1] + lat) / 2) * Math.PI) / 180
  return [(lng - origin[0]) * METRES_PER_EQUATOR_DEGREE * Math.cos(middle), (lat - origin[1]) * METRES_PER_DEGREE]
}

/** Distance of a position from a segment, metres, and how far along the segment its foot lies, 0 to 1. */
export function footOn(p: Position, a: Position, b: Position): { distanceM: number; share: number } {
  const [bx, by] = offsetM(a, b)
  const [px, py] = offsetM(a, p)
  const length2 = bx * bx + by * by
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * bx + py * by) / length2))
  return { distanceM: Math.hypot(px - share * bx, py - share * by), share }
}
