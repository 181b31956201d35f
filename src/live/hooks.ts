import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import { type ConnectionView, NOT_CONNECTED } from './connection-view.ts'
import { type DataHealth, NO_HEALTH } from './data-health.ts'
import type { LiveClient } from './live-client.ts'
import { LiveContext } from './live-context.tsx'
import { oncePerStep, readingsReader } from './live-reading.ts'
import type { LiveReading } from './live-store.ts'

const noop = (): void => {}
const never = (): (() => void) => noop

/** The live client of the open park, for what the other hooks do not offer; null while there is none. */
export function useLiveClient(): LiveClient | null {
  return useContext(LiveContext)
}

/** Reading of one point, changing at most once a second; null for an unknown point or no connection yet. */
export function useLiveReading(pointId: string | null): LiveReading | null {
  const client = useContext(LiveContext)
  const index = client === null || pointId === null ? -1 : client.store.indexOf(pointId)
  const get = useCallback(() => (client === null || index < 0 ? null : client.display.read(index)), [client, index])
  return useSyncExternalStore(client?.display.subscribe ?? never, get)
}

/**
 * Reading of one point while its age or quality has to be told, null as long as it is live or only late: for what
 * shows whether a source speaks, and not what it says.
 */
export function useQuietReading(pointId: string | null): LiveReading | null {
  const client = useContext(LiveContext)
  const index = client === null || pointId === null ? -1 : client.store.indexOf(pointId)
  const get = useCallback(() => {
    const reading = client === null || index < 0 ? null : client.display.read(index)
    return reading === null || reading.freshness === 'live' || reading.freshness === 'late' ? null : reading
  }, [client, index])
  return useSyncExternalStore(client?.display.subscribe ?? never, get)
}

/**
 * Readings of several points, in their order. The same array comes back until one of them changes. `stepMs`: look only
 * once in as many milliseconds of server time, for long lists of what moves by the minute.
 */
export function useLiveReadings(pointIds: readonly string[], stepMs = 0): readonly (LiveReading | null)[] {
  const client = useContext(LiveContext)
  // Callers may pass a new array at each render; what counts is what is in it. Ids hold no spaces.
  const key = pointIds.join(' ')
  const get = useMemo(() => {
    const ids = key === '' ? [] : key.split(' ')
    const read = readingsReader(
      ids.map((id) => client?.store.indexOf(id) ?? -1),
      (index) => client?.display.read(index) ?? null,
    )
    return client === null || stepMs === 0 ? read : oncePerStep(read, () => Math.floor(client.display.nowMs / stepMs))
  }, [client, key, stepMs])
  return useSyncExternalStore(client?.display.subscribe ?? never, get)
}

/** State of the live connection. */
export function useConnection(): ConnectionView {
  const client = useContext(LiveContext)
  return useSyncExternalStore(client?.connection.subscribe ?? never, client?.connection.get ?? (() => NOT_CONNECTED))
}

/** How good the data is, judged at most once a second. */
export function useDataHealth(): DataHealth {
  const client = useContext(LiveContext)
  return useSyncExternalStore(client?.display.subscribe ?? never, client?.health ?? (() => NO_HEALTH))
}

/** From here on a step belongs to a page that asks for history by it, not to a figure that counts seconds. */
const PAGE_STEP_MS = 60_000

/**
 * Server time in steps of `stepMs` (at least a second), epoch milliseconds. Goes on while frozen. In a replay it is the
 * instant on screen.
 */
export function useServerNow(stepMs = 1000): number {
  const client = useContext(LiveContext)
  const get = useCallback(() => {
    // Without a connection there is no server time yet; this machine's is the best guess.
    if (client === null) return Math.floor(Date.now() / stepMs) * stepMs
    const { nowMs, pageNowMs } = client.display
    return Math.floor((stepMs < PAGE_STEP_MS ? nowMs : pageNowMs) / stepMs) * stepMs
  }, [client, stepMs])
  return useSyncExternalStore(client?.display.subscribe ?? never, get)
}

/** Grows when a gap in the live stream was closed; history queries carry it in their key and so ask again. */
export function useGapVersion(parkId: string): number {
  const client = useContext(LiveContext)
  const get = useCallback(() => (client?.parkId === parkId ? client.gapVersion : 0), [client, parkId])
  return useSyncExternalStore(client?.subscribeGap ?? never, get)
}
