import { DAY_MS } from './civil.ts'
import { streamOf, unitOf } from './hash.ts'
import type { ParkModel } from '../park/park-model.ts'
import type { Effect } from './events.ts'

export interface Outage {
  fromMs: number
  toMs: number
}

/** When one gateway is silent. Unplanned drops: one in each slot of 365/dropsPerYear days, at a hashed time. */
export class GatewayClock {
  private readonly stream: number
  private readonly slotMs: number
  private readonly dropMs: number
  private readonly planned: readonly Outage[]
  private slot = Number.NaN
  private drop: Outage = { fromMs: 0, toMs: 0 }

  constructor(stream: number, dropsPerYear: number, dropMs: number, planned: readonly Outage[]) {
    this.stream = stream
    this.slotMs = dropsPerYear > 0 ? (365 * DAY_MS) / dropsPerYear : 0
    this.dropMs = dropMs
    this.planned = planned
  }

  /** Outage that covers an instant, or `null`. */
  outageAt(tMs: number): Outage | null {
    for (const outage of this.planned) if (tMs >= outage.fromMs && tMs < outage.toMs) return outage
    if (this.slotMs === 0) return null
    const slot = Math.floor(tMs / this.slotMs)
    if (slot !== this.slot) {
      const fromMs = Math.floor((slot + 0.8 * unitOf(this.stream, slot)) * this.slotMs)
      const length = 0.35 + 5.2 * unitOf(this.stream ^ 1, slot) ** 3
      this.slot = slot
      this.drop = { fromMs, toMs: fromMs + this.dropMs * length }
    }
    return tMs >= this.drop.fromMs && tMs < this.drop.toMs ? this.drop : null
  }
}

/** Clocks of a park's gateways by asset id; scenarios add their outages. */
export function gatewayClocks(
  model: ParkModel,
  seed: number,
  effects: readonly Effect[],
): ReadonlyMap<string, GatewayClock> {
  return new Map(
    model.simulation.gateways.map((gateway) => {
      const outages = effects.flatMap((effect) =>
        effect.kind === 'gateway-down' && effect.gatewayId === gateway.assetId ? [effect] : [],
      )
      const stream = streamOf(seed, `gateway ${gateway.assetId}`)
      return [gateway.assetId, new GatewayClock(stream, gateway.dropsPerYear, gateway.dropMinutes * 60_000, outages)]
    }),
  )
}
