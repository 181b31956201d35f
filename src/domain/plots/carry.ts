import { canCarry, SERVICES, type CarryAnswer, type Service } from './headroom.ts'
import type { PlotOffer } from './offers.ts'

/**
 * Share of the supplied water that is taken to come back as wastewater: 80 %, at least that by QCVN 01:2021/BXD (from
 * memory, not read again) and what a park bills by. Confidence medium; QCVN 01:2026/BXD follows on 2027-01-01 with
 * figures that were not seen.
 */
export const WASTEWATER_SHARE = 0.8

/** What an investor asks for; null is not asked. */
export interface CarryQuestion {
  powerMw: number | null
  waterM3PerDay: number | null
  /** Null with water asked for: 80 % of it. */
  wastewaterM3PerDay: number | null
}

export type Demand = Readonly<Record<Service, number>>

/** The question as a demand in kW and m³/d. */
export function demandOf({ powerMw, waterM3PerDay, wastewaterM3PerDay }: CarryQuestion): Demand {
  return {
    power: (powerMw ?? 0) * 1000,
    water: waterM3PerDay ?? 0,
    wastewater: wastewaterM3PerDay ?? (waterM3PerDay ?? 0) * WASTEWATER_SHARE,
  }
}

export function isAsked(demand: Demand): boolean {
  return SERVICES.some((service) => demand[service] > 0)
}

export interface RankedOffer {
  offer: PlotOffer
  answer: CarryAnswer
  /** Smallest share of a rating that is left after the demand, per cent; null when a service cannot be judged. */
  leftPercent: number | null
}

/**
 * Offers in order of how well they carry a demand: those that can, with the most left first; those that cannot be
 * judged; those that fall short, with the least missing first.
 */
export function rankOffers(offers: readonly PlotOffer[], demand: Demand): RankedOffer[] {
  const rank = ({ answer }: RankedOffer): number => (answer.canCarry === true ? 0 : answer.canCarry === null ? 1 : 2)
  return offers
    .map((offer) => ({ offer, answer: canCarry(offer.headroom, demand), leftPercent: leftAfter(offer, demand) }))
    .toSorted((a, b) => {
      const order = rank(a) - rank(b)
      if (order !== 0) return order
      return (b.leftPercent ?? Number.NEGATIVE_INFINITY) - (a.leftPercent ?? Number.NEGATIVE_INFINITY)
    })
}

function leftAfter({ headroom }: PlotOffer, demand: Demand): number | null {
  let least: number | null = null
  for (const service of SERVICES) {
    if (demand[service] === 0 && isAsked(demand)) continue
    const one = headroom.services[service]
    if (!one.ok || !(one.value.rating > 0)) return null
    const percent = ((one.value.headroom - demand[service]) / one.value.rating) * 100
    if (least === null || percent < least) least = percent
  }
  return least
}
