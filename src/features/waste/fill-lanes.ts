import { wasteStreamSchema, type WasteStream } from '../../contract/asset-kinds.ts'
import { isUrgent, type ContainerRow } from './container-rows.ts'
import type { Rounds } from './use-rounds.ts'

/** Hours that the picture looks ahead. */
export const AHEAD_HOURS = 48
const HOUR_MS = 3_600_000

export interface LaneRound {
  code: string
  startMs: number
  /** What of it lies ahead. */
  fromMs: number
  toMs: number
}

/** One waste stream: how many containers fill up in which hour, and when vehicles come. */
export interface FillLane {
  stream: WasteStream
  /** By hour from now: those whose vehicle comes first, and those that somebody has to see to. */
  hours: readonly { fromMs: number; calm: number; urgent: number }[]
  later: number
  unknown: number
  rounds: readonly LaneRound[]
}

/** Rows by stream and hour, for the streams that the park has containers of. */
export function fillLanes(
  rows: readonly ContainerRow[],
  rounds: Rounds,
  codeOf: (vehicleId: string) => string,
  nowMs: number,
): readonly FillLane[] {
  return wasteStreamSchema.options.flatMap((stream) => {
    const own = rows.filter(({ container }) => container.asset.wasteStream === stream)
    if (own.length === 0) return []
    const hours = Array.from({ length: AHEAD_HOURS }, (_, hour) => ({
      fromMs: nowMs + hour * HOUR_MS,
      calm: 0,
      urgent: 0,
    }))
    let later = 0
    let unknown = 0
    for (const row of own) {
      const { byMs } = row.due
      const hour = byMs === null ? undefined : hours[Math.max(0, Math.floor((byMs - nowMs) / HOUR_MS))]
      if (byMs === null) unknown += 1
      else if (!hour) later += 1
      else if (isUrgent(row, nowMs)) hour.urgent += 1
      else hour.calm += 1
    }
    const vehicles = [...new Set(own.flatMap(({ vehicleId }) => vehicleId ?? []))]
    const coming = vehicles.flatMap((id): LaneRound[] => {
      const times = rounds.times.get(id)
      if (!times) return []
      const { runningSinceMs, nextStartMs } = times
      const durationMs = times.durationMs ?? HOUR_MS / 2
      return [runningSinceMs, nextStartMs].flatMap((startMs) => {
        if (startMs === null || startMs + durationMs <= nowMs || startMs > nowMs + AHEAD_HOURS * HOUR_MS) return []
        return [{ code: codeOf(id), startMs, fromMs: Math.max(nowMs, startMs), toMs: startMs + durationMs }]
      })
    })
    return [{ stream, hours, later, unknown, rounds: coming }]
  })
}
