import type { NetworkEdgeFeature, NetworkNodeFeature } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import type { Asset } from '../../contract/resources.ts'
import { footOn, metresBetween } from '../network/flat-earth.ts'

export interface RoundStop {
  /** Plot at whose gate the vehicle stops; null for a place that is no plot. */
  plotId: string | null
  /** Way from the yard, metres. */
  alongM: number
}

/** The closed way of one collection vehicle from the yard and back. */
export interface CollectionRound {
  vehicleId: string
  line: readonly Position[]
  /** Way from the yard to each position of the line, metres. */
  alongM: readonly number[]
  lengthM: number
  stops: readonly RoundStop[]
}

/**
 * Rounds of the collection network: its edges of one group, leg after leg from the yard, which is the node that has an
 * asset. A chain that breaks off ends there; a group without a yard has no round.
 */
export function buildRounds(
  edges: readonly NetworkEdgeFeature[],
  nodes: readonly NetworkNodeFeature[],
): ReadonlyMap<string, CollectionRound> {
  const nodeById = new Map(nodes.map((node) => [node.id, node.properties]))
  const legs = new Map<string, Map<string, NetworkEdgeFeature>>()
  for (const edge of edges) {
    const { network, group, from } = edge.properties
    if (network !== 'waste-route' || group === null) continue
    const known = legs.get(group)
    if (known) known.set(from, edge)
    else legs.set(group, new Map([[from, edge]]))
  }
  const rounds = new Map<string, CollectionRound>()
  for (const [vehicleId, byStart] of legs) {
    const yard = [...byStart.keys()].find((id) => nodeById.get(id)?.assetId != null)
    if (yard !== undefined) rounds.set(vehicleId, roundOf(vehicleId, yard, byStart, nodeById))
  }
  return rounds
}

function roundOf(
  vehicleId: string,
  yard: string,
  byStart: ReadonlyMap<string, NetworkEdgeFeature>,
  nodeById: ReadonlyMap<string, NetworkNodeFeature['properties']>,
): CollectionRound {
  const line: Position[] = []
  const alongM: number[] = []
  const stops: RoundStop[] = []
  let length = 0
  let at = yard
  for (let legs = 0; legs < byStart.size; legs++) {
    const leg = byStart.get(at)
    if (!leg) break
    for (const position of leg.geometry.coordinates) {
      const before = line.at(-1)
      if (before) length += metresBetween(before, position)
      line.push(position)
      alongM.push(length)
    }
    at = leg.properties.to
    if (at === yard) break
    stops.push({ plotId: nodeById.get(at)?.plotId ?? null, alongM: length })
  }
  return { vehicleId, line, alongM, lengthM: length, stops }
}

export interface ServedBy {
  vehicleId: string
  stop: RoundStop
}

/**
 * Which vehicle empties a container, and at which of its stops: the first round of the container's stream that stops
 * at its plot. Containers that no round serves are absent: the park does not know who empties them.
 */
export function servedContainers(
  containers: readonly Asset[],
  vehicles: readonly Asset[],
  rounds: ReadonlyMap<string, CollectionRound>,
): ReadonlyMap<string, ServedBy> {
  const stops = new Map<string, ServedBy>()
  for (const { id, wasteStream } of vehicles) {
    for (const stop of rounds.get(id)?.stops ?? []) {
      const key = `${wasteStream} ${stop.plotId}`
      if (stop.plotId !== null && !stops.has(key)) stops.set(key, { vehicleId: id, stop })
    }
  }
  return new Map(
    containers.flatMap(({ id, wasteStream, plotId }) => {
      const found = plotId === null ? undefined : stops.get(`${wasteStream} ${plotId}`)
      return found ? [[id, found] as const] : []
    }),
  )
}

/** Where a vehicle was at an instant; null where the receiver said nothing. */
export interface Fix {
  timeMs: number
  position: Position | null
}

export interface OnRound {
  /** Way from the yard, metres; 0 in the yard. */
  alongM: number
  inYard: boolean
  /** Null once the last stop has been served. */
  nextStop: RoundStop | null
  stopsLeft: number
}

/** A vehicle this close to its yard stands in it, metres. */
export const YARD_M = 60
const ON_ROUTE_M = 40
const FASTEST_M_PER_MS = 60 / 3600

/**
 * How far along its round a vehicle is. Streets are driven twice, so the fixes are followed in order: each may lie only
 * as far ahead as a vehicle at 60 km/h gets, and the nearest place counts. Standing in the yard begins a new round.
 * Null while no fix was on the route. A gap widens what the next fix may reach. Tolerances are ours.
 *
 * @param fixes in order of time
 */
export function followRound(round: CollectionRound, fixes: readonly Fix[]): OnRound | null {
  const yard = round.line[0]
  if (!yard) return null
  let at: number | null = null
  let inYard = false
  let sinceMs = Number.NaN
  for (const { timeMs, position } of fixes) {
    if (!position) continue
    if (metresBetween(position, yard) < YARD_M) {
      at = 0
      inYard = true
      sinceMs = timeMs
      continue
    }
    const reach = at === null ? round.lengthM : at + (timeMs - sinceMs) * FASTEST_M_PER_MS + ON_ROUTE_M
    const found = nearestAlong(round, position, at ?? 0, reach)
    if (found === null) continue
    at = found
    inYard = false
    sinceMs = timeMs
  }
  if (at === null) return null
  const here: number = at
  const ahead = round.stops.filter(({ alongM }) => alongM > here + 5)
  return { alongM: here, inYard, nextStop: inYard ? null : (ahead[0] ?? null), stopsLeft: inYard ? 0 : ahead.length }
}

function nearestAlong(round: CollectionRound, p: Position, from: number, to: number): number | null {
  let best: number | null = null
  let bestM = ON_ROUTE_M
  for (let i = 1; i < round.line.length; i++) {
    const [a, b] = [round.line[i - 1], round.line[i]]
    const [start, end] = [round.alongM[i - 1] ?? 0, round.alongM[i] ?? 0]
    if (!a || !b || end < from || start > to) continue
    const { distanceM, share } = footOn(p, a, b)
    const along = Math.max(from, start + share * (end - start))
    if (along > to || distanceM >= bestM - 1e-3) continue
    best = along
    bestM = distanceM
  }
  return best
}
