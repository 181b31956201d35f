import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { setReplayProvider } from '../api/config.ts'
import { rejectionsSnapshot } from '../api/rejections.ts'
import { callFrames, callStateAt } from '../api/replay-queries.ts'
import type { Point } from '../contract/resources.ts'
import type { LiveClient } from '../live/live-client.ts'
import { type ReplayClient, startReplay } from '../live/replay-client.ts'
import { getSession } from '../session/session-store.ts'
import { useTimeNotice } from '../session/time-notice.ts'
import { useView } from '../session/view.ts'

/** The address follows a playing replay this slowly; one that stands is in it soon. */
const PLAYING_MS = 5000
const STANDING_MS = 300

/** Holds the replay outside of React, as the live channel is held. */
class ReplayHolder {
  #replay: ReplayClient | null = null
  readonly #listeners = new Set<() => void>()

  get = (): ReplayClient | null => this.#replay

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(replay: ReplayClient | null): void {
    this.#replay?.stop()
    this.#replay = replay
    for (const listener of this.#listeners) listener()
  }
}

/** Server time of the live channel; null before it was heard. */
function nowOf(live: LiveClient | null): number | null {
  return live !== null && Number.isFinite(live.store.lastFrameMs) ? live.store.serverNowMs : null
}

/**
 * The replay of the instant that the address names, open for as long as it names one. What the player shows goes back
 * into the address, so that a link opens the same instant; an instant that came from elsewhere is sought.
 */
export function useReplayChannel(
  parkId: string,
  points: readonly Point[] | undefined,
  live: LiveClient | null,
): ReplayClient | null {
  const [holder] = useState(() => new ReplayHolder())
  const { view, patch } = useView()
  const { at } = view
  const active = at !== null
  const latest = useRef({ at, patch, live })
  /** Instant that the address carries because the player put it there. */
  const written = useRef<number | null>(null)
  useEffect(() => {
    latest.current = { at, patch, live }
  }, [at, patch, live])

  useEffect(() => {
    setReplayProvider(() => latest.current.at)
    return () => setReplayProvider(() => null)
  }, [])

  useEffect(() => {
    const first = latest.current.at
    if (!points || !active || first === null) return undefined
    let timer: ReturnType<typeof setTimeout> | null = null
    let shownMs = first
    let isDue = 0
    const write = (): void => {
      timer = null
      if (latest.current.at === null || latest.current.at === shownMs) return
      written.current = shownMs
      latest.current.patch({ at: shownMs }, 'small')
    }
    getSession().resume()
    useTimeNotice.getState().set(null)
    written.current = first
    holder.set(
      startReplay({
        parkId,
        points,
        atMs: first,
        source: {
          stateAt: (atMs, signal) => callStateAt(parkId, atMs, signal),
          frames: (range, signal) => callFrames(parkId, range, signal),
        },
        otherRejections: rejectionsSnapshot,
        liveNowMs: () => nowOf(latest.current.live),
        onShown(atMs, playing) {
          shownMs = atMs
          const dueInMs = playing ? PLAYING_MS : STANDING_MS
          const dueAt = performance.now() + dueInMs
          if (timer !== null && dueAt >= isDue && playing) return
          if (timer !== null) clearTimeout(timer)
          isDue = dueAt
          timer = setTimeout(write, dueInMs)
        },
        onLive(why) {
          useTimeNotice.getState().set(why)
          latest.current.patch({ at: null })
        },
      }),
    )
    return () => {
      if (timer !== null) clearTimeout(timer)
      holder.set(null)
    }
  }, [holder, parkId, points, active])

  useEffect(() => {
    if (at !== null && at !== written.current) {
      written.current = at
      holder.get()?.send({ type: 'seek', atMs: at })
    }
  }, [holder, at])
  return useSyncExternalStore(holder.subscribe, holder.get)
}
