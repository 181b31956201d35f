import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { NetworkEdgeFeature, PlotFeature } from '../../contract/collections.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ImpactPark } from '../../domain/network/impact.ts'
import { type Irregularity, irregularitiesOf } from '../../domain/network/irregular.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { FeederData } from '../../domain/network/ring-transfer.ts'
import { type NetworkGraph, buildNetworkGraph } from '../../domain/network/supply-graph.ts'
import { SERVICE_METERS, serviceOfMeter } from '../../domain/network/tenant-impacts.ts'
import type { Service } from '../../domain/plots/headroom.ts'
import { ratingOf } from '../../domain/plots/ratings.ts'

/** The park's networks with the look-ups of this screen. */
export interface Networks {
  graph: NetworkGraph
  park: ImpactPark
  edges: readonly NetworkEdgeFeature[]
  edgeById: ReadonlyMap<string, NetworkEdgeFeature>
  plotById: ReadonlyMap<string, PlotFeature>
  irregularities: readonly Irregularity[]
  /** Load point of each consumer's meter, by the meter's asset id. */
  loadPointOf: ReadonlyMap<string, Point>
  serviceOf: (meterId: string) => Service | null
  /** What feeders may carry. */
  feeders: Omit<FeederData, 'powerOf'>
}

export interface NetworksView {
  networks: Networks | null
  error: unknown
  retry: () => void
}

/** Reads the plan once per park and makes a graph of it. */
export function useNetworks(index: ParkIndex): NetworksView {
  const parkId = index.park.id
  const nodes = useQuery(geometryQueries.collection(parkId, 'network-nodes'))
  const edges = useQuery(geometryQueries.collection(parkId, 'network-edges'))
  const plots = useQuery(geometryQueries.collection(parkId, 'plots'))
  const networks = useMemo<Networks | null>(() => {
    if (!nodes.data || !edges.data || !plots.data) return null
    const graph = buildNetworkGraph(nodes.data, edges.data)
    return {
      graph,
      park: { assetById: index.assetById, tenantById: index.tenantById, assetsByPlace: placesOf(index.assets) },
      edges: edges.data,
      edgeById: new Map(edges.data.map((edge) => [edge.id, edge])),
      plotById: new Map(plots.data.map((plot) => [plot.id, plot])),
      irregularities: irregularitiesOf(graph),
      loadPointOf: loadPoints(index),
      serviceOf: (id) => {
        const kind = index.assetById.get(id)?.kind
        return kind === undefined ? null : serviceOfMeter(kind)
      },
      feeders: feederData(index, edges.data),
    }
  }, [index, nodes.data, edges.data, plots.data])
  return {
    networks,
    error: nodes.error ?? edges.error ?? plots.error,
    retry: () => {
      for (const query of [nodes, edges, plots]) if (query.error) void query.refetch()
    },
  }
}

/** Sites before plots, as the server's alarms see them. */
function placesOf(assets: readonly Asset[]): Map<string, Asset[]> {
  const places = new Map<string, Asset[]>()
  for (const asset of assets) {
    const place = asset.siteId ?? asset.plotId ?? ''
    places.set(place, [...(places.get(place) ?? []), asset])
  }
  return places
}

function loadPoints(index: ParkIndex): Map<string, Point> {
  const found = new Map<string, Point>()
  for (const { id, kind } of index.assets) {
    const service = serviceOfMeter(kind)
    if (service === null) continue
    const point = index.pointsByAsset.get(id)?.find((one) => one.kind === SERVICE_METERS[service].point)
    if (point) found.set(id, point)
  }
  return found
}

function feederData(index: ParkIndex, edges: readonly NetworkEdgeFeature[]): Omit<FeederData, 'powerOf'> {
  const nominalOf = new Map<string, number>()
  for (const { properties } of edges) {
    if (properties.network !== 'power-22' || properties.nominal === null) continue
    const feeder = properties.assetId ?? properties.group
    if (feeder !== null) nominalOf.set(feeder, properties.nominal)
  }
  return {
    isMeter: (id) => index.assetById.get(id)?.kind === 'electricity-meter',
    isFeeder: (id) => index.assetById.get(id)?.kind === 'feeder',
    ratingOf: (id) => {
      const asset = index.assetById.get(id)
      if (!asset) return null
      const points = index.pointsByAsset.get(id) ?? []
      return ratingOf(asset, 'power', { points, nominalKv: nominalOf.get(id) ?? null, nominalMm: null })?.value ?? null
    },
  }
}
