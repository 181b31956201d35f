import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { applyAlarmEvent, parseAlarmEvent } from '../api/alarm-cache.ts'
import { alarmKeys } from '../api/alarm-queries.ts'
import { ALARM_EVENT, type AlarmEvent } from '../contract/alarms.ts'
import type { LiveClient } from '../live/live-client.ts'

/** The first frame is brought into the cache at once; those of a storm follow together, at most so often. */
const GATHER_MS = 100

export type EventListener = (name: string, data: Readonly<Record<string, unknown>>) => void

/** Listener for live frames that keeps the cached alarms of a park up to date. */
export function useAlarmFeed(parkId: string): EventListener {
  const client = useQueryClient()
  const feed = useMemo(() => new AlarmFeed(client, parkId), [client, parkId])
  useEffect(() => () => feed.stop(), [feed])
  return feed.take
}

/**
 * Asks for all alarms anew whenever frames may have been missed: when the channel opens (what the cache holds is from
 * before it), after a reconnect and after a gap.
 */
export function useConditionRefresh(
  parkId: string,
  live: Pick<LiveClient, 'connection' | 'subscribeGap'> | null,
): void {
  const client = useQueryClient()
  useEffect(() => {
    if (live === null) return undefined
    let opened = -1
    const refresh = (): void => {
      void client.invalidateQueries({ queryKey: alarmKeys.all(parkId) })
      void client.invalidateQueries({ queryKey: alarmKeys.journal(parkId) })
    }
    const endGap = live.subscribeGap(refresh)
    const followConnection = (): void => {
      const { state, reconnects } = live.connection.get()
      if (state !== 'live' || reconnects === opened) return
      opened = reconnects
      refresh()
    }
    const endConnection = live.connection.subscribe(followConnection)
    followConnection()
    return () => {
      endGap()
      endConnection()
    }
  }, [client, parkId, live])
}

class AlarmFeed {
  readonly #client: QueryClient
  readonly #parkId: string
  #gathered: AlarmEvent | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #flushedMs = Number.NEGATIVE_INFINITY

  constructor(client: QueryClient, parkId: string) {
    this.#client = client
    this.#parkId = parkId
  }

  take: EventListener = (name, data) => {
    if (name !== ALARM_EVENT) return
    const event = parseAlarmEvent(data)
    if (event === null) return
    const { alarms, entries } = this.#gathered ?? { alarms: [], entries: [] }
    this.#gathered = {
      alarms: [...alarms, ...event.alarms],
      entries: [...entries, ...event.entries],
      flood: event.flood,
    }
    this.#timer ??= setTimeout(() => this.#flush(), Math.max(0, this.#flushedMs + GATHER_MS - performance.now()))
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #flush(): void {
    this.#timer = null
    this.#flushedMs = performance.now()
    if (this.#gathered) applyAlarmEvent(this.#client, this.#parkId, this.#gathered)
    this.#gathered = null
  }
}
