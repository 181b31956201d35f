import type { Ring, Vec } from './types.ts'

type LngLat = [number, number]

const METRES_PER_DEGREE_LAT = 110_574
const METRES_PER_DEGREE_LNG = 111_320

export interface Projector {
  /** Local metres to longitude and latitude, six decimals (0.11 m). */
  toLngLat: (p: Vec) => LngLat
  toLocal: (position: readonly [number, number]) => Vec
  /** Closed ring, outer counter-clockwise and holes clockwise as RFC 7946 asks. */
  toRing: (ring: Ring, role: 'outer' | 'hole') => LngLat[]
  toLine: (line: readonly Vec[]) => LngLat[]
}

/** Equirectangular projection around an origin [lng, lat]: true to about 1 m over the size of a park. */
export function projector(origin: readonly [number, number]): Projector {
  const perLng = METRES_PER_DEGREE_LNG * Math.cos((origin[1] * Math.PI) / 180)
  const toLngLat = (p: Vec): LngLat => [
    round6(origin[0] + p[0] / perLng),
    round6(origin[1] + p[1] / METRES_PER_DEGREE_LAT),
  ]
  return {
    toLngLat,
    toLocal: (position) => [(position[0] - origin[0]) * perLng, (position[1] - origin[1]) * METRES_PER_DEGREE_LAT],
    toRing: (ring, role) => {
      const positions = withoutRepeats(ring.map(toLngLat))
      if (turnsLeft(positions) !== (role === 'outer')) positions.reverse()
      const first = positions[0]
      return first ? [...positions, first] : []
    },
    toLine: (line) => withoutRepeats(line.map(toLngLat)),
  }
}

function round6(x: number): number {
  return Math.round(x * 1e6) / 1e6
}

function withoutRepeats(positions: readonly LngLat[]): LngLat[] {
  return positions.filter((p, i) => {
    const previous = positions[i - 1]
    return !previous || previous[0] !== p[0] || previous[1] !== p[1]
  })
}

function turnsLeft(positions: readonly LngLat[]): boolean {
  let doubled = 0
  for (const [i, [x, y]] of positions.entries()) {
    const next = positions[(i + 1) % positions.length] ?? [x, y]
    doubled += x * next[1] - next[0] * y
  }
  return doubled > 0
}
