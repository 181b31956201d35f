import { useMemo } from 'react'
import type { Position } from '../../contract/geojson.ts'
import type { Fix } from '../../domain/waste/collection-rounds.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory, type HistoryView } from '../../live/use-history.ts'
import type { VehicleAsset } from './waste-assets.ts'

const MINUTE_MS = 60_000
/** Longer than any round takes. */
const WINDOW_MS = 4 * 60 * MINUTE_MS

function fixesOf({ history, byId }: HistoryView, { longitude, latitude }: VehicleAsset): readonly Fix[] {
  if (!history || longitude === null || latitude === null) return []
  const fromMs = Date.parse(history.from)
  const north = byId.get(latitude)?.last ?? []
  return (byId.get(longitude)?.last ?? []).map((lng, k) => {
    const lat = north[k] ?? null
    const position: Position | null = lng === null || lat === null ? null : [lng, lat]
    return { timeMs: fromMs + (k + 1) * history.stepMs, position }
  })
}

/** Where vehicles were in the last hours, by the minute: enough to know the round that each is on. */
export function useFixes(parkId: string, vehicles: readonly VehicleAsset[]): ReadonlyMap<string, readonly Fix[]> {
  const endMs = useServerNow(MINUTE_MS)
  const points = useMemo(
    () => vehicles.flatMap(({ longitude, latitude }) => [longitude ?? [], latitude ?? []].flat()),
    [vehicles],
  )
  const history = useHistory(parkId, {
    points,
    fromMs: endMs - WINDOW_MS,
    toMs: endMs,
    stepMs: MINUTE_MS,
  })
  return useMemo(
    () => new Map(vehicles.map((vehicle) => [vehicle.asset.id, fixesOf(history, vehicle)] as const)),
    [vehicles, history],
  )
}
