import type { NetworkEdgeFeature } from '../../contract/collections.ts'
import { layerOfNetwork } from '../layers/registry.ts'
import type { DrawnCollection, DrawnFeature } from '../style/style-types.ts'

const LETTERS: Partial<Readonly<Record<NetworkEdgeFeature['properties']['network'], string>>> = {
  'power-110': 'E',
  'power-22': 'E',
  water: 'W',
  sewer: 'S',
  reclaimed: 'R',
}

/** Letter, size and branch of a line as written along it: "E 22 kV · 471", "W DN150". */
export function edgeLabel({ properties }: NetworkEdgeFeature): string | null {
  const { network, nominal, group, role } = properties
  const letter = LETTERS[network]
  if (letter === undefined || role === 'service' || nominal === null) return null
  if (network === 'power-110' || network === 'power-22') {
    const branch = group === null ? '' : ` · ${group.replace(/^f-/, '')}`
    return `${letter} ${nominal} kV${branch}`
  }
  return `${letter} DN${nominal}`
}

/** Labels along the lines; lines are turned so that their text is never upside down. */
export function networkLabels(edges: readonly NetworkEdgeFeature[]): DrawnCollection {
  const features = edges.flatMap((edge): DrawnFeature[] => {
    const text = edgeLabel(edge)
    const layer = layerOfNetwork(edge.properties.network)
    if (text === null || layer === null) return []
    const line = edge.geometry.coordinates
    const [first, last] = [line[0], line.at(-1)]
    const coordinates = first && last && first[0] > last[0] ? line.toReversed() : line
    return [
      {
        type: 'Feature',
        properties: { id: edge.id, text, layer, network: edge.properties.network },
        geometry: { type: 'LineString', coordinates },
      },
    ]
  })
  return { type: 'FeatureCollection', features }
}
