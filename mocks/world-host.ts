import { problem } from '../src/contract/problem.ts'
import { ALARM_FLOOD, type Flood } from './alarms/flood.ts'
import type { ParkAlarms } from './alarms/park-alarms.ts'
import { BackgroundLane } from './background-lane.ts'
import { ParkHost } from './park-host.ts'
import type { ParkFiles } from './park/park-model.ts'
import { ProblemError, notFound } from './problem-error.ts'
import { dayStartMs } from '../src/domain/time/park-zone.ts'
import { type Caller, type CheckToken, Sessions } from './session.ts'
import type { ScenarioId, World, WorldOptions } from './sim/world.ts'
import { WallLinks } from './wall-links.ts'

const TICKET_LIFE_MS = 30_000
const MAX_TICKETS = 1000
/** Looks at the world within one tick: alarms are judged so often, readings are sent once. */
const LOOKS_A_TICK = 4
/** The page draws its first picture before slow points are worked out. */
const WARM_AFTER_MS = 1500
/** A park's lists are answered before the file of its ground is asked for. */
const GROUND_AFTER_MS = 60
/** How far back at least the alarms of a park are derived when it opens. Two days: the whole of yesterday is in it at any hour of today. */
const ALARM_HISTORY_MS = 48 * 3_600_000

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
  /** How long history and slow points wait after the start, milliseconds; none where left out. */
  headStartMs?: number
  /** How much faster than real time `clock` runs (soak tests). */
  speed?: number
  /** How far back alarms are derived when a park opens, milliseconds; 48 h unless a test says otherwise. */
  alarmHistoryMs?: number
  /** Alarms beside those of the scenario, from the start on (load and soak tests). */
  flood?: Omit<Flood, 'fromMs'>
  /** Issuer whose tokens count; without one roles are picked from the demo's menu. */
  checkToken?: CheckToken
}

/** What a ticket was issued for. */
export interface Admission {
  parkId: string
  /** Wall link that took it, whose end ends the session too. */
  wallLinkId: string | null
}

interface Ticket extends Admission {
  expiresMs: number
}

/** Everything that a run of the mock backend owns: parks, worlds, clock, epoch, sequences and tickets. */
export class WorldHost {
  readonly parkIds: readonly string[]
  readonly epoch: string
  readonly checkAnswers: boolean
  readonly lane: BackgroundLane
  /** For what a screen waits for while it plays: short questions beside the long queue of history. */
  readonly fastLane: BackgroundLane
  readonly sessions: Sessions
  readonly wallLinks: WallLinks
  readonly #options: WorldHostOptions
  readonly #files = new Map<string, ParkFiles>()
  readonly #parks = new Map<string, Promise<ParkHost>>()
  readonly #alarms = new Map<string, Promise<ParkAlarms>>()
  readonly #running = new Map<ParkHost, ReturnType<typeof setInterval>>()
  readonly #tickets = new Map<string, Ticket>()
  readonly #startMs: number
  #warming: ReturnType<typeof setTimeout> | null = null

  constructor(options: WorldHostOptions) {
    this.#options = options
    this.parkIds = options.parkIds
    this.checkAnswers = options.checkAnswers
    this.lane = new BackgroundLane(options.polite === true, options.headStartMs)
    this.fastLane = new BackgroundLane(options.polite === true)
    this.sessions = new Sessions(options.randomId, options.checkToken)
    this.wallLinks = new WallLinks(`simulated ${options.seed}`)
    this.epoch = options.randomId()
    this.#startMs = options.clock()
  }

  get seed(): number {
    return this.#options.seed
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

  get scenario(): ScenarioId {
    return this.#options.scenario
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

  /** Makes a park ready before it is asked for, in slices between which questions are answered. Never rejects. */
  async openAhead(parkId: string): Promise<void> {
    if (!this.parkIds.includes(parkId)) return
    try {
      const park = await this.park(parkId)
      await this.fastLane.run(() => park.refreshAhead(() => this.fastLane.breathe()))
      // The ground of the map is asked for next: its file comes while the page draws its first figures.
      await new Promise((resolve) => setTimeout(resolve, GROUND_AFTER_MS))
      await park.files.collection('plots')
    } catch {
      // Whoever asks for the park is told.
    }
  }

  async #makePark(parkId: string): Promise<ParkHost> {
    const files = this.files(parkId)
    const model = await files.core()
    // The lists of the park need no world: who asked for them is answered before it is built.
    await this.fastLane.breathe()
    const { seed, scenario, clock, createWorld } = this.#options
    const world = createWorld({ model, seed, scenario, scenarioStartMs: this.#startMs })
    const deferSlow = this.#options.polite === true
    const park = new ParkHost({ model, files, world, epoch: this.epoch, clock, deferSlow })
    if (deferSlow) this.#warming = setTimeout(() => void this.lane.run(() => this.#warm(park)), WARM_AFTER_MS)
    return park
  }

  /** The alarms of a park, opened on first use and evaluated with every tick from then on. */
  alarms(parkId: string): Promise<ParkAlarms> {
    const known = this.#alarms.get(parkId)
    if (known) return known
    const made = this.#openAlarms(parkId)
    this.#alarms.set(parkId, made)
    made.catch(() => this.#alarms.delete(parkId))
    return made
  }

  async #openAlarms(parkId: string): Promise<ParkAlarms> {
    const park = await this.park(parkId)
    // Behind the first picture, as the past that follows: even to list what could be wrong takes its time.
    await this.lane.run(() => Promise.resolve())
    const [{ openParkAlarms }, { recordsOf }] = await Promise.all([
      import('./alarms/park-alarms.ts'),
      import('./registers/stores.ts'),
    ])
    const toMs = this.nowMs()
    const { alarmHistoryMs } = this.#options
    // From a midnight on, so that what has stood since before then bears the same time whenever the park is opened.
    const midnight = dayStartMs(toMs - ALARM_HISTORY_MS, park.model.park.timeZone)
    const fromMs = alarmHistoryMs === undefined ? midnight : toMs - alarmHistoryMs
    const flood = this.#options.flood ?? (this.#options.scenario === 'alarm-flood' ? ALARM_FLOOD : null)
    const alarms = await openParkAlarms(park, this.lane, {
      fromMs,
      toMs,
      crewUntilMs: this.#startMs,
      flood: flood === null ? null : { ...flood, fromMs: this.#startMs },
      readRegister: (registerId) => recordsOf(this, parkId).registers.rows(registerId),
    })
    park.afterLook = (nowMs) => alarms.tick(nowMs)
    return alarms
  }

  async #warm(park: ParkHost): Promise<void> {
    while (park.warmNext()) await this.lane.breathe()
  }

  /** Who asks. A wall link reads as a viewer; a token that is not known is a 401. */
  async callerOf(authorization: string | null): Promise<Caller> {
    if (this.wallLinks.linkOf(authorization) !== null) return { role: 'viewer', signIn: 'wall-link' }
    return this.sessions.callerOf(authorization)
  }

  /** A one-time ticket for the live channel of a park that exists. */
  issueTicket(parkId: string, wallLinkId: string | null = null): { ticket: string; expiresMs: number } {
    // Whoever comes with it is made to wait for the park; a ticket needs to know only that it is served.
    this.files(parkId)
    this.#dropExpired()
    if (this.#tickets.size >= MAX_TICKETS) {
      throw new ProblemError(problem('unavailable', 503, 'Too many open tickets'), 5)
    }
    const ticket = this.#options.randomId()
    const expiresMs = this.nowMs() + TICKET_LIFE_MS * (this.#options.speed ?? 1)
    this.#tickets.set(ticket, { parkId, wallLinkId, expiresMs })
    return { ticket, expiresMs }
  }

  /** Uses a ticket up. Answers what it was issued for, or null when it is unknown, used or expired. */
  redeemTicket(ticket: string | null): Admission | null {
    const found = ticket === null ? undefined : this.#tickets.get(ticket)
    if (!found || ticket === null) return null
    this.#tickets.delete(ticket)
    return found.expiresMs >= this.nowMs() ? found : null
  }

  /** Keeps a park's feed ticking while anyone listens. Call after a session has joined. */
  keepTicking(park: ParkHost): void {
    if (this.#running.has(park)) return
    park.resume()
    // Whoever listens hears of alarms, asked for or not. A failure to open them answers whoever asks.
    this.alarms(park.model.park.id).catch(() => undefined)
    const tickMs = this.#options.tickMs ?? 1000
    let silentTicks = 0
    let looks = 0
    const timer = setInterval(() => {
      looks = (looks + 1) % LOOKS_A_TICK
      if (looks !== 0) return park.look()
      silentTicks = park.listening === 0 ? silentTicks + 1 : 0
      // A client may come back after a short loss: keep the ring filled for as long as it reaches.
      if (silentTicks > 60) this.#stopTicking(park)
      else park.tick()
    }, tickMs / LOOKS_A_TICK)
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
