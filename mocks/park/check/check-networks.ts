import type {
  FeatureOf,
  Network,
  NetworkEdgeFeature,
  NetworkNodeFeature,
  PlotFeature,
} from '../../../src/contract/collections.ts'
import type { Asset, Point } from '../../../src/contract/resources.ts'
import { findRepeats, type Findings } from './findings.ts'
import { components, reachable, ringEdge, type NetworkGraph } from './graph.ts'

export interface NetworkInput {
  nodes: readonly NetworkNodeFeature[]
  edges: readonly NetworkEdgeFeature[]
  plots: readonly PlotFeature[]
  roads: readonly FeatureOf<'roads'>[]
  assets: readonly Asset[]
  points: readonly Point[]
}

const isClosed = (edge: NetworkEdgeFeature): boolean => edge.properties.role !== 'open'

function checkReferences(input: NetworkInput): Findings {
  const findings: Findings = []
  const nodes = new Map(input.nodes.map((node) => [node.id, node]))
  const assets = new Set<string>(input.assets.map((asset) => asset.id))
  const points = new Set<string>(input.points.map((point) => point.id))
  const roads = new Set(input.roads.map((road) => road.properties.roadId))
  const plots = new Set(input.plots.map((plot) => plot.id))
  for (const node of input.nodes) {
    const { assetId, plotId } = node.properties
    if (assetId !== null && !assets.has(assetId)) findings.push({ place: node.id, problem: `no asset ${assetId}` })
    if (plotId !== null && !plots.has(plotId)) findings.push({ place: node.id, problem: `no plot ${plotId}` })
  }
  for (const edge of input.edges) {
    const { from, to, assetId, meterPointId, roadId, network } = edge.properties
    const ends: [string, [number, number] | undefined][] = [
      [from, edge.geometry.coordinates[0]],
      [to, edge.geometry.coordinates.at(-1)],
    ]
    for (const [id, position] of ends) {
      const node = nodes.get(id)
      if (node === undefined || node.properties.network !== network) {
        findings.push({ place: edge.id, problem: `ends at ${id}, which is no node of ${network}` })
      } else if (
        position === undefined ||
        Math.abs(position[0] - node.geometry.coordinates[0]) + Math.abs(position[1] - node.geometry.coordinates[1]) >
          1e-5
      ) {
        findings.push({ place: edge.id, problem: `does not reach its node ${id}` })
      }
    }
    if (assetId !== null && !assets.has(assetId)) findings.push({ place: edge.id, problem: `no asset ${assetId}` })
    if (meterPointId !== null && !points.has(meterPointId))
      findings.push({ place: edge.id, problem: `no point ${meterPointId}` })
    if (roadId !== null && !roads.has(roadId)) findings.push({ place: edge.id, problem: `no road ${roadId}` })
  }
  return findings
}

/** Kinds of nodes that feed a network or take what flows through it. */
const ROOTS: Readonly<Record<Network, readonly NetworkNodeFeature['properties']['kind'][]>> = {
  'power-110': ['source'],
  'power-22': ['substation'],
  water: ['water-plant'],
  sewer: ['outfall'],
  storm: ['storm-outlet'],
  reclaimed: ['reclaimed-station'],
  fibre: ['fibre-node'],
  'waste-route': ['transfer-station'],
}

function checkConnected(network: Network, graph: NetworkGraph): Findings {
  const parts = components(graph)
  const rooted = (part: readonly string[]): boolean =>
    part.some((id) => ROOTS[network].includes(graph.nodes.get(id)?.properties.kind ?? 'junction'))
  // Storm drains are one tree for each catchment; every other network is one whole.
  const loose = network === 'storm' ? parts.filter((part) => !rooted(part)) : parts.slice(1)
  return loose.map((part) => ({
    place: part[0] ?? network,
    problem: `${part.length} node${part.length > 1 ? 's' : ''} of ${network} ${part.length > 1 ? 'are' : 'is'} cut off from the rest (${part.slice(0, 3).join(', ')})`,
  }))
}

function checkTree(network: Network, graph: NetworkGraph): Findings {
  if (network === 'sewer' || network === 'storm') return checkFallingTree(network, graph)
  if (network !== 'power-22') return []
  const ring = ringEdge(graph, isClosed)
  if (ring === null) return []
  return [
    {
      place: ring.id,
      problem: `closes a ring of ${network} that has no open switch (feeder ${ring.properties.group ?? '?'})`,
    },
  ]
}

/** What falls may leave a node by one pipe only and never comes back. */
function checkFallingTree(network: Network, graph: NetworkGraph): Findings {
  const findings: Findings = []
  const out = new Map<string, NetworkEdgeFeature>()
  for (const edge of graph.edges) {
    const before = out.get(edge.properties.from)
    if (before)
      findings.push({
        place: edge.id,
        problem: `${network}: node ${edge.properties.from} already drains through ${before.id}, a tree is due`,
      })
    else out.set(edge.properties.from, edge)
  }
  const ring = ringEdge(graph, () => true)
  if (ring) findings.push({ place: ring.id, problem: `${network}: this edge closes a cycle where a tree is due` })
  return findings
}

function checkRounds(graph: NetworkGraph): Findings {
  const vehicles = new Set(graph.edges.map((edge) => edge.properties.group ?? ''))
  return [...vehicles].flatMap((vehicle) => {
    const legs = graph.edges.filter((edge) => edge.properties.group === vehicle)
    const broken = legs.find((leg, i) => leg.properties.to !== legs[(i + 1) % legs.length]?.properties.from)
    return broken ? [{ place: broken.id, problem: `the round of ${vehicle} is not closed after this leg` }] : []
  })
}

interface Service {
  name: string
  networks: readonly Network[]
  /** Kinds of node that count as the consumer's end; any node of the plot where empty. */
  ends: readonly NetworkNodeFeature['properties']['kind'][]
  direction: 'both' | 'upstream'
}

const SERVICES: readonly Service[] = [
  { name: 'power', networks: ['power-22', 'power-110'], ends: ['electricity-meter'], direction: 'both' },
  { name: 'water', networks: ['water'], ends: ['water-meter'], direction: 'both' },
  { name: 'sewer', networks: ['sewer'], ends: ['sewer-meter'], direction: 'upstream' },
  { name: 'fibre', networks: ['fibre'], ends: [], direction: 'both' },
  { name: 'storm drain', networks: ['storm'], ends: [], direction: 'upstream' },
]

function checkService(
  service: Service,
  graphs: ReadonlyMap<Network, NetworkGraph>,
  plots: readonly PlotFeature[],
): Findings {
  const stated = service.networks.filter((network) => (graphs.get(network)?.edges.length ?? 0) > 0)
  // Storm drains are checked where the park states any; the other four every park must have.
  if (stated.length === 0 && service.name === 'storm drain') return []
  const served = new Set<string>()
  for (const network of stated) {
    const graph = graphs.get(network)
    if (graph === undefined) continue
    const roots = [...graph.nodes.values()]
      .filter((node) => ROOTS[network].includes(node.properties.kind))
      .map((node) => node.id)
    for (const id of reachable(graph, roots, isClosed, service.direction)) {
      const node = graph.nodes.get(id)
      const { plotId, kind } = node?.properties ?? { plotId: null, kind: 'junction' }
      if (plotId === null || plotId === undefined) continue
      const isEnd = service.ends.length === 0 ? kind !== 'tap' : service.ends.some((end) => end === kind)
      if (isEnd) served.add(plotId)
    }
  }
  return plots
    .filter((plot) => plot.properties.status === 'leased' && !served.has(plot.id))
    .map((plot) => ({
      place: plot.id,
      problem: `tenant ${plot.properties.tenantId ?? '?'} is not served by ${service.name}`,
    }))
}

/** References, connection, trees, rounds, and that every operating tenant is served. */
export function checkNetworks(input: NetworkInput): Findings {
  const graphs = new Map<Network, NetworkGraph>()
  for (const network of new Set(input.nodes.map((node) => node.properties.network))) {
    const nodes = input.nodes.filter((node) => node.properties.network === network)
    const edges = input.edges.filter((edge) => edge.properties.network === network)
    graphs.set(network, { nodes: new Map(nodes.map((node) => [node.id, node])), edges })
  }
  const perNetwork: Findings = []
  for (const [network, graph] of graphs) {
    perNetwork.push(...checkConnected(network, graph), ...checkTree(network, graph))
    if (network === 'waste-route') perNetwork.push(...checkRounds(graph))
  }
  return [
    ...findRepeats(
      'network node id',
      input.nodes.map((node) => node.id),
    ),
    ...findRepeats(
      'network edge id',
      input.edges.map((edge) => edge.id),
    ),
    ...checkReferences(input),
    ...perNetwork,
    ...SERVICES.flatMap((service) => checkService(service, graphs, input.plots)),
  ]
}
