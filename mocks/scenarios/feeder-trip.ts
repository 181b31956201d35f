import type { Scenario } from './scenario.ts'

const MINUTE_MS = 60_000
const TRANSFER_AFTER_MS = 38 * MINUTE_MS

/** Earth fault on a middling feeder: it opens at the start; the next feeder takes over through the tie after 38 min. */
export const feederTrip: Scenario = ({ topology, startMs }) => {
  const count = topology.feeders.length
  if (count === 0) return []
  const victim = Math.floor(count / 3)
  const feederId = topology.feeders[victim] ?? ''
  const bus = topology.powerTransformerOfFeeder[victim]
  const sameBus = topology.feeders.findIndex((_, f) => f !== victim && topology.powerTransformerOfFeeder[f] === bus)
  const other = sameBus >= 0 ? sameBus : (victim + 1) % count
  const open = { kind: 'open-feeder', feederId, atMs: startMs } as const
  if (other === victim) return [open]
  return [
    open,
    {
      kind: 'transfer',
      feederId,
      toFeederId: topology.feeders[other] ?? feederId,
      atMs: startMs + TRANSFER_AFTER_MS,
      rampMs: 6 * MINUTE_MS,
    },
  ]
}
