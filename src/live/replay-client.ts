import { HttpError } from '../api/errors.ts'
import type { Recording, Snapshot } from '../contract/readings.ts'
import type { ReadingsFrame } from '../contract/readings-frame.ts'
import { type ParkId, parkIdSchema } from '../contract/primitives.ts'
import type { Point } from '../contract/resources.ts'
import {
  type LeaveReason,
  type PlayerEffect,
  type PlayerEvent,
  type PlayerState,
  type ReplayFault,
  idlePlayer,
  stepPlayer,
} from '../domain/replay/player.ts'
import { JoinedList } from '../lib/joined-list.ts'
import { Listeners } from '../lib/listeners.ts'
import { type Rejection, RejectionLog } from '../lib/rejection-log.ts'
import { type Scheduler, createPageScheduler } from '../lib/scheduler.ts'
import { ConnectionSubject, type ConnectionView, NOT_CONNECTED } from './connection-view.ts'
import { type DataHealth, DataHealthJudge, NO_HEALTH, isSameHealth } from './data-health.ts'
import { DisplayReadings } from './display-readings.ts'
import type { LiveClient } from './live-client.ts'
import { LiveStore } from './live-store.ts'
import { ReplayClock } from './replay-clock.ts'
import { framesOf } from './replay-frames.ts'
import { StillWatch } from './still-watch.ts'

const TICK_MS = 1000
/** While it plays, pages take a new end of their charts at most so often. */
const PAGE_INTERVAL_MS = 5000
const NONE: readonly Rejection[] = []

/** What a replay asks the server. */
export interface ReplaySource {
  stateAt: (atMs: number, signal: AbortSignal) => Promise<Snapshot>
  frames: (range: { fromMs: number; stepMs: number; count: number }, signal: AbortSignal) => Promise<Recording>
}

export interface ReplayOptions {
  parkId: string
  points: readonly Point[]
  atMs: number
  source: ReplaySource
  /** Server time now, null while it is not known. */
  liveNowMs: () => number | null
  /** The replay has come to its end: the screen should be live again. */
  onLive: (why: LeaveReason) => void
  /** An instant is on screen. */
  onShown?: (atMs: number, playing: boolean) => void
  otherRejections?: () => readonly Rejection[]
  scheduler?: Scheduler
}

/** A live client whose readings come from history, with the player that moves it. */
export interface ReplayClient extends LiveClient {
  readonly player: { get: () => PlayerState; subscribe: (listener: () => void) => () => void }
  readonly send: (event: PlayerEvent) => void
}

function viewOf({ phase, fault }: PlayerState, shown: boolean): ConnectionView {
  const state = !shown && phase === 'seeking' ? 'connecting' : fault === 'failed' ? 'offline' : 'live'
  return { ...NOT_CONNECTED, state }
}

/** Opens a park's past at an instant. Everything on screen follows from what the server has kept. */
export function startReplay(options: ReplayOptions): ReplayClient {
  return new Replay(options)
}

class Replay implements ReplayClient {
  readonly parkId: ParkId
  readonly store: LiveStore
  readonly display: DisplayReadings
  readonly connection: ConnectionSubject
  /** Jumps and speeds of a replay say nothing about an instrument: nothing is watched. */
  readonly still: StillWatch
  readonly gap = null
  readonly gapVersion = 0
  readonly #options: ReplayOptions
  readonly #scheduler: Scheduler
  readonly #rejections = new RejectionLog()
  readonly #joined = new JoinedList<Rejection>()
  readonly #judge: DataHealthJudge
  readonly #listeners = new Listeners()
  readonly #frames = new Map<number, ReadingsFrame>()
  readonly #clock: ReplayClock
  #state: PlayerState = idlePlayer()
  #snapshot: Snapshot | null = null
  /** Points in the order in which the last state listed them. */
  #order: readonly string[] = []
  #seekRequest: AbortController | null = null
  #windowRequest: AbortController | null = null
  #cancelTick: (() => void) | null = null
  #seq = 0
  #shown = false
  #stopped = false
  #health: DataHealth = NO_HEALTH
  #healthTick = -1

  constructor(options: ReplayOptions) {
    this.#options = options
    this.#scheduler = options.scheduler ?? createPageScheduler()
    this.parkId = parkIdSchema.parse(options.parkId)
    this.#clock = new ReplayClock(options.atMs)
    this.store = new LiveStore(options.points, {
      scheduler: this.#scheduler,
      rejections: this.#rejections,
      clock: this.#clock,
    })
    this.display = new DisplayReadings(this.store, this.#scheduler, false)
    this.#judge = new DataHealthJudge(this.store)
    this.still = new StillWatch(this.store)
    this.connection = new ConnectionSubject(viewOf(this.#state, false))
    this.send({ type: 'seek', atMs: options.atMs })
  }

  readonly player = {
    get: (): PlayerState => this.#state,
    subscribe: (listener: () => void): (() => void) => this.#listeners.add(listener),
  }

  readonly subscribeGap = (): (() => void) => () => undefined

  readonly setFrozen = (): void => undefined

  readonly health = (): DataHealth => {
    if (this.#healthTick === this.display.ticks) return this.#health
    this.#healthTick = this.display.ticks
    const others = this.#options.otherRejections?.() ?? NONE
    const next = this.#judge.judge(this.#joined.of(this.#rejections.snapshot(), others))
    if (!isSameHealth(this.#health, next)) this.#health = next
    return this.#health
  }

  readonly send = (event: PlayerEvent): void => {
    if (this.#stopped) return
    const before = this.#state
    const { state, effects } = stepPlayer(before, event, this.#options.liveNowMs())
    this.#state = state
    this.display.pageIntervalMs = state.playing ? PAGE_INTERVAL_MS : 0
    // What pages held back while it played is theirs as soon as it stands.
    if (before.playing && !state.playing) this.display.publish()
    for (const effect of effects) this.#carryOut(effect)
    if (state.playing !== before.playing) this.#setTicking(state.playing)
    this.connection.set(viewOf(this.#state, this.#shown))
    if (state !== before) this.#listeners.notify()
  }

  readonly stop = (): void => {
    this.#stopped = true
    this.#seekRequest?.abort()
    this.#windowRequest?.abort()
    this.#setTicking(false)
    this.display.stop()
  }

  #carryOut(effect: PlayerEffect): void {
    switch (effect.type) {
      case 'ask-state':
        void this.#askState(effect.ask, effect.atMs)
        return
      case 'ask-frames':
        void this.#askFrames(effect)
        return
      case 'show-state':
        if (this.#snapshot === null) return
        this.store.clear()
        this.store.applySnapshot(this.#snapshot, this.#scheduler.now())
        this.#order = this.#snapshot.points
        this.#snapshot = null
        this.#show(effect.atMs)
        return
      case 'show-frame': {
        const frame = this.#frames.get(effect.atMs)
        this.#frames.delete(effect.atMs)
        if (frame) this.store.applyFrame(frame, this.#scheduler.now())
        this.#show(effect.atMs)
        return
      }
      case 'show-nothing':
        this.store.clear()
        this.#show(effect.atMs)
        return
      case 'drop-frames':
        this.#windowRequest?.abort()
        this.#frames.clear()
        return
      case 'go-live':
        this.#options.onLive(effect.why)
    }
  }

  #show(atMs: number): void {
    this.#clock.atMs = atMs
    this.#shown = true
    this.store.tick(atMs)
    this.display.publish()
    this.#options.onShown?.(atMs, this.#state.playing)
  }

  async #askState(ask: number, atMs: number): Promise<void> {
    this.#seekRequest?.abort()
    const request = new AbortController()
    this.#seekRequest = request
    try {
      const snapshot = await this.#options.source.stateAt(atMs, request.signal)
      if (request.signal.aborted) return
      this.#snapshot = snapshot
      this.send({ type: 'state-arrived', ask })
    } catch (error) {
      if (!request.signal.aborted) this.send({ type: 'state-failed', ask, why: faultOf(error) })
    }
  }

  async #askFrames(effect: Extract<PlayerEffect, { type: 'ask-frames' }>): Promise<void> {
    const { ask, fromMs } = effect
    const request = new AbortController()
    this.#windowRequest = request
    try {
      const recording = await this.#options.source.frames(effect, request.signal)
      if (request.signal.aborted) return
      let toMs = fromMs
      // Indices on the wire are those of the snapshot only where both list the points alike.
      if (this.#agrees(recording)) {
        for (const frame of framesOf(recording, this.#seq)) {
          // The first frame is what is on hand already.
          if (frame.t !== toMs + effect.stepMs) continue
          toMs = frame.t
          this.#frames.set(frame.t, frame)
        }
        this.#seq += recording.frames.length
      }
      this.send({ type: 'frames-arrived', ask, toMs })
    } catch {
      if (!request.signal.aborted) this.send({ type: 'frames-failed', ask })
    }
  }

  /** The store maps wire indices by the last snapshot; a recording that lists other points can't be played on it. */
  #agrees({ points }: Recording): boolean {
    const known = this.#order
    const fits = points.length === known.length && points.every((id, k) => id === known[k])
    if (!fits) this.#rejections.add('snapshot-columns', 1, () => `recording of ${points.length} points`)
    return fits
  }

  #setTicking(on: boolean): void {
    this.#cancelTick?.()
    this.#cancelTick = null
    if (!on || this.#stopped) return
    const tick = (): void => {
      this.#cancelTick = this.#scheduler.after(TICK_MS, tick)
      this.send({ type: 'tick' })
    }
    this.#cancelTick = this.#scheduler.after(TICK_MS, tick)
  }
}

function faultOf(error: unknown): 'future' | ReplayFault {
  if (!(error instanceof HttpError)) return 'failed'
  if (error.problem?.type.endsWith('/not-kept')) return 'not-kept'
  return error.status === 400 && error.problem?.field === 'at' ? 'future' : 'failed'
}
