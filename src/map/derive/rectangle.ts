import type { Metres } from '../geo.ts'

/** A rectangle that stands askew: origin, unit vectors along its sides, and their lengths in metres. */
export interface Rectangle {
  origin: Metres
  along: Metres
  across: Metres
  lengthM: number
  widthM: number
}

/** Reads a closed four-cornered ring as a rectangle whose length is the longer side; else `null`. */
export function rectangleOf(ring: readonly Metres[]): Rectangle | null {
  if (ring.length !== 5) return null
  const [a, b, , d] = ring
  if (!a || !b || !d) return null
  const ab = Math.hypot(b[0] - a[0], b[1] - a[1])
  const ad = Math.hypot(d[0] - a[0], d[1] - a[1])
  if (ab < 0.5 || ad < 0.5) return null
  const u: Metres = [(b[0] - a[0]) / ab, (b[1] - a[1]) / ab]
  const v: Metres = [(d[0] - a[0]) / ad, (d[1] - a[1]) / ad]
  return ab >= ad
    ? { origin: a, along: u, across: v, lengthM: ab, widthM: ad }
    : { origin: a, along: v, across: u, lengthM: ad, widthM: ab }
}

/** Place in a rectangle: s along its length, t across it, metres. */
export function placeIn({ origin, along, across }: Rectangle, s: number, t: number): Metres {
  return [origin[0] + along[0] * s + across[0] * t, origin[1] + along[1] * s + across[1] * t]
}

/** Closed ring of a part of a rectangle. */
export function partOf(rectangle: Rectangle, s: number, t: number, ds: number, dt: number): Metres[] {
  return [
    placeIn(rectangle, s, t),
    placeIn(rectangle, s + ds, t),
    placeIn(rectangle, s + ds, t + dt),
    placeIn(rectangle, s, t + dt),
    placeIn(rectangle, s, t),
  ]
}
