import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test'
import { z } from 'zod'
import { LIVE_BUILD, configureServer } from '../harness/live-build.ts'
import { changeAlarms, countAlarms } from './alarm-desk.ts'
import { isReading, secondOf, secondsBehind } from './counting.ts'
import { FaultRelay, type Hits } from './fault-relay.ts'
import { type Look, type Seen, lookAt, watchPage } from './page-watch.ts'
import { type FaultServer, startFaultServer } from './server-process.ts'

/** A screen under faults: its address, and what it asks for anew for the n-th time. */
export interface FaultScreen {
  id: string
  address: (meter: string, alarm: string) => string
  /** Whether a selected meter shows its number. */
  hasMeter?: boolean
}

/**
 * Most seconds that an unmarked number may lie behind: half again the five seconds of its period, one of display, and
 * what a busy machine takes to draw. Faults that would make it older last until it is marked.
 */
const UNMARKED_BEHIND_S = 25
const MARKED = /Stale|No comms|Waiting|Fault|Late/
const PATIENCE = { timeout: 90_000, intervals: [200, 300, 500] }

const idsSchema = z.object({ items: z.array(z.object({ id: z.string(), retain: z.boolean().optional() })) })
export interface Watched {
  screen: FaultScreen
  page: Page
  errors: string[]
}

/** Server, relay and one page for each screen, all under the same fault at the same time. */
export class Rig {
  readonly relay: FaultRelay
  readonly pages: Watched[] = []
  server: FaultServer
  /** Another start of the same server, for the fault that needs one. */
  #spare: FaultServer | null
  #context: BrowserContext | null = null
  readonly #meters: string[]
  readonly #alarms: string[]
  #turn = 0
  readonly #lastValue = new Map<string, Seen>()

  private constructor(servers: readonly [FaultServer, FaultServer], meters: string[], alarms: string[]) {
    ;[this.server, this.#spare] = servers
    this.relay = new FaultRelay(this.server.port)
    this.#meters = meters
    this.#alarms = alarms
  }

  static async start(browser: Browser, screens: readonly FaultScreen[]): Promise<Rig> {
    const servers = await Promise.all([startFaultServer(), startFaultServer()])
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`http://127.0.0.1:${servers[0].port}/api/v1/parks/bau-bang${path}`)).json()
    const alarms = idsSchema.parse(await ask('/alarms?limit=2000')).items.filter(({ retain }) => retain !== true)
    const assets = idsSchema.parse(await ask('/assets?limit=5000')).items
    const rig = new Rig(
      servers,
      assets.map(({ id }) => id).filter((id) => /^em-[a-c]\d\d$/.test(id)),
      alarms.map(({ id }) => id).filter((id) => id.startsWith('tenant-demand.')),
    )
    await rig.relay.start()
    rig.#context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 0.5,
      serviceWorkers: 'block',
    })
    await Promise.all(screens.map((screen) => rig.#open(screen)))
    await rig.ask()
    await rig.recovered(Date.now() - 60_000)
    return rig
  }

  async #open(screen: FaultScreen): Promise<void> {
    const page = await this.#context?.newPage()
    if (!page) throw new Error('the rig has no browser')
    const watched: Watched = { screen, page, errors: [] }
    page.on('pageerror', (error) => watched.errors.push(error.message))
    page.on('crash', () => watched.errors.push('the page crashed'))
    await watchPage(page)
    await configureServer(page, `http://127.0.0.1:${this.relay.port}/${screen.id}`)
    this.pages.push(watched)
    await page.goto(`${LIVE_BUILD}#${this.#addressOf(screen)}`)
    await page.evaluate(() => Reflect.set(globalThis, 'parkscopeMark', 'here'))
    await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 120_000 })
  }

  #addressOf(screen: FaultScreen): string {
    const meter = this.#meters[this.#turn % this.#meters.length] ?? ''
    const address = screen.address(meter, this.#alarms[this.#turn % this.#alarms.length] ?? '')
    return `/bau-bang/${address}${address.includes('?') ? '&' : '?'}lang=en&look=room-dark`
  }

  /** Every page opens something for which it has to ask the server. */
  async ask(): Promise<void> {
    this.#turn += 1
    await Promise.all(
      this.pages.map(({ page, screen }) =>
        page.evaluate((hash) => {
          location.hash = hash
        }, this.#addressOf(screen)),
      ),
    )
  }

  /** Looks at every page and fails at the first lie. */
  async look(): Promise<Look[]> {
    const looks = await Promise.all(this.pages.map(({ page }) => lookAt(page)))
    for (const [k, { seen, now, poisoned, isSame }] of looks.entries()) {
      const { screen, errors } = this.pages[k] ?? { screen: { id: '' }, errors: [] }
      expect.soft(errors, `${screen.id}: errors of the page`).toEqual([])
      expect.soft(isSame, `${screen.id}: is the page that was opened`).toBe(true)
      expect.soft(poisoned, `${screen.id}: what it shows of broken answers`).toEqual([])
      const lies = [...seen, ...now].map((one) => this.#lieOf(screen.id, one)).filter((lie) => lie !== null)
      expect(lies, `${screen.id}: numbers that lie`).toEqual([])
    }
    return looks
  }

  /** What is wrong with a number that was on screen; null for an honest one. */
  #lieOf(screenId: string, one: Seen): string | null {
    if (Number.isNaN(one.value)) return null
    const text = `${one.pointId} showed ${one.value} "${one.note}" at ${secondOf(one.atMs)}`
    if (!isReading(one.value)) return `${text}: no such reading`
    const behind = secondsBehind(one.value, one.atMs)
    if (behind < -1) return `${text}: from the future`
    const key = `${screenId} ${one.pointId}`
    const last = this.#lastValue.get(key)
    this.#lastValue.set(key, one)
    if (last && one.atMs >= last.atMs && secondsBehind(one.value, one.atMs) > secondsBehind(last.value, one.atMs))
      return `${text}: older than ${last.value} before it`
    return !MARKED.test(one.note) && behind > UNMARKED_BEHIND_S ? `${text}: not marked` : null
  }

  /** Waits until every page fulfils a condition, looking for lies all the while. */
  async until(what: string, holds: (look: Look, page: Watched) => boolean): Promise<void> {
    await expect
      .poll(
        async () => {
          const looks = await this.look()
          return this.pages.filter((page, k) => !holds(looks[k] ?? never(), page)).map(({ screen }) => screen.id)
        },
        { ...PATIENCE, message: what },
      )
      .toEqual([])
  }

  /** Waits until every page has been reached so often since `before`. */
  async reached(kind: keyof Hits, times: number): Promise<void> {
    const countOf = ({ screen }: Watched): number => this.relay.hitsOf(screen.id)[kind]
    const before = new Map(this.pages.map((page) => [page, countOf(page)]))
    await this.until(`${times} ${kind} reach every page`, (_, page) => {
      // Not every screen has something to ask for.
      const isAsking = kind !== 'answers' || page.screen.address('a', 'a') !== page.screen.address('b', 'b')
      return !isAsking || countOf(page) - (before.get(page) ?? 0) >= times
    })
  }

  /** Live again without a hand, no part failed, numbers of after the fault, and the alarms that the server has. */
  async recovered(sinceMs: number): Promise<void> {
    await this.until(
      'recovers by itself',
      ({ connection, failed, now }, { screen }) =>
        connection === 'live' &&
        failed.length === 0 &&
        (now.length > 0 || screen.hasMeter !== true) &&
        now.every(
          ({ value, note, atMs }) =>
            !MARKED.test(note) && secondsBehind(value, atMs) <= secondsBehind(secondOf(sinceMs), atMs),
        ),
    )
    const alarmPages = this.pages.filter(({ screen }) => screen.id === 'alarms')
    for (const { page } of alarmPages) {
      await expect
        .poll(async () => {
          const held = await countAlarms(this.server.port)
          const { alarms: shown } = await lookAt(page)
          return shown === held ? 'the same' : `${shown} instead of ${held}`
        }, PATIENCE)
        .toBe('the same')
    }
  }

  /** Something happens at the server that no page must miss: an alarm is shelved, or comes back. */
  changeAlarms(): Promise<void> {
    return changeAlarms(this.server.port)
  }

  /** The server is gone, and another one answers in its place. */
  async restartServer(): Promise<void> {
    const next = this.#spare ?? (await startFaultServer())
    this.#spare = null
    this.server.stop()
    this.server = next
    this.relay.target = next.port
    this.relay.drop()
  }

  async stop(): Promise<void> {
    await this.#context?.close()
    await this.relay.stop()
    this.server.stop()
    this.#spare?.stop()
  }
}

function never(): never {
  throw new Error('a page was not looked at')
}
