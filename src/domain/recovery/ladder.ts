/**
 * Why a page wants to be loaded anew: the server may have another version (`new-version`), a part of its code did not come
 * (`missing-part`: a browser remembers that for the life of the page, whatever the server has), its main thread did not
 * answer for long (`frozen`), it failed as a whole (`crash`), its map lost the graphics for good (`map-lost`), or
 * it is the quiet hour of a page that nobody looks after (`quiet-hour`).
 */
export type ReloadCause = 'new-version' | 'missing-part' | 'frozen' | 'crash' | 'map-lost' | 'quiet-hour'

/** What a wished reload waits for. */
export type WaitingFor = 'input' | 'alarms' | 'window' | 'server'

export interface Reload {
  atMs: number
  cause: ReloadCause
}

export interface Conditions {
  /** A form is open that has not been sent. */
  unsaved: boolean
  /** Nobody sits in front: a wall, a kiosk. */
  unattended: boolean
  /** An alarm waits for an acknowledgement. */
  unacknowledged: boolean
  /** The park's clock is in the hour that the configuration names for reloads. */
  quiet: boolean
}

/** The recovery ladder of one page. Times are milliseconds of one clock. */
export interface Ladder {
  openedMs: number
  conditions: Conditions
  /** The wished reload, null for none. */
  wish: Reload | null
  phase: 'waiting' | 'probing'
  /** Number of the running probe; answers to earlier ones are ignored. */
  probe: number
  probesFailed: number
  /** Earliest time of the next probe. */
  dueMs: number
  /** Reloads by this ladder, also by the pages before this one, oldest first. */
  reloads: readonly Reload[]
}

export type LadderEvent =
  | { type: 'wish'; cause: ReloadCause }
  | ({ type: 'conditions' } & Partial<Conditions>)
  | { type: 'tick' }
  | { type: 'probe-ok'; probe: number; newVersion: boolean }
  | { type: 'probe-failed'; probe: number }

export type LadderEffect = { type: 'probe'; probe: number } | { type: 'reload'; reload: Reload }

export interface LadderStep {
  state: Ladder
  effects: readonly LadderEffect[]
}

/** A page reloads itself at most once in this time, whatever happens. */
export const RELOAD_WINDOW_MS = 10 * 60_000
/** A page younger than this needs no reload for its age. */
export const QUIET_MIN_AGE_MS = 2 * 3_600_000
/** Reloads that are remembered. */
const KEPT = 10
const PROBE_PAUSES_MS = [5000, 10_000, 30_000, 60_000] as const
const NONE: readonly LadderEffect[] = []

export function startLadder(nowMs: number, reloads: readonly Reload[]): Ladder {
  return {
    openedMs: nowMs,
    conditions: { unsaved: false, unattended: false, unacknowledged: false, quiet: false },
    wish: null,
    phase: 'waiting',
    probe: 0,
    probesFailed: 0,
    dueMs: nowMs,
    reloads: reloads.slice(-KEPT),
  }
}

/** Whether a cause may reload this page at all: what somebody sits in front of is only reloaded for missing code. */
function mayWish(cause: ReloadCause, { unattended }: Conditions): boolean {
  return cause === 'new-version' || cause === 'missing-part' || unattended
}

/** What the wished reload waits for before the server is asked; null when nothing holds it but the server. */
function heldBy({ wish, conditions, reloads }: Ladder, nowMs: number): Exclude<WaitingFor, 'server'> | null {
  if (wish === null) return null
  if (conditions.unsaved) return 'input'
  if (wish.cause === 'quiet-hour' && conditions.unacknowledged) return 'alarms'
  // A reload in the future was made before the clock was set back; it must not hold the page for hours.
  const recent = reloads.some(({ atMs }) => atMs <= nowMs && nowMs - atMs < RELOAD_WINDOW_MS)
  return recent ? 'window' : null
}

/** What the wished reload waits for; null without a wish. */
export function waitingFor(ladder: Ladder, nowMs: number): WaitingFor | null {
  return ladder.wish === null ? null : (heldBy(ladder, nowMs) ?? 'server')
}

/** The next state and what to do about it. Pure: the same arguments give the same answer. */
export function stepLadder(state: Ladder, event: LadderEvent, nowMs: number): LadderStep {
  switch (event.type) {
    case 'wish':
      return isStronger(event.cause, state.wish) && mayWish(event.cause, state.conditions)
        ? { state: wished(state, event.cause, nowMs), effects: NONE }
        : { state, effects: NONE }
    case 'conditions': {
      const { type: _, ...changed } = event
      return { state: dropVain({ ...state, conditions: { ...state.conditions, ...changed } }), effects: NONE }
    }
    case 'tick':
      return onTick(state, nowMs)
    case 'probe-failed':
      return isCurrent(state, event.probe)
        ? { state: pause({ ...state, probesFailed: state.probesFailed + 1 }, nowMs), effects: NONE }
        : { state, effects: NONE }
    case 'probe-ok':
      break
  }
  return isCurrent(state, event.probe) ? onServerThere(state, event.newVersion, nowMs) : { state, effects: NONE }
}

/** The first wish stands, unless a page that only asked for a newer version turns out to miss a part. */
function isStronger(cause: ReloadCause, wish: Reload | null): boolean {
  return wish === null || (cause === 'missing-part' && wish.cause === 'new-version')
}

function wished(state: Ladder, cause: ReloadCause, nowMs: number): Ladder {
  return { ...state, wish: { cause, atMs: nowMs }, phase: 'waiting', probesFailed: 0, dueMs: nowMs }
}

/** Takes back a wish that has lost its reason: somebody is there, or the quiet hour is over. */
function dropVain(state: Ladder): Ladder {
  const { wish, conditions } = state
  if (wish === null) return state
  const vain = !mayWish(wish.cause, conditions) || (wish.cause === 'quiet-hour' && !conditions.quiet)
  return vain ? { ...state, wish: null, phase: 'waiting' } : state
}

function isCurrent(state: Ladder, probe: number): boolean {
  return state.phase === 'probing' && state.probe === probe
}

function pause(state: Ladder, nowMs: number): Ladder {
  const delayMs = PROBE_PAUSES_MS[Math.max(0, Math.min(state.probesFailed, PROBE_PAUSES_MS.length) - 1)] ?? 5000
  return { ...state, phase: 'waiting', dueMs: nowMs + delayMs }
}

function onTick(before: Ladder, nowMs: number): LadderStep {
  const { conditions, openedMs } = before
  const isOld = nowMs - openedMs >= QUIET_MIN_AGE_MS
  const wantsQuiet = before.wish === null && conditions.quiet && conditions.unattended && isOld
  const state = wantsQuiet ? wished(before, 'quiet-hour', nowMs) : before
  const isDue = nowMs >= state.dueMs || state.dueMs - nowMs > RELOAD_WINDOW_MS
  if (state.wish === null || state.phase === 'probing' || !isDue || heldBy(state, nowMs) !== null) {
    return { state, effects: NONE }
  }
  const probe = state.probe + 1
  return { state: { ...state, phase: 'probing', probe }, effects: [{ type: 'probe', probe }] }
}

function onServerThere(state: Ladder, newVersion: boolean, nowMs: number): LadderStep {
  const { wish } = state
  if (wish === null) return { state: { ...state, phase: 'waiting' }, effects: NONE }
  // Nothing is missing, and there is nothing newer.
  if (wish.cause === 'new-version' && !newVersion) {
    return { state: { ...state, wish: null, phase: 'waiting' }, effects: NONE }
  }
  // While the answer was on its way somebody may have begun to write, or an alarm may have come.
  if (heldBy(state, nowMs) !== null) return { state: pause({ ...state, probesFailed: 0 }, nowMs), effects: NONE }
  const reload: Reload = { cause: wish.cause, atMs: nowMs }
  return {
    state: { ...state, wish: null, phase: 'waiting', reloads: [...state.reloads, reload].slice(-KEPT) },
    effects: [{ type: 'reload', reload }],
  }
}
