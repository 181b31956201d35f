import type { Ring, Vec } from './types.ts'

/** Plane geometry in local metres. Rings are open (last position is not repeated). */

export function distance(a: Vec, b: Vec): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

export function moved(p: Vec, direction: Vec, by: number): Vec {
  return [p[0] + direction[0] * by, p[1] + direction[1] * by]
}

/** Unit vector from a to b; x axis where both coincide. */
export function unitTowards(a: Vec, b: Vec): Vec {
  const length = distance(a, b)
  return length < 1e-9 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1]
}

/** Every pair of neighbours of a line. */
export function segmentsOf(line: readonly Vec[]): [Vec, Vec][] {
  const out: [Vec, Vec][] = []
  let previous: Vec | undefined
  for (const p of line) {
    if (previous) out.push([previous, p])
    previous = p
  }
  return out
}

/** Every side of a ring. */
function sidesOf(ring: readonly Vec[]): [Vec, Vec][] {
  const last = ring.at(-1)
  return last ? segmentsOf([last, ...ring]) : []
}

/** Signed area in m², positive when counter-clockwise. */
export function signedArea(ring: readonly Vec[]): number {
  let sum = 0
  for (const [a, b] of sidesOf(ring)) sum += a[0] * b[1] - b[0] * a[1]
  return sum / 2
}

/** Sum of signed areas: outer rings count, holes subtract. */
export function totalArea(rings: readonly (readonly Vec[])[]): number {
  return rings.reduce((sum, ring) => sum + signedArea(ring), 0)
}

/** Centre of mass; mean of the corners for a ring without area. */
export function centroid(ring: readonly Vec[]): Vec {
  const area = signedArea(ring)
  if (Math.abs(area) < 1e-6) {
    const n = Math.max(1, ring.length)
    return ring.reduce<Vec>((sum, p) => [sum[0] + p[0] / n, sum[1] + p[1] / n], [0, 0])
  }
  let x = 0
  let y = 0
  for (const [a, b] of sidesOf(ring)) {
    const cross = a[0] * b[1] - b[0] * a[1]
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return [x / (6 * area), y / (6 * area)]
}

export function isInside(ring: readonly Vec[], p: Vec): boolean {
  let inside = false
  let a = ring.at(-1)
  if (!a) return false
  for (const b of ring) {
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    a = b
  }
  return inside
}

/** Even-odd test over rings, so holes count as outside. */
export function isInsideAny(rings: readonly (readonly Vec[])[], p: Vec): boolean {
  return rings.filter((ring) => isInside(ring, p)).length % 2 === 1
}

export function circle(centre: Vec, radius: number, corners = 32): Ring {
  return Array.from({ length: corners }, (_, i): Vec => {
    const angle = (i / corners) * 2 * Math.PI
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
  })
}

export function lineLength(line: readonly Vec[]): number {
  return segmentsOf(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)
}

/** Position and heading (radians) at a distance along a line; clamped to its ends. */
export function pointAlong(line: readonly Vec[], at: number): { p: Vec; heading: number } {
  let rest = at
  const segments = segmentsOf(line)
  for (const [i, [a, b]] of segments.entries()) {
    const length = distance(a, b)
    if (rest <= length || i === segments.length - 1) {
      const t = length > 0 ? Math.max(0, Math.min(1, rest / length)) : 0
      return {
        p: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
        heading: Math.atan2(b[1] - a[1], b[0] - a[0]),
      }
    }
    rest -= length
  }
  return { p: line[0] ?? [0, 0], heading: 0 }
}

interface LineSpot {
  p: Vec
  /** Distance from the asked point to the line. */
  distance: number
  /** Distance of the spot along the line. */
  at: number
}

/** Nearest spot of a line to a point. */
export function nearestOnLine(line: readonly Vec[], p: Vec): LineSpot {
  let best: LineSpot = { p: line[0] ?? [0, 0], distance: Number.POSITIVE_INFINITY, at: 0 }
  let passed = 0
  for (const [a, b] of segmentsOf(line)) {
    const length = Math.max(distance(a, b), 1e-9)
    const raw = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / (length * length)
    const t = Math.max(0, Math.min(1, raw))
    const spot: Vec = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    const away = distance(spot, p)
    if (away < best.distance) best = { p: spot, distance: away, at: passed + t * length }
    passed += length
  }
  return best
}

/** Part of a line between two distances along it. */
export function sliceLine(line: readonly Vec[], from: number, to: number): Vec[] {
  const out: Vec[] = [pointAlong(line, from).p]
  let passed = 0
  for (const [a, b] of segmentsOf(line)) {
    passed += distance(a, b)
    if (passed > from + 0.01 && passed < to - 0.01) out.push(b)
  }
  out.push(pointAlong(line, to).p)
  return out
}

/** Catmull–Rom curve through the given positions, a vertex about every `step` metres. */
export function splineThrough(points: readonly Vec[], step: number): Vec[] {
  const out: Vec[] = []
  for (const [i, [p1, p2]] of segmentsOf(points).entries()) {
    const p0 = points[i - 1] ?? p1
    const p3 = points[i + 2] ?? p2
    const pieces = Math.max(2, Math.round(distance(p1, p2) / step))
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces
      const axis = (d: 0 | 1): number =>
        0.5 *
        (2 * p1[d] +
          (p2[d] - p0[d]) * t +
          (2 * p0[d] - 5 * p1[d] + 4 * p2[d] - p3[d]) * t * t +
          (3 * p1[d] - p0[d] - 3 * p2[d] + p3[d]) * t * t * t)
      out.push([axis(0), axis(1)])
    }
  }
  const last = points.at(-1)
  if (last) out.push(last)
  return out
}

export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export function boxOf(points: readonly Vec[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const [x, y] of points) {
    box.minX = Math.min(box.minX, x)
    box.minY = Math.min(box.minY, y)
    box.maxX = Math.max(box.maxX, x)
    box.maxY = Math.max(box.maxY, y)
  }
  return box
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}
