import type { NetworkEdgeFeature, PlotFeature } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import { SERVICES, type Service } from './headroom.ts'
import { distanceM, toMetres, type Metres } from './plan-geometry.ts'

/** Where a plot would be connected: the nearest main, and the equipment that the main belongs to. */
export interface PlotConnection {
  edgeId: string
  /** Feeder, district, or the lift station or plant that the sewer runs to. */
  assetId: string
  distanceM: number
  /** mm for pipes, kV for power lines; null when not on record. */
  nominal: number | null
  roadId: string | null
}

export type PlotConnections = Readonly<Record<Service, PlotConnection | null>>

const NETWORK_OF = { power: 'power-22', water: 'water', wastewater: 'sewer' } as const satisfies Record<Service, string>

interface Line {
  edge: NetworkEdgeFeature
  points: readonly Metres[]
  /** Box of the line, m. */
  west: number
  east: number
  south: number
  north: number
}

export type MainLines = Readonly<Record<Service, readonly Line[]>> & { origin: Position }

/** Mains that a plot can be connected to, made ready once per park. Loops, ties and rising mains take no customers. */
export function mainLines(edges: readonly NetworkEdgeFeature[], origin: Position): MainLines {
  const linesOf = (service: Service): Line[] =>
    edges
      .filter(
        ({ properties }) =>
          properties.network === NETWORK_OF[service] && properties.role === 'main' && properties.group !== null,
      )
      .map((edge) => {
        const points = toMetres(edge.geometry.coordinates, origin)
        const xs = points.map(([x]) => x)
        const ys = points.map(([, y]) => y)
        return {
          edge,
          points,
          west: Math.min(...xs),
          east: Math.max(...xs),
          south: Math.min(...ys),
          north: Math.max(...ys),
        }
      })
  return { origin, power: linesOf('power'), water: linesOf('water'), wastewater: linesOf('wastewater') }
}

/** The nearest main of each service to the edge of a plot; null where a network has none. */
export function connectionsOf(plot: PlotFeature, mains: MainLines): PlotConnections {
  const ring = toMetres(plot.geometry.coordinates[0] ?? [], mains.origin)
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const box = { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
  const nearest = (service: Service): PlotConnection | null => {
    let best: Line | null = null
    let bestM = Number.POSITIVE_INFINITY
    for (const line of mains[service]) {
      const dx = Math.max(0, line.west - box.east, box.west - line.east)
      const dy = Math.max(0, line.south - box.north, box.south - line.north)
      if (Math.hypot(dx, dy) >= bestM) continue
      const metres = distanceM(ring, line.points)
      if (metres >= bestM) continue
      bestM = metres
      best = line
    }
    const assetId = best?.edge.properties.group
    if (!best || assetId === null || assetId === undefined) return null
    const { nominal, roadId } = best.edge.properties
    return { edgeId: best.edge.id, assetId, distanceM: bestM, nominal, roadId }
  }
  const [power, water, wastewater] = SERVICES.map(nearest)
  return { power: power ?? null, water: water ?? null, wastewater: wastewater ?? null }
}
