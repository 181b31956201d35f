import { type ClientFrame, contractMajor } from '../contract/live.ts'
import { CONTRACT_VERSION, type ParkId } from '../contract/primitives.ts'
import type { Scheduler } from '../lib/scheduler.ts'
import {
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionState,
  initialState,
  step,
} from './connection-machine.ts'
import type { Gap } from './connection-view.ts'
import { type Encoding, SUBSCRIBE, hello, lineOf } from './greeting.ts'
import type { LiveStore } from './live-store.ts'
import { type ServerMessage, parseMessage } from './parse-message.ts'

/** What a socket tells the runner. */
export interface SocketHandlers {
  onOpen: () => void
  /** `atMs` is when it came, by the scheduler's clock, where that is not now. */
  onMessage: (data: unknown, atMs?: number) => void
  onClose: (code: number, reason: string) => void
}

/** What the runner needs of a socket. After `close` no handler is called any more. */
export interface Socket {
  send: (text: string) => void
  close: () => void
}

export type OpenSocket = (url: string, handlers: SocketHandlers) => Socket

/** Answer of the ticket office; `refusal` when asking again is pointless. */
export type TicketAnswer = { ok: true; ticket: string } | { ok: false; refusal?: string }

export interface SocketRunnerOptions {
  parkId: ParkId
  url: string
  store: LiveStore
  scheduler: Scheduler
  encoding: Encoding
  fetchTicket: (signal: AbortSignal) => Promise<TicketAnswer>
  openSocket: OpenSocket
  random: () => number
  online: boolean
  onState: (state: ConnectionState) => void
  onGap: (gap: Gap) => void
  onEvent: (name: string, data: Readonly<Record<string, unknown>>) => void
}

/** Carries out what the connection machine decides: ticket, socket, timers, frames into the store. */
export class SocketRunner {
  readonly #options: SocketRunnerOptions
  #state: ConnectionState
  #socket: Socket | null = null
  #ticketRequest: AbortController | null = null
  #cancelTimer: (() => void) | null = null
  readonly #tasks: (() => void)[] = []
  #isWorking = false

  constructor(options: SocketRunnerOptions) {
    this.#options = options
    this.#state = initialState(options.scheduler.now(), options.online)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Feeds one event to the machine and carries out its effects. */
  dispatch(event: ConnectionEvent): void {
    this.#work(() => this.#step(event))
  }

  /** Works tasks off one after the other: a socket that answers at once must not cut into a running step. */
  #work(task: () => void): void {
    this.#tasks.push(task)
    if (this.#isWorking) return
    this.#isWorking = true
    try {
      for (let next = this.#tasks.shift(); next !== undefined; next = this.#tasks.shift()) next()
    } finally {
      this.#isWorking = false
    }
  }

  #step(event: ConnectionEvent): void {
    const { scheduler, random, onState } = this.#options
    const before = this.#state
    const { state, effects } = step(before, event, { nowMs: scheduler.now(), jitter: random() })
    if (state === before && effects.length === 0) return
    this.#state = state
    if (state.timer !== before.timer) this.#dropTimer()
    if (state.phase !== 'ticket') this.#dropTicketRequest()
    for (const effect of effects) this.#carryOut(effect)
    if (state.phase !== before.phase || state.online !== before.online) onState(state)
  }

  #carryOut(effect: ConnectionEffect): void {
    const { store, scheduler } = this.#options
    switch (effect.type) {
      case 'fetch-ticket':
        void this.#askForTicket(effect.attempt)
        return
      case 'open-socket':
        this.#open(effect.attempt, effect.ticket)
        return
      case 'close-socket':
        this.#close()
        return
      case 'send-hello':
        this.#send(hello(this.#options.parkId, this.#options.encoding, effect.resume))
        return
      case 'subscribe':
        this.#send(SUBSCRIBE)
        return
      case 'arm':
        this.#dropTimer()
        this.#cancelTimer = scheduler.after(effect.delayMs, () => this.dispatch({ type: 'timer', timer: effect.timer }))
        return
      case 'gap':
        this.#options.onGap({ fromMs: effect.fromMs, toMs: effect.toMs, replayed: effect.replayed })
        return
      case 'lost-sequence':
        store.rejections.add('lost-sequence', effect.to - effect.from + 1, () => `${effect.from} to ${effect.to}`)
        return
      case 'repeated-sequence':
        store.rejections.add('repeated-sequence', 1, () => `sequence ${effect.seq}, held ${this.#state.lastSeq}`)
    }
  }

  async #askForTicket(attempt: number): Promise<void> {
    this.#dropTicketRequest()
    const request = new AbortController()
    this.#ticketRequest = request
    let answer: TicketAnswer
    try {
      answer = await this.#options.fetchTicket(request.signal)
    } catch {
      answer = { ok: false }
    }
    if (request.signal.aborted) return
    if (answer.ok) this.dispatch({ type: 'ticket-ok', attempt, ticket: answer.ticket })
    else this.dispatch({ type: 'ticket-failed', attempt, refusal: answer.refusal })
  }

  #open(attempt: number, ticket: string): void {
    let socket: Socket
    try {
      socket = this.#options.openSocket(withTicket(this.#options.url, ticket), {
        onOpen: () => this.dispatch({ type: 'socket-open', attempt }),
        onMessage: (data, atMs = this.#options.scheduler.now()) => this.#work(() => this.#receive(attempt, data, atMs)),
        onClose: (code, reason) => this.dispatch({ type: 'socket-closed', attempt, code, reason }),
      })
    } catch (error) {
      this.dispatch({ type: 'socket-closed', attempt, code: 1006, reason: String(error) })
      return
    }
    this.#socket = socket
  }

  #close(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  #send(frame: ClientFrame): void {
    try {
      this.#socket?.send(lineOf(frame))
    } catch {
      // A socket that closes under our hands says so by its close event.
    }
  }

  #receive(attempt: number, data: unknown, atMs: number): void {
    // What an earlier try still sends is not ours any more.
    if (attempt !== this.#state.attempt) return
    this.#step({ type: 'frame', attempt })
    const parsed = parseMessage(data)
    if (parsed.ok) this.#take(attempt, parsed.message, atMs)
    else this.#options.store.rejections.add(parsed.reason, 1, () => parsed.sample)
  }

  #take(attempt: number, message: ServerMessage, atMs: number): void {
    const { store, parkId, onEvent } = this.#options
    switch (message.type) {
      case 'columns': {
        const { frame } = message
        const { phase, lastSeq } = this.#state
        // Readings mean nothing before the snapshot has agreed their indices.
        if (phase !== 'live') return store.rejections.add('early-frame', 1, () => `sequence ${frame.seq}`)
        this.#step({ type: 'sequence', attempt, seq: frame.seq, serverMs: frame.t })
        if (frame.seq > lastSeq) store.applyFrame(frame, atMs)
        return
      }
      case 'snapshot':
        if (message.parkId !== parkId) return store.rejections.add('other-park', 1, () => message.parkId)
        if (!store.applySnapshot(message, atMs)) return
        this.#step({
          type: 'snapshot',
          attempt,
          epoch: message.epoch,
          seq: message.seq,
          serverMs: Date.parse(message.time),
        })
        return
      case 'welcome':
        this.#step({
          type: 'welcome',
          attempt,
          epoch: message.epoch,
          resumed: message.resumed,
          heartbeatMs: message.heartbeatMs,
          contract: message.contract,
          compatible: contractMajor(message.contract) === contractMajor(CONTRACT_VERSION),
          serverMs: Date.parse(message.time),
        })
        return
      case 'event':
        this.#step({ type: 'sequence', attempt, seq: message.seq, serverMs: Date.parse(message.time) })
        onEvent(message.name, message.data)
        return
      case 'ping':
        this.#send({ type: 'pong', time: message.time })
        return
      case 'bye':
        this.#step({
          type: 'bye',
          attempt,
          reason: message.problem?.title ?? message.reason,
          final: isFinal(message),
        })
    }
  }

  #dropTimer(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #dropTicketRequest(): void {
    this.#ticketRequest?.abort()
    this.#ticketRequest = null
  }
}

/** Address of the channel for one ticket. */
export function withTicket(channel: string, ticket: string): string {
  const url = new URL(channel)
  url.searchParams.set('ticket', ticket)
  return url.href
}

/** Whether a goodbye means that this client will never be served. */
function isFinal(bye: { problem?: { type: string; status: number } | undefined }): boolean {
  return bye.problem?.type.endsWith('/unsupported-contract') === true || bye.problem?.status === 404
}
