import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { agendaQueries } from '../../api/agenda-queries.ts'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { medianOf } from '../../domain/statistics/summary.ts'
import { dayStartMs } from '../../domain/time/park-zone.ts'
import {
  buildRounds,
  servedContainers,
  type CollectionRound,
  type Fix,
  type ServedBy,
} from '../../domain/waste/collection-rounds.ts'
import type { RoundTimes } from '../../domain/waste/container-due.ts'
import { outingsOf, type Outing } from '../../domain/waste/outings.ts'
import { tripsOf, type Trip } from '../../domain/waste/trips.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { useHistory } from '../../live/use-history.ts'
import { useFixes } from './use-fixes.ts'
import type { WasteAssets } from './waste-assets.ts'

const MINUTE_MS = 60_000
const STEP_MS = 10 * MINUTE_MS
const DAY_MS = 86_400_000

export interface Rounds {
  byVehicle: ReadonlyMap<string, CollectionRound>
  servedBy: ReadonlyMap<string, ServedBy>
  /** Where each vehicle was in the last hours, oldest first. */
  fixes: ReadonlyMap<string, readonly Fix[]>
  /** The round that it is on, next start and usual duration by vehicle. */
  times: ReadonlyMap<string, RoundTimes>
  /** Trips of the last two days by vehicle, oldest first. */
  trips: ReadonlyMap<string, readonly Trip[]>
  /** Trips that began today; null until they are known. */
  today: readonly Trip[] | null
}

/** What the scale on the vehicle knows of a round: from its first load until it is tipped. */
function outingOf({ startMs, endMs, hasGap }: Trip): Outing {
  return { leftMs: startMs, backMs: endMs, hasGap }
}

function durationsOf(outings: readonly Outing[]): readonly number[] {
  return outings.flatMap(({ leftMs, backMs, hasGap }) => (backMs === null || hasGap ? [] : [backMs - leftMs]))
}

/**
 * The receiver says when a vehicle left its yard, well before its first load; without one the
 * scale has to do. The scale has two days of rounds, which tell how long they take.
 */
function roundTimes(seen: readonly Outing[], loads: readonly Outing[], nextStartMs: number): RoundTimes {
  const last = (seen.length > 0 ? seen : loads).at(-1)
  const whole = [...durationsOf(seen), ...durationsOf(loads)]
  return {
    runningSinceMs: last?.backMs === null ? last.leftMs : null,
    nextStartMs,
    durationMs: whole.length > 0 ? medianOf(whole) : null,
  }
}

/** The collection network, what the agenda plans on it, and the trips that the scales on the vehicles saw. */
export function useRounds(index: ParkIndex, { containers, vehicles }: WasteAssets): Rounds {
  const parkId = index.park.id
  const edges = useQuery(geometryQueries.collection(parkId, 'network-edges')).data
  const nodes = useQuery(geometryQueries.collection(parkId, 'network-nodes')).data
  const agenda = useQuery(agendaQueries.list(parkId, useAsOf(60_000))).data
  const nowMs = useServerNow(STEP_MS)
  const payloads = useMemo(() => vehicles.flatMap(({ payload }) => payload ?? []), [vehicles])
  const range = { points: payloads, fromMs: nowMs - 2 * DAY_MS, toMs: nowMs, stepMs: STEP_MS }
  const { history, byId } = useHistory(parkId, range)
  const fixes = useFixes(parkId, vehicles)

  const network = useMemo(() => {
    const byVehicle = buildRounds(edges ?? [], nodes ?? [])
    const servedBy = servedContainers(
      containers.map(({ asset }) => asset),
      vehicles.map(({ asset }) => asset),
      byVehicle,
    )
    return { byVehicle, servedBy }
  }, [edges, nodes, containers, vehicles])

  const trips = useMemo(() => {
    const fromMs = history ? Date.parse(history.from) : 0
    return new Map(
      vehicles.map(({ asset, payload }) => {
        const series = payload === null ? undefined : byId.get(payload)
        return [asset.id, series ? tripsOf({ fromMs, stepMs: STEP_MS, values: series.last }) : []] as const
      }),
    )
  }, [vehicles, history, byId])

  return useMemo(() => {
    const times = new Map<string, RoundTimes>()
    for (const { kind, assetId, due } of agenda ?? []) {
      if (kind !== 'collection' || assetId === null || times.has(assetId)) continue
      const yard = network.byVehicle.get(assetId)?.line[0]
      const seen = yard ? outingsOf(yard, fixes.get(assetId) ?? []) : []
      const loads = (trips.get(assetId) ?? []).map(outingOf)
      times.set(assetId, roundTimes(seen, loads, Date.parse(due)))
    }
    const midnight = dayStartMs(nowMs, index.park.timeZone)
    const today = history ? [...trips.values()].flat().filter(({ startMs }) => startMs >= midnight) : null
    return { ...network, fixes, times, trips, today }
  }, [agenda, trips, fixes, network, history, nowMs, index.park.timeZone])
}
