import type { Networks } from '../networks/build-networks.ts'
import type { GroundPlan } from '../types.ts'
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

export const SIMULATED = 'simulated'
