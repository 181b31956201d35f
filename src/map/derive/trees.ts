import type { RoadClass } from '../../contract/collections.ts'
import { alongLine, isInside, lineLength, ringArea, seededRandom } from '../geo.ts'
import type { Metres } from '../geo.ts'
import { distanceToSegment } from '../picking-maths.ts'

export interface TreeRoad {
  id: string
  class: RoadClass
  widthM: number
  line: readonly Metres[]
}

/** Rows along a road: distance from its centre as a share of the half width less a margin, and spacing in metres. */
const ROWS: Readonly<Record<RoadClass, readonly { edgeM: number | null; centreM: number; spacingM: number }[]>> = {
  national: [],
  axis: [
    { edgeM: 4, centreM: 0, spacingM: 10 },
    { edgeM: null, centreM: 3.5, spacingM: 11 },
  ],
  arterial: [{ edgeM: 3.6, centreM: 0, spacingM: 11 }],
  collector: [{ edgeM: 3.6, centreM: 0, spacingM: 13 }],
  service: [{ edgeM: 3.6, centreM: 0, spacingM: 13 }],
}

/** Clear of crossings: drivers have to see, and fillets are wider than the road. */
const CROSSING_CLEAR_M = 10

/** Trees along the roads, none where another road comes near. */
export function roadTrees(roads: readonly TreeRoad[]): Metres[] {
  const trees: Metres[] = []
  for (const road of roads) {
    const length = lineLength(road.line)
    for (const row of ROWS[road.class]) {
      const offset = row.edgeM === null ? row.centreM : road.widthM / 2 - row.edgeM
      for (let s = row.spacingM / 2; s < length; s += row.spacingM) {
        const { point, angle } = alongLine(road.line, s)
        for (const side of [offset, -offset]) {
          const tree: Metres = [point[0] - Math.sin(angle) * side, point[1] + Math.cos(angle) * side]
          if (!roads.some((other) => other.id !== road.id && isNear(other, tree))) trees.push(tree)
        }
      }
    }
  }
  return trees
}

function isNear(road: TreeRoad, [x, y]: Metres): boolean {
  const reach = road.widthM / 2 + CROSSING_CLEAR_M
  for (let i = 1; i < road.line.length; i++) {
    const a = road.line[i - 1]
    const b = road.line[i]
    if (a && b && distanceToSegment([a[0] - x, a[1] - y], [b[0] - x, b[1] - y]) < reach) return true
  }
  return false
}

const FENCE_INSET_M = 3.2

/** Trees just inside a fence, edge by edge, clear of its corners. */
export function fenceTrees(ring: readonly Metres[], spacingM: number): Metres[] {
  const inward = ringArea(ring) > 0 ? 1 : -1
  const trees: Metres[] = []
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]
    const b = ring[i]
    if (!a || !b) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length < 6) continue
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const room = length - 2 * FENCE_INSET_M
    const count = Math.max(1, Math.floor(room / spacingM))
    for (let k = 0; k < count; k++) {
      const s = FENCE_INSET_M + ((k + 0.5) * room) / count
      trees.push([a[0] + ux * s - uy * FENCE_INSET_M * inward, a[1] + uy * s + ux * FENCE_INSET_M * inward])
    }
  }
  return trees
}

const SCATTER_SHARE = 0.68

/** Trees strewn over a green, on a jittered grid so that they neither clump nor stand in rank. */
export function scatterTrees(
  id: string,
  rings: readonly (readonly Metres[])[],
  gridM: number,
  isFree: (point: Metres) => boolean,
): Metres[] {
  const outer = rings[0] ?? []
  const holes = rings.slice(1)
  const random = seededRandom(`trees ${id}`)
  const [x0, x1] = [Math.min(...outer.map((p) => p[0])), Math.max(...outer.map((p) => p[0]))]
  const [y0, y1] = [Math.min(...outer.map((p) => p[1])), Math.max(...outer.map((p) => p[1]))]
  const trees: Metres[] = []
  for (let x = x0; x < x1; x += gridM) {
    for (let y = y0; y < y1; y += gridM) {
      const tree: Metres = [x + random() * gridM * 0.9, y + random() * gridM * 0.9]
      if (random() > SCATTER_SHARE || !isInside(outer, tree)) continue
      if (holes.some((hole) => isInside(hole, tree)) || !isFree(tree)) continue
      trees.push(tree)
    }
  }
  return trees
}
