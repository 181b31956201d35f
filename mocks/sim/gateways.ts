import { DAY_MS } from './civil.ts'
import { streamOf, unitOf } from './hash.ts'
import type { WorldState } from './world-state.ts'

export interface Outage {
  fromMs: number
  toMs: number
}

/**
 * Outage of a gateway that covers an instant, or `null`. Unplanned drops: one in each slot of 365/dropsPerYear days,
 * at a hashed time, with a length around the median of the park's parameters.
 */
export function gatewayDownAt(world: WorldState, gatewayId: string, tMs: number): Outage | null {
  for (const effect of world.effects) {
    if (effect.kind === 'gateway-down' && effect.gatewayId === gatewayId && tMs >= effect.fromMs && tMs < effect.toMs) {
      return effect
    }
  }
  const gateway = world.gateways.get(gatewayId)
  if (gateway === undefined || gateway.slotMs === 0) return null
  const slot = Math.floor(tMs / gateway.slotMs)
  const fromMs = Math.floor((slot + 0.8 * unitOf(gateway.stream, slot)) * gateway.slotMs)
  const toMs = fromMs + gateway.dropMs * Math.min(6, 0.35 + 1.3 * unitOf(gateway.stream ^ 1, slot) ** 3 * 4)
  return tMs >= fromMs && tMs < toMs ? { fromMs, toMs } : null
}

export interface GatewayPlan {
  stream: number
  slotMs: number
  dropMs: number
}

/** Drop plans of a park's gateways by asset id. */
export function planGateways(model: WorldState['model'], seed: number): ReadonlyMap<string, GatewayPlan> {
  return new Map(
    model.simulation.gateways.map((gateway) => [
      gateway.assetId,
      {
        stream: streamOf(seed, `gateway ${gateway.assetId}`),
        slotMs: gateway.dropsPerYear > 0 ? (365 * DAY_MS) / gateway.dropsPerYear : 0,
        dropMs: gateway.dropMinutes * 60_000,
      },
    ]),
  )
}
