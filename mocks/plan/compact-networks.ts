import { EDGE_ROLES, NODE_KINDS, type NetworksFile } from '../park/networks-file.ts'
import type { Projector } from './project.ts'
import type { NetworkPlan, Vec } from './types.ts'

const PER_DEGREE = 1e6

/** Writes the networks of a park as rows of integers; `expandNetworks` is the way back. */
export function compactNetworks(plan: NetworkPlan, project: Projector, origin: [number, number]): NetworksFile {
  const names = ['']
  const known = new Map<string, number>()
  const nameIndex = (text: string | null): number => {
    if (text === null) return 0
    const index = known.get(text) ?? names.push(text) - 1
    known.set(text, index)
    return index
  }
  const offset = (p: Vec): [number, number] => {
    const [lng, lat] = project.toLngLat(p)
    return [Math.round((lng - origin[0]) * PER_DEGREE), Math.round((lat - origin[1]) * PER_DEGREE)]
  }
  const kinds = [...new Set(plan.nodes.map((node) => node.network))]
  const networks = kinds.map((network): NetworksFile['networks'][number] => {
    const nodes = plan.nodes.filter((node) => node.network === network)
    const edges = plan.edges.filter((edge) => edge.network === network)
    const indexOf = new Map(nodes.map((node, i) => [node.id, i]))
    const prefix = edges[0]?.id.replace(/\d+$/, '') ?? ''
    return {
      network,
      prefix,
      ids: nodes.map((node) => node.id),
      nodes: nodes.map((node) => {
        const kind = NODE_KINDS.findIndex((candidate) => candidate === node.kind)
        const row = [kind].concat(offset(node.p), nameIndex(node.assetId), nameIndex(node.plotId))
        while (row.at(-1) === 0 && row.length > 3) row.pop()
        return row
      }),
      edges: edges.map((edge) => {
        const places = edge.points.slice(0, -1).map(offset)
        const deltas = places.flatMap(([x, y], i) => {
          const before = places[i - 1]
          return before ? [x - before[0], y - before[1]] : []
        })
        const ends = [indexOf.get(edge.from) ?? -1, indexOf.get(edge.to) ?? -1]
        const texts = [edge.group, edge.assetId, edge.meterPointId, edge.roadId].map(nameIndex)
        const number = Number(edge.id.slice(prefix.length))
        return [number].concat(ends, EDGE_ROLES.indexOf(edge.role), edge.nominal ?? 0, texts, deltas)
      }),
    }
  })
  return { origin, names, networks }
}
