import { CLOSE, type ClientFrame, type ServerFrame, clientFrameSchema, contractMajor } from '../src/contract/live.ts'
import { CONTRACT_VERSION } from '../src/contract/primitives.ts'
import { type Problem, problem } from '../src/contract/problem.ts'
import { FeedEncoder, type LiveEncoding, type LiveMessage } from './live-encoder.ts'
import type { FeedItem, ParkHost } from './park-host.ts'
import { ProblemError } from './problem-error.ts'
import { revokedError } from './wall-links.ts'
import type { WorldHost } from './world-host.ts'

export const HEARTBEAT_MS = 10_000
/** A client that has not said hello and subscribed within this time is sent away. */
const SUBSCRIBE_WITHIN_MS = 15_000

/** What a session needs from its socket; MSW's engine in the page and `ws` behind a port both offer it. */
export interface LiveTransport {
  send(message: LiveMessage): void
  close(code: number, reason: string): void
}

interface Joined {
  park: ParkHost
  encoding: LiveEncoding
  /** Items to replay before anything new, or null when a snapshot has to come first. */
  missed: FeedItem[] | null
}

/**
 * One client of the live channel, with no transport in it.
 *
 *   ticket → hello → welcome → subscribe → (missed frames | snapshot) → readings, events, pings
 *
 * Messages are worked off one after the other, so a client may send `subscribe` right behind `hello`.
 */
export class LiveSession {
  readonly #host: WorldHost
  readonly #transport: LiveTransport
  readonly #parkId: string | null
  #queue: Promise<void> = Promise.resolve()
  #joined: Joined | null = null
  #stopListening: (() => void) | null = null
  #endWatch: (() => void) | null = null
  #heartbeat: ReturnType<typeof setInterval> | null = null
  #patience: ReturnType<typeof setTimeout> | null = null
  #closed = false

  /** Opens a session for the ticket in the socket's address; a refused ticket ends it with `bye` and 4401. */
  constructor(host: WorldHost, transport: LiveTransport, ticket: string | null) {
    this.#host = host
    this.#transport = transport
    const admission = host.redeemTicket(ticket)
    this.#parkId = admission?.parkId ?? null
    if (this.#parkId === null) {
      const detail = 'the ticket is unknown, used or expired; ask for a new one'
      this.#refuse(CLOSE.ticketRefused, problem('unauthorized', 401, 'Ticket refused', { detail }))
      return
    }
    if (admission?.wallLinkId != null) {
      this.#endWatch = host.wallLinks.watch(admission.wallLinkId, () =>
        this.#refuse(CLOSE.ticketRefused, revokedError().problem),
      )
    }
    this.#patience = setTimeout(
      () => this.#refuse(CLOSE.contractRefused, problem('invalid-parameter', 400, 'Not subscribed in time')),
      SUBSCRIBE_WITHIN_MS,
    )
  }

  /** Takes one message of the client; the promise ends when it has been worked off. */
  receive(data: unknown): Promise<void> {
    this.#queue = this.#queue.then(() => this.#handle(data)).catch((error: unknown) => this.#refuseError(error))
    return this.#queue
  }

  /** Frees what the session holds. Call when the socket has closed, whoever closed it. */
  end(): void {
    this.#closed = true
    this.#stopListening?.()
    this.#stopListening = null
    this.#endWatch?.()
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat)
    if (this.#patience !== null) clearTimeout(this.#patience)
  }

  /** Says good-bye because the server stops. */
  shutDown(): void {
    this.#refuse(CLOSE.shuttingDown, problem('unavailable', 503, 'Server is stopping'))
  }

  async #handle(data: unknown): Promise<void> {
    if (this.#closed) return
    const frame = parseClientFrame(data)
    switch (frame.type) {
      case 'hello':
        return this.#welcome(frame)
      case 'subscribe':
        return this.#subscribe(frame.points)
      case 'pong':
        return
    }
  }

  async #welcome(hello: Extract<ClientFrame, { type: 'hello' }>): Promise<void> {
    if (contractMajor(hello.contract) !== contractMajor(CONTRACT_VERSION)) {
      const detail = `this server speaks contract ${CONTRACT_VERSION}, the client ${hello.contract}`
      const body = problem('unsupported-contract', 400, 'Contract not supported', { detail, field: 'contract' })
      return this.#refuse(CLOSE.contractRefused, body)
    }
    if (hello.parkId !== this.#parkId) {
      const detail = `the ticket was issued for another park than "${hello.parkId}"`
      return this.#refuse(CLOSE.unknownPark, problem('not-found', 404, 'Unknown park', { detail, field: 'parkId' }))
    }
    const park = await this.#host.park(hello.parkId)
    if (this.#closed) return
    const missed = hello.resume ? park.missedSince(hello.resume.epoch, hello.resume.lastSeq) : null
    // A resume that lets frames slip between hello and subscribe would not be one: collect them from here on.
    if (missed !== null) this.#listen(park, (item) => missed.push(item))
    this.#joined = { park, encoding: hello.encoding, missed }
    this.#host.keepTicking(park)
    this.#say({
      type: 'welcome',
      contract: CONTRACT_VERSION,
      epoch: park.epoch,
      time: this.#time(),
      resumed: missed !== null,
      heartbeatMs: HEARTBEAT_MS,
    })
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat)
    this.#heartbeat = setInterval(() => this.#say({ type: 'ping', time: this.#time() }), HEARTBEAT_MS)
  }

  #subscribe(points: 'all' | readonly string[]): void {
    const joined = this.#joined
    if (!joined) {
      const detail = 'subscribe before hello'
      return this.#refuse(CLOSE.contractRefused, problem('invalid-parameter', 400, 'Out of order', { detail }))
    }
    if (this.#patience !== null) clearTimeout(this.#patience)
    const { park, encoding, missed } = joined
    const order = points === 'all' ? null : knownIndices(park, points)
    const encoder = new FeedEncoder(encoding, order)
    if (missed === null) this.#say({ type: 'snapshot', ...park.snapshotNow(order ?? undefined) })
    else for (const item of missed) this.#transport.send(encoder.encode(item))
    joined.missed = null
    this.#listen(park, (item) => this.#transport.send(encoder.encode(item)))
  }

  #listen(park: ParkHost, listener: (item: FeedItem) => void): void {
    this.#stopListening?.()
    this.#stopListening = park.listen(listener)
  }

  #refuseError(error: unknown): void {
    const body = error instanceof ProblemError ? error.problem : problem('internal', 500, 'Internal error')
    this.#refuse(CLOSE.contractRefused, body)
  }

  #refuse(code: number, body: Problem): void {
    if (this.#closed) return
    this.#say({ type: 'bye', reason: body.title, problem: body })
    this.end()
    this.#transport.close(code, body.title)
  }

  #say(frame: ServerFrame): void {
    if (!this.#closed) this.#transport.send(JSON.stringify(frame))
  }

  #time(): string {
    return new Date(this.#host.nowMs()).toISOString()
  }
}

/** Dense order of a subscription: the client's own order; ids that the park does not know are left out. */
function knownIndices(park: ParkHost, points: readonly string[]): number[] {
  return [...new Set(points)].map((id) => park.indexOf.get(id)).filter((index) => index !== undefined)
}

function parseClientFrame(data: unknown): ClientFrame {
  const parsed = clientFrameSchema.safeParse(typeof data === 'string' ? readJson(data) : undefined)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ProblemError(
    problem('invalid-parameter', 400, 'Frame breaks the contract', {
      field: issue?.path.join('.') ?? '',
      detail: issue?.message ?? 'not a frame',
    }),
  )
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
