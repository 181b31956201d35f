import { problem } from '../src/contract/problem.ts'
import { BackgroundLane } from './background-lane.ts'
import { ParkHost } from './park-host.ts'
import type { ParkFiles } from './park/park-model.ts'
import { ProblemError, notFound } from './problem-error.ts'
import type { ScenarioId, World, WorldOptions } from './sim/world.ts'

const TICKET_LIFE_MS = 30_000
const MAX_TICKETS = 1000
/** The page draws its first picture before slow points are worked out. */
const WARM_AFTER_MS = 1500

export interface WorldHostOptions {
  parkIds: readonly string[]
  openPark: (parkId: string) => ParkFiles
  createWorld: (options: WorldOptions) => World
  seed: number
  scenario: ScenarioId
  /** Server time in epoch milliseconds. The entry points pass the wall clock, tests a clock of their own. */
  clock: () => number
  /** Unguessable text for tickets and the epoch; random in the entry points, counted in tests. */
  randomId: () => string
  /** Parse every answer with its own schema (tests and development). */
  checkAnswers: boolean
  /** Real milliseconds between live frames. */
  tickMs?: number
  /**
   * The host shares its thread with a screen: history runs in slices behind everything else, and slow points are left
   * out of the first snapshot and worked out a little later.
   */
  polite?: boolean
  /** How much faster than real time `clock` runs (soak tests). */
  speed?: number
}

interface Ticket {
  parkId: string
  expiresMs: number
}

/** Everything that a run of the mock backend owns: parks, worlds, clock, epoch, sequences and tickets. */
export class WorldHost {
  readonly parkIds: readonly string[]
  readonly epoch: string
  readonly checkAnswers: boolean
  readonly lane: BackgroundLane
  readonly #options: WorldHostOptions
  readonly #files = new Map<string, ParkFiles>()
  readonly #parks = new Map<string, Promise<ParkHost>>()
  readonly #running = new Map<ParkHost, ReturnType<typeof setInterval>>()
  readonly #tickets = new Map<string, Ticket>()
  readonly #startMs: number
  #warming: ReturnType<typeof setTimeout> | null = null

  constructor(options: WorldHostOptions) {
    this.#options = options
    this.parkIds = options.parkIds
    this.checkAnswers = options.checkAnswers
    this.lane = new BackgroundLane(options.polite === true)
    this.epoch = options.randomId()
    this.#startMs = options.clock()
  }

  nowMs(): number {
    return this.#options.clock()
  }

  /** The files of a park; throws a 404 problem for an id that is not served. */
  files(parkId: string): ParkFiles {
    if (!this.parkIds.includes(parkId)) throw notFound('park', parkId)
    const files = this.#files.get(parkId) ?? this.#options.openPark(parkId)
    this.#files.set(parkId, files)
    return files
  }

  /** The running park, made on first use; throws a 404 problem for an id that is not served. */
  park(parkId: string): Promise<ParkHost> {
    const known = this.#parks.get(parkId)
    if (known) return known
    const made = this.#makePark(parkId)
    this.#parks.set(parkId, made)
    made.catch(() => this.#parks.delete(parkId))
    return made
  }

  async #makePark(parkId: string): Promise<ParkHost> {
    const files = this.files(parkId)
    const model = await files.core()
    const { seed, scenario, clock, createWorld } = this.#options
    const world = createWorld({ model, seed, scenario, scenarioStartMs: this.#startMs })
    const deferSlow = this.#options.polite === true
    const park = new ParkHost({ model, files, world, epoch: this.epoch, clock, deferSlow })
    if (deferSlow) this.#warming = setTimeout(() => void this.lane.run(() => this.#warm(park)), WARM_AFTER_MS)
    return park
  }

  async #warm(park: ParkHost): Promise<void> {
    while (park.warmNext()) await this.lane.breathe()
  }

  /** A one-time ticket for the live channel of a park that exists. */
  async issueTicket(parkId: string): Promise<{ ticket: string; expiresMs: number }> {
    await this.park(parkId)
    this.#dropExpired()
    if (this.#tickets.size >= MAX_TICKETS) {
      throw new ProblemError(problem('unavailable', 503, 'Too many open tickets'), 5)
    }
    const ticket = this.#options.randomId()
    const expiresMs = this.nowMs() + TICKET_LIFE_MS * (this.#options.speed ?? 1)
    this.#tickets.set(ticket, { parkId, expiresMs })
    return { ticket, expiresMs }
  }

  /** Uses a ticket up. Answers the park it was issued for, or null when it is unknown, used or expired. */
  redeemTicket(ticket: string | null): string | null {
    const found = ticket === null ? undefined : this.#tickets.get(ticket)
    if (!found || ticket === null) return null
    this.#tickets.delete(ticket)
    return found.expiresMs >= this.nowMs() ? found.parkId : null
  }

  /** Keeps a park's feed ticking while anyone listens. Call after a session has joined. */
  keepTicking(park: ParkHost): void {
    if (this.#running.has(park)) return
    park.resume()
    const tickMs = this.#options.tickMs ?? 1000
    let silentTicks = 0
    const timer = setInterval(() => {
      silentTicks = park.listening === 0 ? silentTicks + 1 : 0
      // A client may come back after a short loss: keep the ring filled for as long as it reaches.
      if (silentTicks > 60) this.#stopTicking(park)
      else park.tick()
    }, tickMs)
    this.#running.set(park, timer)
  }

  /** Stops all feeds. */
  stop(): void {
    if (this.#warming !== null) clearTimeout(this.#warming)
    for (const park of this.#running.keys()) this.#stopTicking(park)
  }

  #stopTicking(park: ParkHost): void {
    clearInterval(this.#running.get(park))
    this.#running.delete(park)
    park.pause()
  }

  #dropExpired(): void {
    const now = this.nowMs()
    for (const [ticket, { expiresMs }] of this.#tickets) if (expiresMs < now) this.#tickets.delete(ticket)
  }
}
