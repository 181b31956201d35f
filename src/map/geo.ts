import type { Position } from '../contract/geojson.ts'

/** Metres per degree of latitude; good to 0.3 % anywhere, which a plan of a few kilometres does not see. */
const METRES_PER_DEGREE_LAT = 110_574
const METRES_PER_DEGREE_LNG = 111_320
/** Width of the Mercator world in pixels at zoom 0 (512 px tiles), as metres per pixel at the equator. */
const METRES_PER_PIXEL_Z0 = 78_271.517

export type Metres = [number, number]

/** A local metric frame around a place: x east, y north, metres. */
export interface LocalFrame {
  toMetres(position: Position): Metres
  toPosition(point: Metres): Position
}

/** Local frame with its origin at a place. */
export function createLocalFrame(origin: Position): LocalFrame {
  const kx = METRES_PER_DEGREE_LNG * Math.cos((origin[1] * Math.PI) / 180)
  return {
    toMetres: (p) => [(p[0] - origin[0]) * kx, (p[1] - origin[1]) * METRES_PER_DEGREE_LAT],
    toPosition: (p) => [origin[0] + p[0] / kx, origin[1] + p[1] / METRES_PER_DEGREE_LAT],
  }
}

/** Ground size of a pixel in metres. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (METRES_PER_PIXEL_Z0 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom
}

export type Bounds = [west: number, south: number, east: number, north: number]

/** Places of the earth as pixels of a map. */
export interface Projection {
  project(place: [lng: number, lat: number]): { x: number; y: number }
}

/** The part of the earth that a map shows. */
export interface Seen {
  bounds: Bounds
  zoom: number
}

/** Smallest box around positions; `null` without any. */
export function boundsOf(positions: Iterable<Position>): Bounds | null {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const [x, y] of positions) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west <= east ? [west, south, east, north] : null
}

/** `true` where two boxes touch. */
export function boxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
}

/** Signed area of a ring in the square of its unit; counter-clockwise is positive. */
export function ringArea(ring: readonly Metres[]): number {
  let sum = 0
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [x, y] of ring) {
    sum += px * y - x * py
    px = x
    py = y
  }
  return sum / 2
}

/** Centre of mass of a ring; falls back to its first position when it has no area. */
export function ringCentre(ring: readonly Metres[]): Metres {
  const first = ring[0] ?? [0, 0]
  let area = 0
  let cx = 0
  let cy = 0
  let [px, py] = ring.at(-1) ?? first
  px -= first[0]
  py -= first[1]
  for (const point of ring) {
    const x = point[0] - first[0]
    const y = point[1] - first[1]
    const cross = px * y - x * py
    area += cross
    cx += (px + x) * cross
    cy += (py + y) * cross
    px = x
    py = y
  }
  if (Math.abs(area) < 1e-12) return [first[0], first[1]]
  return [first[0] + cx / (3 * area), first[1] + cy / (3 * area)]
}

/** Even-odd test of a point against a ring. */
export function isInside(ring: readonly Metres[], [x, y]: Metres): boolean {
  let inside = false
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [qx, qy] of ring) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside
    px = qx
    py = qy
  }
  return inside
}

/** Length of a line in its own unit. */
export function lineLength(line: readonly Metres[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]
    const b = line[i]
    if (a && b) sum += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return sum
}

export interface Along {
  point: Metres
  /** Direction of travel, radians counter-clockwise from east. */
  angle: number
}

/** Place and direction at a distance from the start; clamped to the ends. */
export function alongLine(line: readonly Metres[], distance: number): Along {
  let left = distance
  let last: Along = { point: line[0] ?? [0, 0], angle: 0 }
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]
    const b = line[i]
    if (!a || !b) continue
    const dx = b[0] - a[0]
    const dy = b[1] - a[1]
    const length = Math.hypot(dx, dy)
    if (length === 0) continue
    const angle = Math.atan2(dy, dx)
    if (left <= length) {
      const t = Math.max(0, left / length)
      return { point: [a[0] + dx * t, a[1] + dy * t], angle }
    }
    left -= length
    last = { point: [b[0], b[1]], angle }
  }
  return last
}

/** FNV-1a hash of a text as an unsigned 32-bit number. */
export function hashText(text: string): number {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 16777619)
  }
  return hash >>> 0
}

/** Random stream fixed by a name (mulberry32): what grows from a feature depends on its id alone. */
export function seededRandom(name: string): () => number {
  let state = hashText(name)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
