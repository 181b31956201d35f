import { z } from 'zod'
import { assetKindSchema } from '../../src/contract/asset-kinds.ts'
import {
  COLLECTIONS,
  networkSchema,
  type FeatureOf,
  type Network,
  type NetworkNodeFeature,
} from '../../src/contract/collections.ts'
import { positionSchema, type Position } from '../../src/contract/geojson.ts'
import { assetIdOf, pointIdOf } from '../../src/contract/primitives.ts'

/** Fixed order of roles and node kinds in rows; append only. */
export const EDGE_ROLES = ['main', 'loop', 'open', 'service', 'force', 'outfall'] as const
const nodeKindSchema = COLLECTIONS['network-nodes'].shape.properties.shape.kind
export const NODE_KINDS: readonly NetworkNodeFeature['properties']['kind'][] = [
  'junction',
  'tap',
  'pylon',
  'manhole',
  'storm-outlet',
  'stop',
  'source',
  ...assetKindSchema.options,
].map((kind) => nodeKindSchema.parse(kind))

/** Rows count in millionths of a degree from the file's origin. */
const PER_DEGREE = 1e6
const EARTH_METRES_PER_DEGREE = 110_574

/** Rows of integers, checked by hand: a schema for every number takes thirty times as long. */
function rowsOf(least: number, most: number): z.ZodType<number[][]> {
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) && row.length >= least && row.length <= most && row.every(Number.isSafeInteger)
  return z.custom<number[][]>((rows) => Array.isArray(rows) && rows.every(isRow), {
    error: `rows of at least ${least} integers are due`,
  })
}

/**
 * networks.json: all networks as rows of integers, about a fifth of the same graph as GeoJSON. `names` holds every
 * text once, its first entry stands for null. Positions are offsets from the origin, those inside an edge from the
 * position before.
 */
export const networksFileSchema = z.object({
  origin: positionSchema,
  names: z.array(z.string()),
  networks: z.array(
    z.object({
      network: networkSchema,
      /** Prefix of edge ids. */
      prefix: z.string(),
      /** Node ids, in the order of `nodes`. */
      ids: z.array(z.string()),
      /** kind, x, y, asset name, plot name. */
      nodes: rowsOf(3, 5),
      /** number, from, to, role, nominal, group name, asset name, point name, road name, then dx, dy of inner positions. */
      edges: rowsOf(9, Number.POSITIVE_INFINITY),
    }),
  ),
})
export type NetworksFile = z.infer<typeof networksFileSchema>
type NetworkRows = NetworksFile['networks'][number]

function lengthOf(line: readonly Position[]): number {
  let sum = 0
  for (const [i, [lng, lat]] of line.entries()) {
    const before = line[i - 1]
    if (before === undefined) continue
    const dx = (lng - before[0]) * Math.cos((lat * Math.PI) / 180) * 111_320
    sum += Math.hypot(dx, (lat - before[1]) * EARTH_METRES_PER_DEGREE)
  }
  return Math.round(sum * 10) / 10
}

export interface Networks {
  nodes: FeatureOf<'network-nodes'>[]
  /** Edges of one network, or of all. */
  edgesOf(network?: Network): FeatureOf<'network-edges'>[]
}

const degrees = (origin: number, offset: number): number => Math.round(origin * PER_DEGREE + offset) / PER_DEGREE

function expandNodes(file: NetworksFile, rows: NetworkRows): FeatureOf<'network-nodes'>[] {
  return rows.nodes.map((row, i) => {
    const [kindIndex = -1, x = 0, y = 0, asset = 0, plot = 0] = row
    const kind = NODE_KINDS[kindIndex]
    const id = rows.ids[i]
    if (kind === undefined || id === undefined)
      throw new Error(`networks.json: ${rows.network} node ${i} has no kind or id`)
    return {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [degrees(file.origin[0], x), degrees(file.origin[1], y)] },
      properties: {
        network: rows.network,
        kind,
        assetId: asset === 0 ? null : assetIdOf(file.names[asset]),
        plotId: plot === 0 ? null : (file.names[plot] ?? null),
      },
    }
  })
}

function innerPositions(start: Position, deltas: readonly number[]): Position[] {
  const out: Position[] = []
  let [lng, lat] = start
  for (let i = 0; i + 1 < deltas.length; i += 2) {
    lng = degrees(lng, deltas[i] ?? 0)
    lat = degrees(lat, deltas[i + 1] ?? 0)
    out.push([lng, lat])
  }
  return out
}

function expandEdges(
  file: NetworksFile,
  rows: NetworkRows,
  nodes: readonly FeatureOf<'network-nodes'>[],
): FeatureOf<'network-edges'>[] {
  const nameAt = (index: number): string | null => (index === 0 ? null : (file.names[index] ?? null))
  return rows.edges.map((row) => {
    const [
      number = 0,
      from = -1,
      to = -1,
      roleIndex = -1,
      nominal = 0,
      group = 0,
      asset = 0,
      point = 0,
      road = 0,
      ...deltas
    ] = row
    const id = `${rows.prefix}${number}`
    const start = nodes[from]
    const end = nodes[to]
    const role = EDGE_ROLES[roleIndex]
    if (start === undefined || end === undefined)
      throw new Error(`networks.json: edge ${id} ends at a node that is not there`)
    if (role === undefined) throw new Error(`networks.json: edge ${id} has no role ${roleIndex}`)
    const inner = innerPositions(start.geometry.coordinates, deltas)
    const coordinates = [start.geometry.coordinates, ...inner, end.geometry.coordinates]
    const assetId = nameAt(asset)
    const meterPointId = nameAt(point)
    return {
      type: 'Feature',
      id,
      geometry: { type: 'LineString', coordinates },
      properties: {
        network: rows.network,
        from: start.id,
        to: end.id,
        lengthM: lengthOf(coordinates),
        group: nameAt(group),
        assetId: assetId === null ? null : assetIdOf(assetId),
        nominal: nominal === 0 ? null : nominal,
        role,
        meterPointId: meterPointId === null ? null : pointIdOf(meterPointId),
        roadId: nameAt(road),
      },
    }
  })
}

/** Rebuilds both network collections from the rows; edges when they are asked for. Throws an Error that names the row. */
export function expandNetworks(file: NetworksFile): Networks {
  const parts = file.networks.map((rows) => ({ rows, nodes: expandNodes(file, rows) }))
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    edgesOf: (network) =>
      parts.flatMap(({ rows, nodes }) =>
        network === undefined || rows.network === network ? expandEdges(file, rows, nodes) : [],
      ),
  }
}
