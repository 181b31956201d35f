import { Listeners } from '../lib/listeners.ts'
import type { ConnectionState } from './connection-machine.ts'

/** The connection as an operator sees it. Times of day are local milliseconds of this machine. */
export interface ConnectionView {
  state: 'connecting' | 'live' | 'reconnecting' | 'offline'
  sinceMs: number
  /** Milliseconds to the next try, null when none is scheduled. */
  retryInMs: number | null
  attempts: number
  /** How far the newest frame lies behind the server's time now; null before the first. */
  behindMs: number | null
  /** Server clock minus this machine's clock. */
  clockSkewMs: number
  /** The skew is large enough (2 s) to tell the operator. */
  isClockSkewed: boolean
  reconnects: number
  /** Length of the last gap that was closed after a loss; null when there was none. */
  gapFilledMs: number | null
  /** Why the connection ended for good, null otherwise. */
  refusal: string | null
}

/** Before anything was heard of a server, and where there is none to speak of. */
export const NOT_CONNECTED: ConnectionView = {
  state: 'connecting',
  sinceMs: 0,
  retryInMs: null,
  attempts: 0,
  behindMs: null,
  clockSkewMs: 0,
  isClockSkewed: false,
  reconnects: 0,
  gapFilledMs: null,
  refusal: null,
}

export interface Gap {
  /** Server times between which no live frame arrived. */
  fromMs: number
  toMs: number
  /** True when the server replayed the missed frames; history is asked either way. */
  replayed: boolean
}

export const SKEW_LIMIT_MS = 2000

/** Word for the state of the machine. */
export function stateWord(state: ConnectionState): ConnectionView['state'] {
  if (state.phase === 'live') return 'live'
  if (state.phase === 'refused' || state.phase === 'stopped' || !state.online) return 'offline'
  return state.wasLive || state.failures > 0 ? 'reconnecting' : 'connecting'
}

/** View of the connection that is replaced only when something in it changed. */
export class ConnectionSubject {
  #view: ConnectionView
  readonly #listeners = new Listeners()

  constructor(view: ConnectionView) {
    this.#view = view
  }

  get = (): ConnectionView => this.#view

  subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener)

  set(view: ConnectionView): void {
    if (isSameView(this.#view, view)) return
    this.#view = view
    this.#listeners.notify()
  }
}

function isSameView(a: ConnectionView, b: ConnectionView): boolean {
  return (
    a.state === b.state &&
    a.sinceMs === b.sinceMs &&
    a.retryInMs === b.retryInMs &&
    a.attempts === b.attempts &&
    a.behindMs === b.behindMs &&
    a.clockSkewMs === b.clockSkewMs &&
    a.reconnects === b.reconnects &&
    a.gapFilledMs === b.gapFilledMs &&
    a.refusal === b.refusal
  )
}
