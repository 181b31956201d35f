import { SERVICES, type Service } from './headroom.ts'
import type { Demand } from './carry.ts'
import type { PlotOffer } from './offers.ts'

/** Free plots that would be served through one piece of equipment: they share what is left of it. */
export function sharedBy(offers: readonly PlotOffer[], service: Service, assetId: string): number {
  return offers.filter(({ stages }) => stages[service].some((stage) => stage.assetId === assetId)).length
}

/**
 * Most plots that can carry a demand (kW, m³/d) at the same time. What is left at a stage is there once for all plots
 * behind it, so a stage carries ⌊headroom / demand⌋ of them; stages are counted up from those that feed one plot. In
 * one service the stages form a tree, where taking plots one after the other gives the most there can be; over
 * several services the least of them is an upper bound, hence "at most". Offers must each be able to carry the demand.
 */
export function mostTogether(offers: readonly PlotOffer[], demand: Demand): number {
  const counts = SERVICES.filter((service) => demand[service] > 0).map((service) => mostOf(offers, service, demand))
  return Math.min(offers.length, ...counts)
}

function mostOf(offers: readonly PlotOffer[], service: Service, demand: Demand): number {
  const taken = new Map<string, number>()
  let count = 0
  for (const { stages } of offers) {
    const fits = stages[service].every(({ assetId, rating, contracted, measuredPeak }) => {
      if (rating === null || contracted === null || measuredPeak === null) return false
      const room = Math.floor((rating - Math.max(contracted, measuredPeak)) / demand[service])
      return (taken.get(assetId) ?? 0) < room
    })
    if (!fits) continue
    count += 1
    for (const { assetId } of stages[service]) taken.set(assetId, (taken.get(assetId) ?? 0) + 1)
  }
  return count
}
