import type { Networks } from '../networks/build-networks.ts'
import type { GroundPlan, Vec } from '../types.ts'
import type { AssetBook } from './asset-book.ts'
import type { Consumer } from './consumers.ts'
import type { GatewayPlan } from './gateways.ts'
import type { UtilityParams } from './utility-params.ts'

/** Everything that the parts of the asset stage read. */
export interface BuildContext {
  ground: GroundPlan
  params: UtilityParams
  consumers: readonly Consumer[]
  networks: Networks
  gateways: GatewayPlan
  book: AssetBook
}

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

export const SIMULATED = 'simulated'
