import { Clipper, FillRule } from 'clipper2-ts'
import { ringArea } from '../geo.ts'
import type { Metres } from '../geo.ts'

/** Shadow per metre of height, metres: the sun stands in the north-west, as maps light their relief. */
const SHADOW_PER_M: Metres = [0.62, -0.5]
/** Towers and stacks would throw a shadow over their neighbours; it is cut at this height. */
const TALLEST_M = 30

export interface ShadowCaster {
  on: string
  ring: readonly Metres[]
  heightM: number
}

/** Outer ring with its holes. */
export interface ShadowArea {
  on: string
  rings: Metres[][]
}

/** Shadows of buildings, merged per plot: two veils over each other would be twice as dark. */
export function castShadows(casters: readonly ShadowCaster[]): ShadowArea[] {
  const groups = new Map<string, { x: number; y: number }[][]>()
  for (const { on, ring, heightM } of casters) {
    const height = Math.min(heightM, TALLEST_M)
    const moved = ring.map(([x, y]): Metres => [x + SHADOW_PER_M[0] * height, y + SHADOW_PER_M[1] * height])
    const outline = convexHull([...ring, ...moved]).map(([x, y]) => ({ x, y }))
    const list = groups.get(on)
    if (list) list.push(outline)
    else groups.set(on, [outline])
  }
  return [...groups].flatMap(([on, outlines]) => {
    const rings = Clipper.unionD(outlines, [], FillRule.NonZero, 2).map((path) =>
      path.map(({ x, y }): Metres => [x, y]),
    )
    return nestRings(rings).map((nested) => ({ on, rings: nested }))
  })
}

/** Sorts the rings of a union into outer rings, each with the holes that lie in it. */
export function nestRings(rings: readonly Metres[][]): Metres[][][] {
  const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const [x, y] = hole[0] ?? [0, 0]
    const home = outer.find(([ring]) => ring !== undefined && contains(ring, x, y))
    home?.push(hole)
  }
  return outer
}

function contains(ring: readonly Metres[], x: number, y: number): boolean {
  let inside = false
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [qx, qy] of ring) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside
    px = qx
    py = qy
  }
  return inside
}

/** Smallest convex ring around points (Andrew's monotone chain). */
export function convexHull(points: readonly Metres[]): Metres[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())]
}

function turn(o: Metres, a: Metres, b: Metres): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
}

/** One side of the hull, from the first point of an order to its last. */
function halfHull(order: readonly Metres[]): Metres[] {
  const chain: Metres[] = []
  for (const point of order) {
    for (let a = chain.at(-2), b = chain.at(-1); a && b && turn(a, b, point) <= 0; a = chain.at(-2), b = chain.at(-1)) {
      chain.pop()
    }
    chain.push(point)
  }
  return chain.slice(0, -1)
}
