import type { Position } from '../../contract/geojson.ts'

/** Metres per degree of latitude, and of longitude at the equator; good to 0.3 % within a park. */
const PER_DEGREE_LAT = 110_574
const PER_DEGREE_LNG = 111_320

export type Metres = readonly [x: number, y: number]

/** Positions as metres from an origin: x east, y north. */
export function toMetres(positions: readonly Position[], origin: Position): Metres[] {
  const kx = PER_DEGREE_LNG * Math.cos((origin[1] * Math.PI) / 180)
  return positions.map(([lng, lat]) => [(lng - origin[0]) * kx, (lat - origin[1]) * PER_DEGREE_LAT])
}

/** Area inside a ring, m²; its direction does not matter. */
export function ringAreaM2(ring: readonly Metres[]): number {
  let sum = 0
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [x, y] of ring) {
    sum += px * y - x * py
    px = x
    py = y
  }
  return Math.abs(sum) / 2
}

/** Distance from a point to a piece of a line, m. */
function toSegment(p: Metres, a: Metres, b: Metres): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length
  const at = Math.min(1, Math.max(0, along))
  return Math.hypot(p[0] - (a[0] + at * dx), p[1] - (a[1] + at * dy))
}

/**
 * Shortest distance between two lines that do not cross, m: it lies at a corner of one of them. Lines that cross are
 * told as the distance of their nearest corner, which for a pipe that crosses a plot is more than the true zero.
 */
export function distanceM(a: readonly Metres[], b: readonly Metres[]): number {
  let best = Number.POSITIVE_INFINITY
  const walk = (points: readonly Metres[], line: readonly Metres[]): void => {
    for (const point of points) {
      for (let k = 1; k < line.length; k++) {
        const from = line[k - 1]
        const to = line[k]
        if (from && to) best = Math.min(best, toSegment(point, from, to))
      }
    }
  }
  walk(a, b)
  walk(b, a)
  return best
}
