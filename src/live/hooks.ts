import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import { type ConnectionView, NOT_CONNECTED } from './connection-view.ts'
import { type DataHealth, NO_HEALTH } from './data-health.ts'
import type { LiveClient } from './live-client.ts'
import { LiveContext } from './live-context.tsx'
import { readingsReader } from './live-reading.ts'
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

/** Readings of several points, in their order. The same array comes back until one of them changes. */
export function useLiveReadings(pointIds: readonly string[]): readonly (LiveReading | null)[] {
  const client = useContext(LiveContext)
  // Callers may pass a new array at each render; what counts is what is in it. Ids hold no spaces.
  const key = pointIds.join(' ')
  const get = useMemo(() => {
    const ids = key === '' ? [] : key.split(' ')
    return readingsReader(
      ids.map((id) => client?.store.indexOf(id) ?? -1),
      (index) => client?.display.read(index) ?? null,
    )
  }, [client, key])
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
