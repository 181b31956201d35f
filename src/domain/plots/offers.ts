import type { NetworkEdgeFeature, PlotFeature } from '../../contract/collections.ts'
import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { commitmentsOf, type Commitment } from './commitments.ts'
import { connectionsOf, mainLines, type PlotConnections } from './connections.ts'
import { plotHeadroom, SERVICES, type PlotHeadroom, type Service, type SupplyStage } from './headroom.ts'
import { ratingOf, type Rating } from './ratings.ts'

/** One stage on the way from a plot to the source, with where its figures come from. */
export interface OfferStage extends SupplyStage {
  asset: Asset
  ratingFrom: Rating | null
  commitment: Commitment | null
}

/** What a free plot can be offered with. */
export interface PlotOffer {
  plot: PlotFeature
  connections: PlotConnections
  stages: Readonly<Record<Service, readonly OfferStage[]>>
  headroom: PlotHeadroom
}

/** Highest measured load of equipment, kW or m³/d by asset; absent where it is not metered. */
export type MeasuredPeaks = ReadonlyMap<string, number>

/**
 * Offers of all vacant plots: nearest mains, the equipment up to the source, and the headroom of each service there.
 * A stage without a rating or without a measured peak leaves its service without a number (see `serviceHeadroom`).
 */
export function plotOffers(
  index: ParkIndex,
  plots: readonly PlotFeature[],
  edges: readonly NetworkEdgeFeature[],
  peaks: MeasuredPeaks,
): readonly PlotOffer[] {
  const mains = mainLines(edges, index.park.centre)
  const known = new Map<string, PlotConnections>()
  const connect = (plot: PlotFeature): PlotConnections => {
    const found = known.get(plot.id) ?? connectionsOf(plot, mains)
    known.set(plot.id, found)
    return found
  }
  const commitments = commitmentsOf(index, plots, connect)
  const inlets = inletSizes(edges, index)
  return plots
    .filter(({ properties }) => properties.status === 'vacant')
    .map((plot) => {
      const connections = connect(plot)
      const stagesOf = (service: Service): readonly OfferStage[] => {
        const connection = connections[service]
        if (!connection) return []
        return chainOf(index, connection.assetId).map((asset) => {
          const ratingFrom = ratingOf(asset, service, {
            points: index.pointsByAsset.get(asset.id) ?? [],
            nominalKv: service === 'power' ? connection.nominal : null,
            nominalMm: inlets.get(asset.id) ?? null,
          })
          const commitment = commitments[service].get(asset.id) ?? null
          const contracted = commitment?.contracted ?? 0
          return {
            asset,
            assetId: asset.id,
            rating: ratingFrom?.value ?? null,
            ratingFrom,
            commitment,
            contracted: Number.isFinite(contracted) ? contracted : null,
            measuredPeak: peakOf(index, asset, peaks),
          }
        })
      }
      const [power = [], water = [], wastewater = []] = SERVICES.map(stagesOf)
      const stages = { power, water, wastewater }
      return { plot, connections, stages, headroom: plotHeadroom(stages) }
    })
}

/** An asset and all that supplies it. */
function chainOf(index: ParkIndex, assetId: string): Asset[] {
  const chain: Asset[] = []
  const seen = new Set<string>()
  for (let id: string | null = assetId; id !== null && !seen.has(id);) {
    seen.add(id)
    const asset = index.assetById.get(id)
    if (!asset) break
    chain.push(asset)
    id = asset.parentId
  }
  return chain
}

/** A substation without a meter of its own carries at most what its transformers carried, each at its own peak. */
function peakOf(index: ParkIndex, asset: Asset, peaks: MeasuredPeaks): number | null {
  const own = peaks.get(asset.id)
  if (own !== undefined || asset.kind !== 'substation') return own ?? null
  const parts = (index.childrenOf.get(asset.id) ?? []).filter(({ kind }) => kind === 'power-transformer')
  const known = parts.map(({ id }) => peaks.get(id))
  return parts.length > 0 && known.every((peak) => peak !== undefined)
    ? known.reduce<number>((sum, peak) => sum + (peak ?? 0), 0)
    : null
}

/** Smallest main at the meter of each district, mm: what the district is fed through. */
function inletSizes(edges: readonly NetworkEdgeFeature[], index: ParkIndex): ReadonlyMap<string, number> {
  const districtAt = new Map<string, string>()
  for (const asset of index.assets) {
    if (asset.kind === 'district-meter' && asset.nodeId !== null) districtAt.set(asset.nodeId, asset.id)
  }
  const sizes = new Map<string, number>()
  for (const { properties } of edges) {
    const { network, role, nominal, from, to } = properties
    if (network !== 'water' || role !== 'main' || nominal === null) continue
    const district = districtAt.get(from) ?? districtAt.get(to)
    if (district === undefined) continue
    sizes.set(district, Math.min(sizes.get(district) ?? Number.POSITIVE_INFINITY, nominal))
  }
  return sizes
}
