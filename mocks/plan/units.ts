import type { GroundPlan, Vec } from './types.ts'

/** Spot of a process unit; the centre of its site where the plan draws no such unit. */
export function unitSpot(ground: GroundPlan, siteId: string, key: string): Vec {
  const unit = ground.units.find((candidate) => candidate.site === siteId && candidate.key === key)
  const site = ground.sites.find((candidate) => candidate.id === siteId)
  return unit?.at ?? site?.centre ?? [0, 0]
}

/** Keys of a site's process units that start with a name, in order: `aeration-1`, `aeration-2`. */
export function unitKeys(ground: GroundPlan, siteId: string, name: string): string[] {
  return ground.units
    .filter((unit) => unit.site === siteId && (unit.key === name || unit.key.startsWith(`${name}-`)))
    .map((unit) => unit.key)
}

/** Spots of the units of one name, in order. */
export function unitSpots(ground: GroundPlan, siteId: string, name: string): Vec[] {
  return unitKeys(ground, siteId, name).map((key) => unitSpot(ground, siteId, key))
}
