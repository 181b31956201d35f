import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { encodeReadings } from '../../src/contract/readings-frame.ts'
import { type Point, pointSchema } from '../../src/contract/resources.ts'
import type { OpenSocket, SocketHandlers } from '../../src/live/socket-runner.ts'
import type { FakeScheduler } from './fake-scheduler.ts'

export const START_MS = Date.parse('2026-11-20T07:32:07Z')

/** A plain point; only what the live path looks at matters. */
export function makePoint(id: string, overrides: { periodMs?: number; gatewayId?: string | null } = {}): Point {
  return pointSchema.parse({
    id,
    assetId: id.split('.')[0],
    kind: 'flow',
    stream: 'water',
    unit: 'm3/h',
    periodMs: 5000,
    range: [0, 100],
    decimals: 1,
    limits: [],
    gatewayId: null,
    ...overrides,
  })
}

export interface Row {
  index: number
  value: number
  offsetMs?: number
  quality?: number
}

/** A readings frame as bytes. */
export function bytesOf(seq: number, t: number, rows: readonly Row[]): ArrayBuffer {
  const frame = {
    seq,
    t,
    indices: Uint32Array.from(rows, ({ index }) => index),
    values: Float64Array.from(rows, ({ value }) => value),
    timeOffsetsMs: Int32Array.from(rows, ({ offsetMs }) => offsetMs ?? 0),
    quality: Uint8Array.from(rows, ({ quality }) => quality ?? QUALITY_BYTE.Good),
  }
  return encodeReadings(frame, rows.length)
}

/** The other end of the socket: answers hello and subscribe, ticks once a second, can fall silent or away. */
export class FakeServer {
  readonly #scheduler: FakeScheduler
  readonly points: readonly Point[]
  epoch = 'run-1'
  seq = 10
  /** Server clock minus true time. */
  skewMs = 0
  /** Whether a resume is granted when nothing that was missed is lost. */
  canResume = false
  refuseTickets = false
  reachable = true
  /** Takes connections but says nothing any more: a half-open socket. */
  silent = false
  /** Whether it sends a frame each second by itself. */
  ticking = true
  heartbeatMs = 4000
  contract = '1.0'
  tickets = 0
  opened = 0
  hellos: unknown[] = []
  readonly log: ArrayBuffer[] = []
  #handlers: SocketHandlers | null = null

  constructor(scheduler: FakeScheduler, points: readonly Point[]) {
    this.#scheduler = scheduler
    this.points = points
    const tick = (): void => {
      if (this.ticking) this.tick()
      scheduler.after(1000, tick)
    }
    scheduler.after(1000, tick)
  }

  get nowMs(): number {
    return this.#scheduler.trueMs + this.skewMs
  }

  get connected(): boolean {
    return this.#handlers !== null
  }

  fetchTicket = (): Promise<{ ticket: string }> => {
    this.tickets += 1
    return this.refuseTickets || !this.reachable
      ? Promise.reject(new Error('no ticket'))
      : Promise.resolve({ ticket: `ticket-${this.tickets}` })
  }

  openSocket: OpenSocket = (_url, handlers) => {
    this.opened += 1
    if (!this.reachable) {
      this.#scheduler.after(5, () => handlers.onClose(1006, ''))
      return { send: () => {}, close: () => {} }
    }
    if (this.#handlers !== null) throw new Error('a second socket')
    this.#handlers = handlers
    this.#scheduler.after(5, () => handlers.onOpen())
    return {
      send: (text) => this.#receive(text),
      close: () => {
        if (this.#handlers === handlers) this.#handlers = null
      },
    }
  }

  /** Cuts the line so that both ends notice. */
  drop(code = 1006, reason = ''): void {
    const handlers = this.#handlers
    this.#handlers = null
    handlers?.onClose(code, reason)
  }

  send(data: unknown): void {
    if (!this.silent)
      this.#handlers?.onMessage(typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data))
  }

  /** One second of the park: every point has a new value, its own second of true time. */
  tick(): void {
    this.frame(this.points.map((_, index) => ({ index, value: this.valueNow() })))
  }

  frame(rows: readonly Row[]): void {
    this.seq += 1
    const bytes = bytesOf(this.seq, this.nowMs, rows)
    this.log.push(bytes)
    this.send(bytes)
  }

  valueNow(): number {
    return Math.round((this.#scheduler.trueMs - START_MS) / 1000)
  }

  snapshot(): object {
    return {
      type: 'snapshot',
      parkId: 'bau-bang',
      epoch: this.epoch,
      seq: this.seq,
      time: new Date(this.nowMs).toISOString(),
      points: this.points.map(({ id }) => id),
      values: this.points.map(() => this.valueNow()),
      timeOffsetsMs: this.points.map(() => 0),
      qualities: this.points.map(() => QUALITY_BYTE.Good),
    }
  }

  #receive(text: string): void {
    const frame: { type: string; resume?: { epoch: string; lastSeq: number } } = JSON.parse(text)
    if (frame.type === 'hello') {
      this.hellos.push(frame)
      const resumed = this.canResume && frame.resume?.epoch === this.epoch
      this.send({
        type: 'welcome',
        contract: this.contract,
        epoch: this.epoch,
        time: new Date(this.nowMs).toISOString(),
        resumed,
        heartbeatMs: this.heartbeatMs,
      })
      this.#missed = resumed ? this.log.slice(this.log.length - (this.seq - (frame.resume?.lastSeq ?? 0))) : null
    }
    if (frame.type !== 'subscribe') return
    if (this.#missed === null) this.send(this.snapshot())
    else for (const bytes of this.#missed) this.send(bytes)
  }

  #missed: ArrayBuffer[] | null = null
}
