import type { Topology } from '../sim/topology.ts'
import type { Scenario } from './scenario.ts'

const MINUTE_MS = 60_000
const TRANSFER_AFTER_MS = 38 * MINUTE_MS

/** Mean load of the consumers behind each feeder, kW. */
function meanLoads(topology: Topology): number[] {
  const loads = topology.feeders.map(() => 0)
  topology.consumers.forEach((consumer, at) => {
    const feeder = topology.feederOfTransformer[topology.transformerOf[at] ?? -1] ?? -1
    if (feeder >= 0) loads[feeder] = (loads[feeder] ?? 0) + consumer.powerKw
  })
  return loads
}

/** Tie to the neighbour in the ring that carries least; null where the feeder stands alone. */
function tieToRoom(topology: Topology, feeder: number): string | null {
  const loads = meanLoads(topology)
  const loadBehind = ({ feeders: [a, b] }: Topology['ties'][number]): number => loads[a === feeder ? b : a] ?? 0
  const own = topology.ties.filter(({ feeders }) => feeders.includes(feeder))
  return own.toSorted((x, y) => loadBehind(x) - loadBehind(y))[0]?.assetId ?? null
}

/** Earth fault on a middling feeder: it opens at the start; its neighbour in the ring takes over after 38 min. */
export const feederTrip: Scenario = ({ topology, startMs }) => {
  const victim = Math.floor(topology.feeders.length / 3)
  const feederId = topology.feeders[victim]
  if (feederId === undefined) return []
  const open = { kind: 'open-feeder', feederId, atMs: startMs } as const
  const tieId = tieToRoom(topology, victim)
  return tieId === null ? [open] : [open, { kind: 'transfer', feederId, tieId, atMs: startMs + TRANSFER_AFTER_MS }]
}
