import { Clipper, EndType, FillRule, JoinType } from 'clipper2-ts'
import { isInside, signedArea } from './geometry.ts'
import type { Ring, Vec } from './types.ts'

/**
 * Booleans and offsets on open rings in metres, over integer centimetres.
 * Outer rings come back counter-clockwise, holes clockwise, as separate rings: use `toRegions` before drawing.
 */

const UNITS_PER_METRE = 100
const CLEAN_UNITS = 4
const MITER_LIMIT = 2.5
const ARC_TOLERANCE_UNITS = 12

type Paths = { x: number; y: number }[][]

/** A polygon with its holes. */
export interface Region {
  ring: Ring
  holes: Ring[]
}

function toUnits(rings: readonly (readonly Vec[])[]): Paths {
  return rings.map((ring) =>
    ring.map(([x, y]) => ({ x: Math.round(x * UNITS_PER_METRE), y: Math.round(y * UNITS_PER_METRE) })),
  )
}

function toMetres(paths: Paths): Ring[] {
  return paths
    .filter((path) => path.length > 2)
    .map((path) => path.map(({ x, y }): Vec => [x / UNITS_PER_METRE, y / UNITS_PER_METRE]))
}

function cleaned(paths: Paths): Ring[] {
  return toMetres(Clipper.simplifyPaths(paths, CLEAN_UNITS, true))
}

export function subtract(subject: readonly Ring[], clip: readonly Ring[]): Ring[] {
  return cleaned(Clipper.difference(toUnits(subject), toUnits(clip), FillRule.NonZero))
}

export function intersect(subject: readonly Ring[], clip: readonly Ring[]): Ring[] {
  return cleaned(Clipper.intersect(toUnits(subject), toUnits(clip), FillRule.NonZero))
}

export function unite(rings: readonly Ring[]): Ring[] {
  return cleaned(Clipper.union(toUnits(rings), FillRule.NonZero))
}

/** Grows (positive) or shrinks (negative) rings by metres. */
export function offset(rings: readonly Ring[], byM: number, corners: 'miter' | 'round' = 'miter'): Ring[] {
  const join = corners === 'round' ? JoinType.Round : JoinType.Miter
  return cleaned(
    Clipper.inflatePaths(
      toUnits(rings),
      byM * UNITS_PER_METRE,
      join,
      EndType.Polygon,
      MITER_LIMIT,
      ARC_TOLERANCE_UNITS,
    ),
  )
}

/** Outline of lines with a half width in metres. */
export function bufferLines(
  lines: readonly (readonly Vec[])[],
  halfWidthM: number,
  ends: 'round' | 'butt' = 'round',
): Ring[] {
  const end = ends === 'round' ? EndType.Round : EndType.Butt
  return cleaned(
    Clipper.inflatePaths(
      toUnits(lines),
      halfWidthM * UNITS_PER_METRE,
      JoinType.Round,
      end,
      MITER_LIMIT,
      ARC_TOLERANCE_UNITS,
    ),
  )
}

/**
 * Rounds outer corners: erode, then dilate. Slivers thinner than twice the radius vanish. Arcs are chords, so the
 * result is cut back to the input: nothing grows, not by a centimetre.
 */
export function opened(rings: readonly Ring[], radiusM: number): Ring[] {
  return intersect(offset(offset(rings, -radiusM, 'round'), radiusM, 'round'), rings)
}

/** Fillets inner corners: dilate, then erode. Gaps thinner than twice the radius close. */
export function closed(rings: readonly Ring[], radiusM: number): Ring[] {
  return offset(offset(rings, radiusM, 'round'), -radiusM, 'round')
}

/** Fewer vertices within a tolerance in metres. */
export function simplified(rings: readonly Ring[], toleranceM: number): Ring[] {
  return toMetres(Clipper.simplifyPaths(toUnits(rings), toleranceM * UNITS_PER_METRE, true))
}

/** Fewer vertices of an open line within a tolerance in metres. */
export function simplifiedLine(line: readonly Vec[], toleranceM: number): Vec[] {
  const path = Clipper.simplifyPath(toUnits([line])[0] ?? [], toleranceM * UNITS_PER_METRE, false)
  return path.map(({ x, y }): Vec => [x / UNITS_PER_METRE, y / UNITS_PER_METRE])
}

/** Largest ring first. */
export function byArea(rings: readonly Ring[]): Ring[] {
  return rings.toSorted((a, b) => signedArea(b) - signedArea(a))
}

/** Pairs every hole with the outer ring around it. */
export function toRegions(rings: readonly Ring[]): Region[] {
  const regions = byArea(rings.filter((ring) => signedArea(ring) > 0)).map((ring): Region => ({ ring, holes: [] }))
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const probe = hole[0]
    if (!probe) continue
    // The innermost outer ring is the smallest that holds it.
    regions.findLast((region) => isInside(region.ring, probe))?.holes.push(hole)
  }
  return regions
}

export function regionRings(regions: readonly Region[]): Ring[] {
  return regions.flatMap((region) => [region.ring, ...region.holes])
}
