import { SimpleMeshLayer } from '@deck.gl/mesh-layers'
import type { ThemeName } from '../map-types.ts'
import { OVERLAY_ANCHOR } from '../style/build-style.ts'

/** Rings of a crown from the foot up: radius and height in crown radii. */
const RINGS: readonly (readonly [number, number])[] = [
  [0, 0.15],
  [0.8, 0.55],
  [1, 1.15],
  [0.62, 1.8],
  [0, 2.15],
]
const SIDES = 7
const UNDER_LABELS = { beforeId: OVERLAY_ANCHOR }

type Vertex = readonly [number, number, number]

function vertexAt(ring: number, side: number): Vertex {
  const [radius, height] = RINGS[ring] ?? [0, 0]
  const turn = ((side + (ring % 2) * 0.5) / SIDES) * Math.PI * 2
  return [radius * Math.cos(turn), radius * Math.sin(turn), height]
}

/** A crown of 42 flat triangles: rounder shapes look like barrels from above. */
function crownMesh(): {
  positions: { value: Float32Array; size: number }
  normals: { value: Float32Array; size: number }
} {
  const positions: number[] = []
  const normals: number[] = []
  const triangle = (a: Vertex, b: Vertex, c: Vertex): void => {
    const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
    const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
    const length = Math.hypot(...n) || 1
    for (const vertex of [a, b, c]) {
      positions.push(...vertex)
      normals.push(n[0] / length, n[1] / length, n[2] / length)
    }
  }
  for (let ring = 0; ring < RINGS.length - 1; ring++) {
    for (let side = 0; side < SIDES; side++) {
      const [a, b] = [vertexAt(ring, side), vertexAt(ring, side + 1)]
      const [c, d] = [vertexAt(ring + 1, side), vertexAt(ring + 1, side + 1)]
      if (ring > 0) triangle(a, b, c)
      if (ring < RINGS.length - 2) triangle(b, d, c)
    }
  }
  return {
    positions: { value: new Float32Array(positions), size: 3 },
    normals: { value: new Float32Array(normals), size: 3 },
  }
}

/** A number from 0 to 1 that is fixed for an index. */
function noise(index: number): number {
  return ((Math.imul(index, 2654435761) >>> 0) % 1000) / 1000
}

interface TreeData {
  length: number
  positions: Float64Array
}

const MESH = crownMesh()
const CROWNS: Readonly<Record<ThemeName, (index: number) => [number, number, number]>> = {
  'room-light': (i) => [150 + 16 * noise(i + 7), 180 + 12 * noise(i + 3), 138 + 10 * noise(i)],
  'room-dark': (i) => [54 + 8 * noise(i), 80 + 8 * noise(i + 3), 66 + 6 * noise(i + 7)],
}

let held: TreeData | null = null

/** Trees as crowns for the tilted map; `null` without any to draw. */
export function treeLayer(positions: Float64Array | null, theme: ThemeName): SimpleMeshLayer | null {
  if (!positions || positions.length === 0) return null
  if (held?.positions !== positions) held = { length: positions.length / 2, positions }
  return new SimpleMeshLayer({
    id: 'tree-crowns',
    data: held,
    mesh: MESH,
    getPosition: (_: unknown, { index }: { index: number }) => [
      positions[index * 2] ?? 0,
      positions[index * 2 + 1] ?? 0,
      0,
    ],
    getScale: (_: unknown, { index }: { index: number }) => {
      const size = 2.5 + 1.3 * noise(index)
      return [size, size, size * (1.25 + 0.5 * noise(index + 5))]
    },
    getOrientation: (_: unknown, { index }: { index: number }) => [0, noise(index + 2) * 360, 0],
    getColor: (_: unknown, { index }: { index: number }) => CROWNS[theme](index),
    material: { ambient: 0.78, diffuse: 0.36, shininess: 1, specularColor: [0, 0, 0] },
    updateTriggers: { getColor: theme },
    ...UNDER_LABELS,
  })
}
