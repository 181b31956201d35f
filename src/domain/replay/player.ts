/**
 * The player of the past as a pure function of state and event. One frame a second reaches the screen at every speed;
 * what changes is how much park time lies between two frames. A frame that has not arrived is waited for: none is
 * ever left out.
 */
export const SPEEDS = [1, 10, 60, 600] as const
export type Speed = (typeof SPEEDS)[number]

/** How far back a server keeps history, milliseconds. Source: contract, `MAX_SNAPSHOT_PAST_MS` of the live channel. */
export const KEPT_MS = 800 * 86_400_000
/** Frames of one question, and how few may be left on hand before the next is asked. */
export const WINDOW_FRAMES = 10
export const LOW_FRAMES = 8

export type ReplayFault = 'not-kept' | 'failed'

export interface PlayerState {
  /** Instant that is wanted, whole seconds; it is on screen when `phase` is ready. Epoch milliseconds. */
  atMs: number
  phase: 'seeking' | 'ready' | 'faulty'
  fault: ReplayFault | null
  playing: boolean
  speed: Speed
  /** Number of the newest question; 0 before the first. */
  lastAsk: number
  /** Question for the state at `atMs` that waits for its answer. */
  seekAsk: number | null
  /** Question for the frames after `readyToMs` that waits for its answer. */
  windowAsk: number | null
  /** Frames are on hand from after `atMs` to here, one in each step. */
  readyToMs: number
  /** Playing, but the next frame is not here yet. */
  waiting: boolean
  /** Ticks at which the next frame was not here yet. */
  stalls: number
}

export type PlayerEvent =
  | { type: 'seek'; atMs: number }
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'speed'; speed: Speed }
  /** A second of the viewer has passed. */
  | { type: 'tick' }
  | { type: 'state-arrived'; ask: number }
  | { type: 'state-failed'; ask: number; why: 'future' | ReplayFault }
  /** Frames up to an instant have arrived; the same instant as before when there were none. */
  | { type: 'frames-arrived'; ask: number; toMs: number }
  | { type: 'frames-failed'; ask: number }

export type LeaveReason = 'future' | 'caught-up'

export type PlayerEffect =
  /** Ask for the whole state at an instant; frames on hand are of no use any more. */
  | { type: 'ask-state'; ask: number; atMs: number }
  /** Ask for `count` frames from an instant that is on hand (and not wanted again) on. */
  | { type: 'ask-frames'; ask: number; fromMs: number; stepMs: number; count: number }
  /** Put the asked state on screen. */
  | { type: 'show-state'; atMs: number }
  /** Put the next frame on hand on screen. */
  | { type: 'show-frame'; atMs: number }
  | { type: 'drop-frames' }
  /** There is nothing on screen for this instant. */
  | { type: 'show-nothing'; atMs: number }
  | { type: 'go-live'; why: LeaveReason }

export interface PlayerStep {
  state: PlayerState
  effects: readonly PlayerEffect[]
}

const none: readonly PlayerEffect[] = []

/** Park time between two frames on screen, milliseconds: at 600 times, ten minutes each second. */
export function frameStepMs(speed: Speed): number {
  return speed * 1000
}

/** Where a replay begins that was asked for without an instant: five minutes ago, whole seconds. */
export function replayStartMs(nowMs: number): number {
  return Math.floor(nowMs / 1000) * 1000 - 300_000
}

/** A player before its first instant. */
export function idlePlayer(): PlayerState {
  return {
    atMs: 0,
    phase: 'seeking',
    fault: null,
    playing: false,
    speed: 1,
    lastAsk: 0,
    seekAsk: null,
    windowAsk: null,
    readyToMs: 0,
    waiting: false,
    stalls: 0,
  }
}

/**
 * The next state and what to do about it.
 *
 * @param nowMs server time now, epoch milliseconds; null while it is not known: nothing is then judged to be in the
 *   future, the server will say
 */
export function stepPlayer(state: PlayerState, event: PlayerEvent, nowMs: number | null): PlayerStep {
  switch (event.type) {
    case 'seek':
      return seek(state, event.atMs, nowMs)
    case 'play':
      if (state.phase === 'faulty') return seek({ ...state, playing: true }, state.atMs, nowMs)
      return prefetch({ ...state, playing: true, waiting: false }, none, nowMs)
    case 'pause':
      return { state: { ...state, playing: false, waiting: false }, effects: none }
    case 'speed':
      return changeSpeed(state, event.speed, nowMs)
    case 'tick':
      return tick(state, nowMs)
    case 'state-arrived': {
      if (event.ask !== state.seekAsk) return { state, effects: none }
      const ready: PlayerState = { ...state, phase: 'ready', fault: null, seekAsk: null, readyToMs: state.atMs }
      return prefetch(ready, [{ type: 'show-state', atMs: state.atMs }], nowMs)
    }
    case 'state-failed':
      if (event.ask !== state.seekAsk) return { state, effects: none }
      return event.why === 'future' ? leave(state, 'future') : faulty(state, event.why)
    case 'frames-arrived': {
      if (event.ask !== state.windowAsk) return { state, effects: none }
      const readyToMs = Math.max(state.readyToMs, event.toMs)
      return prefetch({ ...state, windowAsk: null, readyToMs }, none, nowMs, readyToMs > state.readyToMs)
    }
    case 'frames-failed':
      break
  }
  // Frames that failed: the next tick asks again.
  return { state: event.ask === state.windowAsk ? { ...state, windowAsk: null } : state, effects: none }
}

function seek(state: PlayerState, wantedMs: number, nowMs: number | null): PlayerStep {
  const atMs = Math.floor(wantedMs / 1000) * 1000
  if (!Number.isFinite(atMs)) return { state, effects: none }
  if (nowMs !== null && atMs > nowMs) return leave(state, 'future')
  const sought: PlayerState = { ...state, atMs, readyToMs: atMs, windowAsk: null, waiting: false }
  if (nowMs !== null && atMs < nowMs - KEPT_MS) return faulty(sought, 'not-kept')
  const ask = state.lastAsk + 1
  return {
    state: { ...sought, phase: 'seeking', fault: null, lastAsk: ask, seekAsk: ask },
    effects: [{ type: 'drop-frames' }, { type: 'ask-state', ask, atMs }],
  }
}

function changeSpeed(state: PlayerState, speed: Speed, nowMs: number | null): PlayerStep {
  if (speed === state.speed) return { state, effects: none }
  // Frames on hand lie on another grid.
  const changed: PlayerState = { ...state, speed, windowAsk: null, readyToMs: state.atMs, waiting: false }
  return prefetch(changed, [{ type: 'drop-frames' }], nowMs)
}

function tick(state: PlayerState, nowMs: number | null): PlayerStep {
  if (!state.playing || state.phase !== 'ready') return { state, effects: none }
  const nextMs = state.atMs + frameStepMs(state.speed)
  if (nowMs !== null && nextMs > nowMs) return leave(state, 'caught-up')
  if (nextMs > state.readyToMs) {
    return prefetch({ ...state, waiting: true, stalls: state.stalls + 1 }, none, nowMs)
  }
  return prefetch({ ...state, atMs: nextMs, waiting: false }, [{ type: 'show-frame', atMs: nextMs }], nowMs)
}

/** Asks for the next frames when few are left; never twice at once, never for what has not happened yet. */
function prefetch(
  state: PlayerState,
  effects: readonly PlayerEffect[],
  nowMs: number | null,
  hasArrived = true,
): PlayerStep {
  const stepMs = frameStepMs(state.speed)
  const left = (state.readyToMs - state.atMs) / stepMs
  const idle = !state.playing || state.phase !== 'ready' || state.windowAsk !== null || !hasArrived
  if (idle || left >= LOW_FRAMES) return { state, effects }
  const possible = nowMs === null ? WINDOW_FRAMES : Math.floor((nowMs - state.readyToMs) / stepMs)
  if (possible < 1) return { state, effects }
  const ask = state.lastAsk + 1
  const count = Math.min(WINDOW_FRAMES, possible) + 1
  return {
    state: { ...state, lastAsk: ask, windowAsk: ask },
    effects: [...effects, { type: 'ask-frames', ask, fromMs: state.readyToMs, stepMs, count }],
  }
}

function leave(state: PlayerState, why: LeaveReason): PlayerStep {
  const left: PlayerState = { ...state, playing: false, waiting: false, seekAsk: null, windowAsk: null }
  return { state: left, effects: [{ type: 'go-live', why }] }
}

function faulty(state: PlayerState, fault: ReplayFault): PlayerStep {
  return {
    state: { ...state, phase: 'faulty', fault, playing: false, waiting: false, seekAsk: null, windowAsk: null },
    effects: [{ type: 'drop-frames' }, { type: 'show-nothing', atMs: state.atMs }],
  }
}
