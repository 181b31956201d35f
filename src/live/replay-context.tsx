import { type ReactNode, createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { type PlayerState, idlePlayer } from '../domain/replay/player.ts'
import { type LiveClient } from './live-client.ts'
import { LiveContext } from './live-context.tsx'
import type { ReplayClient } from './replay-client.ts'

/** The replay whose instant is on screen; null while the screen is live. */
const ReplayContext = createContext<ReplayClient | null>(null)
/** The client of the live channel, whatever is on screen: for what must not miss the present. */
const EdgeContext = createContext<LiveClient | null>(null)

const noop = (): void => undefined
const never = (): (() => void) => noop
const IDLE = idlePlayer()

export interface TimeProviderProps {
  live: LiveClient | null
  /** Whether the address names an instant: then nothing live is on screen, even before the replay is there. */
  replaying: boolean
  replay: ReplayClient | null
  children: ReactNode
}

/** Offers the screen its time: readings of now, or those of the instant that is replayed. */
export function TimeProvider({ live, replaying, replay, children }: TimeProviderProps) {
  return (
    <EdgeContext value={live}>
      <ReplayContext value={replaying ? replay : null}>
        <LiveContext value={replaying ? replay : live}>{children}</LiveContext>
      </ReplayContext>
    </EdgeContext>
  )
}

export function useReplay(): ReplayClient | null {
  return useContext(ReplayContext)
}

/** State of the player; at rest while there is no replay. */
export function usePlayer(): PlayerState {
  const replay = useContext(ReplayContext)
  return useSyncExternalStore(replay?.player.subscribe ?? never, replay?.player.get ?? (() => IDLE))
}

/** Instant on screen in steps of `stepMs`, null while live: what a question about the past has to name. */
export function useAsOf(stepMs = 1000): number | null {
  const replay = useContext(ReplayContext)
  const get = useCallback(() => {
    if (replay === null) return null
    const { nowMs, pageNowMs } = replay.display
    return Math.floor((stepMs < 60_000 ? nowMs : pageNowMs) / stepMs) * stepMs
  }, [replay, stepMs])
  return useSyncExternalStore(replay?.display.subscribe ?? never, get)
}

/** Server time now in steps of `stepMs`, also in a replay; null while it is not known. */
export function useEdgeNow(stepMs = 1000): number | null {
  const edge = useContext(EdgeContext)
  const get = useCallback(() => {
    if (edge === null || !Number.isFinite(edge.store.lastFrameMs)) return null
    return Math.floor(edge.display.nowMs / stepMs) * stepMs
  }, [edge, stepMs])
  return useSyncExternalStore(edge?.display.subscribe ?? never, get)
}
