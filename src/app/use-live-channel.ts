import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { rejectionsSnapshot } from '../api/rejections.ts'
import type { Point } from '../contract/resources.ts'
import { startLive, type LiveClient } from '../live/live-client.ts'
import { callForTicket, openChannel } from './ticket-ahead.ts'

/** Holds the live client outside of React: it is started and stopped by an effect and read like a store. */
class ChannelHolder {
  #client: LiveClient | null = null
  readonly #listeners = new Set<() => void>()

  get = (): LiveClient | null => this.#client

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(client: LiveClient | null): void {
    this.#client?.stop()
    this.#client = client
    for (const listener of this.#listeners) listener()
  }
}

/** Live channel of a park, open while its points are known; null before. */
export function useLiveChannel(
  parkId: string,
  points: readonly Point[] | undefined,
  baseUrl: string,
  onEvent: (name: string, data: Readonly<Record<string, unknown>>) => void,
): LiveClient | null {
  const [holder] = useState(() => new ChannelHolder())
  // Before the paint: a snapshot that is there already comes with the first picture of the park.
  useLayoutEffect(() => {
    if (!points) return undefined
    const options = { call: callForTicket, openSocket: openChannel, otherRejections: rejectionsSnapshot }
    holder.set(startLive({ parkId, points, baseUrl, onEvent, ...options }))
    return () => holder.set(null)
  }, [holder, parkId, points, baseUrl, onEvent])
  return useSyncExternalStore(holder.subscribe, holder.get)
}
