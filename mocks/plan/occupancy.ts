import { industrySchema, type Industry, type PlotStatus } from '../../src/contract/collections.ts'
import { centroid, distance } from './geometry.ts'
import type { PlanParams } from './params.ts'
import { randomStream, shuffled, type Random } from './random.ts'
import type { PlotPlan, Vec } from './types.ts'

interface Place {
  centre: Vec
  reachM: number
}

type Numbered = Omit<PlotPlan, 'status' | 'industry'>

/** Vacant plots closer than this look like one empty quarter. */
const SPREAD_M = 200
/** Smaller plots do not carry the heavy industries. */
const SMALL_HA = 1.1
const LIGHT: ReadonlySet<Industry> = new Set(['packaging', 'furniture', 'logistics', 'plastics'])

/**
 * Sets status and industry on every plot. Vacant ones are the published sizes first, then a draw that keeps them apart;
 * industries are dealt zone by zone by quota, so that the mix holds in each part of the park.
 */
export function assignOccupancy(
  params: PlanParams,
  plots: readonly Numbered[],
  published: ReadonlySet<string>,
): PlotPlan[] {
  const { occupancy } = params
  const random = randomStream(params.seed, 'occupancy')
  const vacant = new Set(published)
  const candidates = plots.filter((plot) => plot.areaHa <= occupancy.maxVacantHa && !published.has(plot.id))
  drawApart(candidates, plots, vacant, new Set(), occupancy.vacant, random)
  const construction = new Set<string>()
  drawApart(
    candidates.filter((plot) => !vacant.has(plot.id)),
    plots,
    construction,
    vacant,
    occupancy.construction,
    random,
  )
  const industries = dealIndustries(params, plots, vacant)
  const statusOf = (id: string): PlotStatus => {
    if (vacant.has(id)) return 'vacant'
    return construction.has(id) ? 'construction' : 'leased'
  }
  return plots.map((plot) =>
    Object.assign(plot, { status: statusOf(plot.id), industry: industries.get(plot.id) ?? null }),
  )
}

/** Adds plots to `chosen` until it holds `count`, far from each other and from `others` while that is possible. */
function drawApart(
  candidates: readonly Numbered[],
  all: readonly Numbered[],
  chosen: Set<string>,
  others: ReadonlySet<string>,
  count: number,
  random: Random,
): void {
  const places = new Map(
    all.map((plot): [string, Place] => [
      plot.id,
      { centre: centroid(plot.ring), reachM: Math.sqrt(plot.areaHa * 1e4) / 2 },
    ]),
  )
  const order = shuffled(candidates, random)
  for (let apart = SPREAD_M; apart >= 0 && chosen.size < count; apart -= SPREAD_M / 4) {
    for (const plot of order) {
      if (chosen.size >= count) break
      const here = places.get(plot.id)
      const crowded = [...chosen, ...others].some((id) => {
        const there = places.get(id)
        return here && there && distance(here.centre, there.centre) - here.reachM - there.reachM < apart
      })
      if (!crowded) chosen.add(plot.id)
    }
  }
}

function dealIndustries(
  params: PlanParams,
  plots: readonly Numbered[],
  vacant: ReadonlySet<string>,
): Map<string, Industry> {
  const random = randomStream(params.seed, 'industry')
  const out = new Map<string, Industry>()
  const used = plots.filter((plot) => !vacant.has(plot.id))
  const bySize = used.toSorted((a, b) => b.areaHa - a.areaHa)
  for (const [i, industry] of params.occupancy.largest.entries()) {
    const plot = bySize[i]
    if (plot) out.set(plot.id, industry)
  }
  const light = industrySchema.options.filter((industry) => LIGHT.has(industry) && params.occupancy.mix[industry])
  for (const zone of params.plots.zones) {
    const open = used.filter((plot) => plot.zone === zone.code && !out.has(plot.id))
    const deck = quotaDeck(params, open.length, random)
    // Large plots take the heavy cards first.
    const small = open.filter((plot) => plot.areaHa < SMALL_HA)
    for (const plot of small) {
      const card = deck.findIndex((industry) => light.includes(industry))
      const [industry] = card >= 0 ? deck.splice(card, 1) : []
      out.set(plot.id, industry ?? light[0] ?? 'packaging')
      if (card < 0) deck.pop()
    }
    for (const [i, plot] of open.filter((candidate) => !small.includes(candidate)).entries()) {
      out.set(plot.id, deck[i] ?? light[0] ?? 'packaging')
    }
  }
  return out
}

/** `size` industries in the shares of the mix (largest remainders), shuffled. */
function quotaDeck(params: PlanParams, size: number, random: Random): Industry[] {
  const shares = industrySchema.options.flatMap((industry) => {
    const share = params.occupancy.mix[industry]
    return share ? [{ industry, share }] : []
  })
  const whole = shares.reduce((sum, entry) => sum + entry.share, 0)
  const parts = shares.map(({ industry, share }) => ({ industry, exact: (share / whole) * size }))
  const deck = parts.flatMap(({ industry, exact }) => Array.from({ length: Math.floor(exact) }, () => industry))
  // Ties among remainders fall differently in every zone.
  const remainders = shuffled(parts, random).toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
  for (const { industry } of remainders) if (deck.length < size) deck.push(industry)
  return shuffled(deck, random)
}
