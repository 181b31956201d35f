import type { ParkId } from '../contract/primitives.ts'
import type { Scheduler } from '../lib/scheduler.ts'
import { type Encoding, SUBSCRIBE, hello, lineOf } from './greeting.ts'
import type { OpenSocket, Socket, SocketHandlers } from './socket-runner.ts'

export interface TalkOptions {
  /** Address of the channel with its ticket. */
  url: string
  parkId: ParkId
  encoding: Encoding
  open: OpenSocket
  scheduler: Pick<Scheduler, 'now'>
}

interface Heard {
  data: unknown
  atMs: number
}

/**
 * The first words of a live channel, said before anybody listens: a park's lists are still read while its snapshot is
 * on the way. Both lines go at once, for a server works them off in order. The connection takes the talk over where it
 * would have opened a socket. It says the same lines then, which are not sent twice, and hears what came in the
 * meantime, in order and with the time at which it came. Whoever says anything else closes the talk and tries again, as
 * after any lost line.
 */
export class TalkAhead {
  readonly #lines: readonly string[]
  readonly #heard: Heard[] = []
  readonly #socket: Socket
  readonly #now: () => number
  #handlers: SocketHandlers | null = null
  #isOpen = false
  #isOver = false
  #hasToldFirst = false
  #closed: { code: number; reason: string } | null = null
  /** Lines that the one who took over has said. */
  #said = 0
  #tellBegun: () => void = () => undefined
  /** Resolves when the first lines are on their way, or never will be. */
  readonly begun = new Promise<void>((resolve) => {
    this.#tellBegun = resolve
  })
  #answers = 0
  #tellAnswered: () => void = () => undefined
  /** Resolves when all first lines have been answered, the last with the snapshot, or never will be. */
  readonly answered = new Promise<void>((resolve) => {
    this.#tellAnswered = resolve
  })

  /** Throws what opening a socket throws. */
  constructor({ url, parkId, encoding, open, scheduler }: TalkOptions) {
    this.#lines = [lineOf(hello(parkId, encoding, null)), lineOf(SUBSCRIBE)]
    this.#now = () => scheduler.now()
    this.#socket = open(url, {
      onOpen: () => this.#onOpen(),
      onMessage: (data) => this.#onMessage(data),
      onClose: (code, reason) => this.#onClose(code, reason),
    })
  }

  /** Gives the talk to a connection, once. Nothing is told before this has returned. */
  take(handlers: SocketHandlers): Socket {
    queueMicrotask(() => {
      if (this.#isOver) return
      this.#handlers = handlers
      if (this.#isOpen) handlers.onOpen()
      this.#tell()
      if (this.#closed) handlers.onClose(this.#closed.code, this.#closed.reason)
    })
    return { send: (text) => this.#send(text), close: () => this.close() }
  }

  /** Ends the talk; nobody hears of it. */
  close(): void {
    this.#isOver = true
    this.#tellEnded()
    this.#handlers = null
    this.#heard.length = 0
    this.#socket.close()
  }

  #onOpen(): void {
    this.#isOpen = true
    for (const line of this.#lines) this.#socket.send(line)
    this.#tellBegun()
    this.#handlers?.onOpen()
  }

  #onMessage(data: unknown): void {
    this.#heard.push({ data, atMs: this.#now() })
    this.#answers += 1
    if (this.#answers === this.#lines.length) this.#tellAnswered()
    this.#tell()
  }

  #onClose(code: number, reason: string): void {
    this.#closed = { code, reason }
    this.#tellEnded()
    this.#handlers?.onClose(code, reason)
  }

  /** Nobody waits for a talk that is over. */
  #tellEnded(): void {
    this.#tellBegun()
    this.#tellAnswered()
  }

  #send(text: string): void {
    const line = this.#lines[this.#said]
    if (line === undefined) return this.#socket.send(text)
    if (line !== text) {
      const handlers = this.#handlers
      this.close()
      handlers?.onClose(1006, 'another first line')
      return
    }
    this.#said += 1
    this.#tell()
  }

  /** The answer to the first line when that has been said, everything else after the second. */
  #tell(): void {
    while (this.#handlers !== null && this.#said > 0 && this.#heard.length > 0) {
      if (this.#said < this.#lines.length && this.#hasToldFirst) return
      this.#hasToldFirst = true
      const next = this.#heard.shift()
      if (next) this.#handlers.onMessage(next.data, next.atMs)
    }
  }
}
