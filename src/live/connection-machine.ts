import { CLOSE } from '../contract/live.ts'

/**
 * The live connection as a pure function of state and event. It holds at most one socket and, from
 * start to end, exactly one armed timer, so that it can never stop trying.
 */
export type Phase = 'idle' | 'ticket' | 'opening' | 'greeting' | 'syncing' | 'live' | 'waiting' | 'refused' | 'stopped'

export interface ConnectionState {
  phase: Phase
  /** Number of the current try; events of earlier tries are ignored. */
  attempt: number
  /** Tries since the connection was last good for a while. */
  failures: number
  /** Number of the armed timer, 0 for none. */
  timer: number
  lastTimer: number
  hasSocket: boolean
  online: boolean
  /** When the phase as the operator sees it began, local milliseconds. */
  sinceMs: number
  retryAtMs: number | null
  liveSinceMs: number | null
  lastFrameMs: number
  heartbeatMs: number
  epoch: string | null
  lastSeq: number
  /** Whether the server promised to replay what this screen had missed. */
  resumed: boolean
  /** Server time of the newest reading before the loss; where a gap begins. */
  lostAtServerMs: number | null
  lastServerMs: number | null
  wasLive: boolean
  reconnects: number
  /** Why the connection ended for good, in the server's or our own words. */
  refusal: string | null
}

export interface Welcome {
  epoch: string
  resumed: boolean
  heartbeatMs: number
  contract: string
  /** Whether the contract's major version is ours. */
  compatible: boolean
  serverMs: number
}

export type ConnectionEvent =
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'online' }
  | { type: 'offline' }
  | { type: 'timer'; timer: number }
  | { type: 'ticket-ok'; attempt: number; ticket: string }
  | { type: 'ticket-failed'; attempt: number; refusal?: string | undefined }
  | { type: 'socket-open'; attempt: number }
  | { type: 'socket-closed'; attempt: number; code: number; reason: string }
  | { type: 'frame'; attempt: number }
  | ({ type: 'welcome'; attempt: number } & Welcome)
  | { type: 'snapshot'; attempt: number; epoch: string; seq: number; serverMs: number }
  | { type: 'sequence'; attempt: number; seq: number; serverMs: number }
  | { type: 'bye'; attempt: number; reason: string; final: boolean }

export type ConnectionEffect =
  | { type: 'fetch-ticket'; attempt: number }
  | { type: 'open-socket'; attempt: number; ticket: string }
  | { type: 'close-socket'; attempt: number }
  | { type: 'send-hello'; attempt: number; resume: { epoch: string; lastSeq: number } | null }
  | { type: 'subscribe'; attempt: number }
  | { type: 'arm'; timer: number; delayMs: number }
  | { type: 'gap'; fromMs: number; toMs: number; replayed: boolean }
  | { type: 'lost-sequence'; from: number; to: number }
  | { type: 'repeated-sequence'; seq: number }

export interface StepContext {
  nowMs: number
  /** Random share in [0, 1) that spreads the retries of many screens. */
  jitter: number
}

export interface Step {
  state: ConnectionState
  effects: readonly ConnectionEffect[]
}

export const BACK_OFF_S = [1, 5, 5, 10, 10, 30] as const
/** Retries come up to this share later than the table says. */
export const JITTER_SHARE = 0.2
/** Longest time for a ticket, an open socket, a welcome or a snapshot. */
export const STEP_TIMEOUT_MS = 10_000
/** Frames or pings missed before a silent socket is taken for dead. */
export const HEARTBEATS_MISSED = 2.5
/** The back-off starts over only after the connection was good this long. */
export const STABLE_AFTER_MS = 10_000

export function initialState(nowMs: number, online = true): ConnectionState {
  return {
    phase: 'idle',
    attempt: 0,
    failures: 0,
    timer: 0,
    lastTimer: 0,
    hasSocket: false,
    online,
    sinceMs: nowMs,
    retryAtMs: null,
    liveSinceMs: null,
    lastFrameMs: nowMs,
    heartbeatMs: STEP_TIMEOUT_MS,
    epoch: null,
    lastSeq: 0,
    resumed: false,
    lostAtServerMs: null,
    lastServerMs: null,
    wasLive: false,
    reconnects: 0,
    refusal: null,
  }
}

const none: readonly ConnectionEffect[] = []

/** The next state and what to do about it. Pure: the same arguments give the same answer. */
export function step(state: ConnectionState, event: ConnectionEvent, context: StepContext): Step {
  if (state.phase === 'stopped' || state.phase === 'refused') {
    return event.type === 'stop' ? end(state, 'stopped', null, context) : { state, effects: none }
  }
  if ('attempt' in event && event.attempt !== state.attempt) return { state, effects: none }
  switch (event.type) {
    case 'start':
      return state.phase === 'idle' ? tryAgain(state, context) : { state, effects: none }
    case 'stop':
      return end(state, 'stopped', null, context)
    case 'online':
      return onOnline({ ...state, online: true }, context)
    case 'offline':
      return { state: { ...state, online: false }, effects: none }
    case 'timer':
      return event.timer === state.timer && state.timer !== 0 ? onTimer(state, context) : { state, effects: none }
    case 'ticket-ok':
      return onTicket(state, event.ticket)
    case 'ticket-failed':
      if (state.phase !== 'ticket') return { state, effects: none }
      return event.refusal === undefined ? fail(state, context) : end(state, 'refused', event.refusal, context)
    case 'socket-open':
      return onOpen(state, context)
    case 'socket-closed':
      return onClosed(state, event, context)
    case 'frame':
      return state.hasSocket
        ? { state: { ...state, lastFrameMs: context.nowMs }, effects: none }
        : { state, effects: none }
    case 'welcome':
      return onWelcome(state, event, context)
    case 'snapshot':
      return onSnapshot(state, event, context)
    case 'sequence':
      return onSequence(state, event, context)
    case 'bye':
      break
  }
  if (!state.hasSocket) return { state, effects: none }
  return event.final ? end(state, 'refused', event.reason, context) : fail(state, context)
}

function arm(state: ConnectionState, delayMs: number): { state: ConnectionState; effect: ConnectionEffect } {
  const timer = state.lastTimer + 1
  return { state: { ...state, timer, lastTimer: timer }, effect: { type: 'arm', timer, delayMs } }
}

function tryAgain(state: ConnectionState, context: StepContext): Step {
  const attempt = state.attempt + 1
  const armed = arm(
    { ...state, phase: 'ticket', attempt, retryAtMs: null, lastFrameMs: context.nowMs },
    STEP_TIMEOUT_MS,
  )
  return { state: armed.state, effects: [{ type: 'fetch-ticket', attempt }, armed.effect] }
}

/** Drops what there is of this try and schedules the next. */
function fail(state: ConnectionState, context: StepContext): Step {
  const stable = state.liveSinceMs !== null && context.nowMs - state.liveSinceMs >= STABLE_AFTER_MS
  const failures = stable ? 0 : state.failures
  const seconds = BACK_OFF_S[Math.min(failures, BACK_OFF_S.length - 1)] ?? 30
  const delayMs = seconds * 1000 * (1 + JITTER_SHARE * context.jitter)
  const armed = arm(
    {
      ...state,
      phase: 'waiting',
      // The number moves on, so that nothing of the dropped try is heard any more.
      attempt: state.attempt + 1,
      failures: failures + 1,
      hasSocket: false,
      retryAtMs: context.nowMs + delayMs,
      sinceMs: state.phase === 'live' ? context.nowMs : state.sinceMs,
      liveSinceMs: null,
      lostAtServerMs: state.phase === 'live' ? state.lastServerMs : state.lostAtServerMs,
    },
    delayMs,
  )
  return { state: armed.state, effects: [...closing(state), armed.effect] }
}

function end(state: ConnectionState, phase: 'stopped' | 'refused', refusal: string | null, context: StepContext): Step {
  const next: ConnectionState = {
    ...state,
    phase,
    attempt: state.attempt + 1,
    timer: 0,
    hasSocket: false,
    retryAtMs: null,
    liveSinceMs: null,
    sinceMs: context.nowMs,
    refusal,
  }
  return { state: next, effects: closing(state) }
}

function closing(state: ConnectionState): readonly ConnectionEffect[] {
  return state.hasSocket ? [{ type: 'close-socket', attempt: state.attempt }] : none
}

function onOnline(state: ConnectionState, context: StepContext): Step {
  // The network is back: no reason to wait for the rest of the pause.
  return state.phase === 'waiting' ? tryAgain(state, context) : { state, effects: none }
}

function onTimer(state: ConnectionState, context: StepContext): Step {
  if (state.phase === 'waiting') return tryAgain(state, context)
  if (state.phase !== 'live') return fail(state, context)
  const silentMs = context.nowMs - state.lastFrameMs
  const limitMs = HEARTBEATS_MISSED * state.heartbeatMs
  if (silentMs >= limitMs) return fail(state, context)
  // A clock that was set back would otherwise make the wait arbitrarily long.
  const armed = arm(
    silentMs < 0 ? { ...state, lastFrameMs: context.nowMs } : state,
    Math.min(limitMs, limitMs - silentMs),
  )
  return { state: armed.state, effects: [armed.effect] }
}

function onTicket(state: ConnectionState, ticket: string): Step {
  if (state.phase !== 'ticket') return { state, effects: none }
  const armed = arm({ ...state, phase: 'opening', hasSocket: true }, STEP_TIMEOUT_MS)
  return { state: armed.state, effects: [{ type: 'open-socket', attempt: state.attempt, ticket }, armed.effect] }
}

function onOpen(state: ConnectionState, context: StepContext): Step {
  if (state.phase !== 'opening') return { state, effects: none }
  const resume = state.epoch === null ? null : { epoch: state.epoch, lastSeq: state.lastSeq }
  const armed = arm({ ...state, phase: 'greeting', lastFrameMs: context.nowMs }, STEP_TIMEOUT_MS)
  return { state: armed.state, effects: [{ type: 'send-hello', attempt: state.attempt, resume }, armed.effect] }
}

function onClosed(state: ConnectionState, event: { code: number; reason: string }, context: StepContext): Step {
  if (!state.hasSocket) return { state, effects: none }
  const gone = { ...state, hasSocket: false }
  const refused = event.code === CLOSE.contractRefused || event.code === CLOSE.unknownPark
  return refused ? end(gone, 'refused', event.reason || `close code ${event.code}`, context) : fail(gone, context)
}

function onWelcome(state: ConnectionState, event: Welcome, context: StepContext): Step {
  if (state.phase !== 'greeting') return { state, effects: none }
  if (!event.compatible) return end(state, 'refused', `contract ${event.contract}`, context)
  const welcomed = { ...state, heartbeatMs: event.heartbeatMs, lastFrameMs: context.nowMs }
  const subscribe: ConnectionEffect = { type: 'subscribe', attempt: state.attempt }
  // A resume counts only in the same run of the server; anything else needs the snapshot.
  if (event.resumed && state.epoch !== null && event.epoch === state.epoch) {
    const live = goLive({ ...welcomed, resumed: true }, event.serverMs, true, context)
    return { state: live.state, effects: [subscribe, ...live.effects] }
  }
  const armed = arm({ ...welcomed, phase: 'syncing', epoch: null, resumed: false }, STEP_TIMEOUT_MS)
  return { state: armed.state, effects: [subscribe, armed.effect] }
}

function onSnapshot(
  state: ConnectionState,
  event: { epoch: string; seq: number; serverMs: number },
  context: StepContext,
): Step {
  if (state.phase !== 'syncing' && state.phase !== 'live') return { state, effects: none }
  const synced = { ...state, epoch: event.epoch, lastSeq: event.seq, lastServerMs: event.serverMs }
  if (state.phase === 'live') return { state: synced, effects: none }
  return goLive(synced, event.serverMs, false, context)
}

function goLive(state: ConnectionState, serverMs: number, replayed: boolean, context: StepContext): Step {
  const armed = arm(
    {
      ...state,
      phase: 'live',
      sinceMs: context.nowMs,
      liveSinceMs: context.nowMs,
      lastFrameMs: context.nowMs,
      reconnects: state.reconnects + (state.wasLive ? 1 : 0),
      wasLive: true,
      lostAtServerMs: null,
    },
    HEARTBEATS_MISSED * state.heartbeatMs,
  )
  if (state.lostAtServerMs === null) return { state: armed.state, effects: [armed.effect] }
  const gap = { type: 'gap', fromMs: state.lostAtServerMs, toMs: serverMs, replayed } as const
  return { state: armed.state, effects: [armed.effect, gap] }
}

function onSequence(state: ConnectionState, event: { seq: number; serverMs: number }, context: StepContext): Step {
  if (state.phase !== 'live') return { state, effects: none }
  if (event.seq <= state.lastSeq) return { state, effects: [{ type: 'repeated-sequence', seq: event.seq }] }
  if (event.seq > state.lastSeq + 1) {
    // Frames are missing. A new try asks the server to replay from the last one that is not; a server
    // that promised just that and left some out is asked for a snapshot instead.
    const failed = fail({ ...state, epoch: state.resumed ? null : state.epoch }, context)
    const lost = { type: 'lost-sequence', from: state.lastSeq + 1, to: event.seq - 1 } as const
    return { state: failed.state, effects: [lost, ...failed.effects] }
  }
  return { state: { ...state, lastSeq: event.seq, lastServerMs: event.serverMs }, effects: none }
}
