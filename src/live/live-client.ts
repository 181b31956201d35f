import { API_BASE } from '../contract/endpoint.ts'
import { LIVE_PATH } from '../contract/live.ts'
import { type ParkId, parkIdSchema } from '../contract/primitives.ts'
import type { Point } from '../contract/resources.ts'
import { JoinedList } from '../lib/joined-list.ts'
import { Listeners } from '../lib/listeners.ts'
import { type Rejection, RejectionLog } from '../lib/rejection-log.ts'
import { type Scheduler, createPageScheduler } from '../lib/scheduler.ts'
import { ConnectionSubject, type ConnectionView, type Gap, SKEW_LIMIT_MS, stateWord } from './connection-view.ts'
import type { ConnectionState } from './connection-machine.ts'
import { type DataHealth, DataHealthJudge, NO_HEALTH, isSameHealth } from './data-health.ts'
import { DisplayReadings } from './display-readings.ts'
import { DEFAULT_ENCODING, type Encoding } from './greeting.ts'
import { LiveStore } from './live-store.ts'
import { StillWatch } from './still-watch.ts'
import { openWebSocket } from './web-socket.ts'
import { type OpenSocket, SocketRunner, type TicketAnswer } from './socket-runner.ts'

/** The staleness tick: also what makes a dead socket go stale. */
const TICK_MS = 1000
const NONE: readonly Rejection[] = []

/** Asks the server for a ticket; `call` of the API fits. */
export type TicketCall = (
  name: 'liveTicket',
  options: { body: { parkId: string }; signal: AbortSignal },
) => Promise<{ ticket: string }>

export interface LiveOptions {
  parkId: string
  points: readonly Point[]
  /** Base address of the API as given to `configureApi`; empty for the page's own origin. */
  baseUrl: string
  call: TicketCall
  encoding?: Encoding
  /** Time for which the server says a lost source holds its value. */
  holdMs?: number
  /** Refusals of others (HTTP answers) to list in data health. */
  otherRejections?: () => readonly Rejection[]
  onEvent?: (name: string, data: Readonly<Record<string, unknown>>) => void
  scheduler?: Scheduler
  openSocket?: OpenSocket
  random?: () => number
  /** Where `online` and `offline` are heard; the window unless a test says otherwise. */
  network?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | null
}

/** Live data of one park: the store, what of it is on screen, and the connection that feeds it. */
export interface LiveClient {
  readonly parkId: ParkId
  readonly store: LiveStore
  readonly display: DisplayReadings
  readonly connection: ConnectionSubject
  /** The last gap in the live stream; `gapVersion` grows with each. */
  readonly gap: Gap | null
  readonly gapVersion: number
  readonly subscribeGap: (listener: () => void) => () => void
  /** Since when each point has sent the same number. */
  readonly still: StillWatch
  /** Data health as of the last publication; the same object until then. */
  readonly health: () => DataHealth
  readonly setFrozen: (frozen: boolean) => void
  readonly stop: () => void
}

/** Connects to the live channel of a park and keeps at it until stopped. */
export function startLive(options: LiveOptions): LiveClient {
  const scheduler = options.scheduler ?? createPageScheduler()
  const parkId = parkIdSchema.parse(options.parkId)
  const rejections = new RejectionLog()
  const store = new LiveStore(options.points, {
    scheduler,
    rejections,
    ...(options.holdMs === undefined ? {} : { holdMs: options.holdMs }),
  })
  const display = new DisplayReadings(store, scheduler)
  const still = new StillWatch(store)
  const gaps = new Listeners()
  let gap: Gap | null = null
  let gapVersion = 0
  let cancelTick: (() => void) | null = null
  let shownFirst = false

  const viewOf = (state: ConnectionState): ConnectionView => {
    const behindMs = store.serverNowMs - store.lastFrameMs
    const skewMs = Math.round(store.clock.offsetMs / 100) * 100 + 0
    return {
      state: stateWord(state),
      sinceMs: state.sinceMs,
      retryInMs: state.retryAtMs === null ? null : roundUp(state.retryAtMs - scheduler.now()),
      attempts: state.failures,
      behindMs: Number.isNaN(behindMs) ? null : Math.max(0, Math.floor(behindMs / 1000) * 1000),
      clockSkewMs: skewMs,
      isClockSkewed: !store.clock.isPaced && Math.abs(skewMs) > SKEW_LIMIT_MS,
      reconnects: state.reconnects,
      gapFilledMs: gap === null ? null : Math.max(0, gap.toMs - gap.fromMs),
      refusal: state.refusal,
    }
  }

  const runner = new SocketRunner({
    parkId,
    url: liveUrl(options.baseUrl),
    store,
    scheduler,
    encoding: options.encoding ?? DEFAULT_ENCODING,
    fetchTicket: (signal) => askForTicket(options.call, parkId, signal),
    openSocket: options.openSocket ?? openWebSocket,
    random: options.random ?? Math.random,
    online: isOnline(),
    onState(state) {
      connection.set(viewOf(state))
      // The very first values are shown at once, not with the next second.
      if (state.phase !== 'live' || shownFirst) return
      shownFirst = true
      display.publish()
    },
    onGap(next) {
      gap = next
      gapVersion += 1
      gaps.notify()
    },
    onEvent: options.onEvent ?? (() => {}),
  })
  const connection = new ConnectionSubject(viewOf(runner.state))

  const tick = (): void => {
    store.tick(store.serverNowMs)
    still.look()
    connection.set(viewOf(runner.state))
    display.tick()
    cancelTick = scheduler.after(TICK_MS, tick)
  }
  cancelTick = scheduler.after(TICK_MS, tick)

  const network = options.network === undefined ? pageNetwork() : options.network
  const onOnline = (): void => runner.dispatch({ type: 'online' })
  const onOffline = (): void => runner.dispatch({ type: 'offline' })
  network?.addEventListener('online', onOnline)
  network?.addEventListener('offline', onOffline)

  const judge = new DataHealthJudge(store)
  const joined = new JoinedList<Rejection>()
  let health = NO_HEALTH
  let healthTick = -1
  runner.dispatch({ type: 'start' })

  return {
    parkId,
    store,
    display,
    connection,
    get gap() {
      return gap
    },
    get gapVersion() {
      return gapVersion
    },
    subscribeGap: (listener) => gaps.add(listener),
    still,
    health() {
      if (healthTick === display.ticks) return health
      healthTick = display.ticks
      const next = judge.judge(joined.of(rejections.snapshot(), options.otherRejections?.() ?? NONE))
      if (!isSameHealth(health, next)) health = next
      return health
    },
    setFrozen(frozen) {
      store.setFrozen(frozen)
      display.setFrozen(frozen)
    },
    stop() {
      network?.removeEventListener('online', onOnline)
      network?.removeEventListener('offline', onOffline)
      cancelTick?.()
      display.stop()
      runner.dispatch({ type: 'stop' })
    },
  }
}

/** Address of the live channel on the server of the API. */
export function liveUrl(baseUrl: string, page = pageAddress()): string {
  const url = new URL(baseUrl === '' ? '/' : baseUrl, page)
  url.protocol = url.protocol === 'https:' || url.protocol === 'wss:' ? 'wss:' : 'ws:'
  const prefix = url.pathname.replace(/\/+$/, '')
  url.pathname = (prefix.endsWith(API_BASE) ? prefix.slice(0, -API_BASE.length) : prefix) + LIVE_PATH
  url.search = ''
  url.hash = ''
  return url.href
}

async function askForTicket(call: TicketCall, parkId: ParkId, signal: AbortSignal): Promise<TicketAnswer> {
  const answer = await call('liveTicket', { body: { parkId }, signal })
  return { ok: true, ticket: answer.ticket }
}

function roundUp(ms: number): number {
  return Math.max(0, Math.ceil(ms / 1000) * 1000)
}

function pageAddress(): string {
  return typeof location === 'undefined' ? 'http://localhost/' : location.href
}

function pageNetwork(): Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | null {
  return typeof window === 'undefined' ? null : window
}

function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine
}
