import { circle } from '../geometry.ts'
import type { GroundPlan, Ring, SitePlan } from '../types.ts'
import type { BuildingKind } from '../../../src/contract/collections.ts'
import type { Pad } from './pad.ts'

/** What the layout of one site reads and adds to. */
export interface SiteContext {
  site: SitePlan
  pad: Pad
  /** Ring that nothing may cross. */
  allowed: Ring
  units: GroundPlan['units']
  ponds: Ring[]
}

/** Claims and builds a box; false where it does not fit. */
export function addBox(
  context: SiteContext,
  kind: BuildingKind,
  [x, y, w, d]: readonly [number, number, number, number],
  heightM: number,
): boolean {
  if (!context.pad.claim(x, y, w, d, 1)) return false
  const roof = kind === 'hall' ? 'monitor' : 'flat'
  context.pad.build({ kind, x, y, w, d, heightM, roof })
  return true
}

/** Names the spot of a process unit. */
export function addUnit(context: SiteContext, key: string, x: number, y: number): void {
  context.units.push({ key, at: context.pad.at(x, y), site: context.site.id })
}

/** Rectangular basin of parallel lanes with a wall around it. */
export function addLanes(
  context: SiteContext,
  [x, y, w, d]: readonly [number, number, number, number],
  lanes: number,
): boolean {
  const { pad } = context
  if (!pad.claim(x, y, w, d, 1)) return false
  pad.yard('basin-wall', pad.rect(x - 1.2, y - 1.2, w + 2.4, d + 2.4))
  for (let i = 0; i < lanes; i++)
    pad.yard('basin', pad.rect(x + 0.4, y + (i * d) / lanes + 0.5, w - 0.8, d / lanes - 1))
  return true
}

/** Round clarifier with a wall and its drive in the middle. */
export function addClarifier(context: SiteContext, x: number, y: number, r: number): boolean {
  const { pad } = context
  if (!pad.claim(x - r, y - r, 2 * r, 2 * r, 1)) return false
  pad.yard('basin-wall', circle(pad.at(x, y), (r + 1.6) * pad.scale, 32))
  pad.yard('basin', circle(pad.at(x, y), r * pad.scale, 32))
  pad.build({ kind: 'utility', x: x - 1.8, y: y - 1.8, w: 3.6, d: 3.6, heightM: 2.4, round: true })
  return true
}
