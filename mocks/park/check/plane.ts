import type { Position } from '../../../src/contract/geojson.ts'
import { boxOf, distance, nearestOnLine, segmentsOf, type Box } from '../../plan/geometry.ts'
import type { Projector } from '../../plan/project.ts'
import type { Ring, Vec } from '../../plan/types.ts'

/** Open ring in local metres, counter-clockwise or not as it came. */
export function localRing(project: Projector, ring: readonly Position[]): Ring {
  return ring.slice(0, -1).map((position) => project.toLocal(position))
}

function cross(o: Vec, a: Vec, b: Vec): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
}

function segmentsCross([a, b]: [Vec, Vec], [c, d]: [Vec, Vec]): boolean {
  return cross(a, b, c) * cross(a, b, d) < -1e-9 && cross(c, d, a) * cross(c, d, b) < -1e-9
}

/** Place where a ring crosses itself; `null` for a simple ring. */
export function selfCrossing(ring: Ring): Vec | null {
  const first = ring[0]
  if (first === undefined) return null
  const sides = segmentsOf([...ring, first])
  const boxes = sides.map((side) => boxOf(side))
  for (const [i, side] of sides.entries()) {
    for (let j = i + 2; j < sides.length; j++) {
      const other = sides[j]
      const box = boxes[i]
      const otherBox = boxes[j]
      if (other === undefined || box === undefined || otherBox === undefined) continue
      if (i === 0 && j === sides.length - 1) continue
      if (overlaps(box, otherBox) && segmentsCross(side, other)) return other[0]
    }
  }
  return null
}

export function overlaps(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}

/** How far a point lies outside a ring, metres; 0 inside. */
export function outsideBy(ring: Ring, p: Vec, isInside: (ring: Ring, p: Vec) => boolean): number {
  const first = ring[0]
  if (first === undefined || isInside(ring, p)) return 0
  const { p: near } = nearestOnLine([...ring, first], p)
  return distance(near, p)
}
