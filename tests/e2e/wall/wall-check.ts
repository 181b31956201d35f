import { mkdirSync } from 'node:fs'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from '../../../.ci/chromium.mjs'
import { createStaticServer, listen } from '../../../.ci/static-server.mjs'
import { checkProfile, type WallProfile } from '../../../src/domain/wall/profile.ts'
import { DEFAULT_WALL_PROFILE, WALL_PROFILES } from '../../../src/domain/wall/profiles.data.ts'
import { SCENE_IDS } from '../../../src/domain/wall/scenes.data.ts'
import { measureWall } from './measure.ts'

/**
 * Measures every text on every scene of every wall profile, in three languages, on the built product:
 * `npm run wall:check [-- --profile 4k-55-4m --lang ja --scene energy --look room-light --shots --scale 0.5]`.
 * Each scene is measured with the numbers of the day and with larger ones; `--scenario storm` takes another day.
 * Ends with 1 when something is too small, too wide, across a seam or on something else.
 */
const options = process.argv.slice(2)
const valueOf = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
const locales = (valueOf('--lang') ?? 'en,vi,ja').split(',')
const scenes = valueOf('--scene')?.split(',') ?? [...SCENE_IDS]
const look = valueOf('--look') ?? 'room-dark'
const withShots = options.includes('--shots')
const only = valueOf('--profile')?.split(',')

/** A wall in no list: two panels side by side, taller than wide type, seen from 5 m. */
const CUSTOM: WallProfile = {
  ...DEFAULT_WALL_PROFILE,
  id: 'custom',
  panelWidthPx: 2560,
  panelHeightPx: 1440,
  diagonalIn: 65,
  columns: 2,
  rows: 1,
  bezelPx: 6,
  distanceM: 5,
}
const profiles = [...WALL_PROFILES, CUSTOM].filter(({ id }) => !only || only.includes(id))

const server = createStaticServer('dist', '/')
const port = await listen(server, 0)
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
mkdirSync('.screens', { recursive: true })
let bad = 0
let slowestMs = 0
let dearestMs = 0

/** Time of the page's main thread so far, milliseconds; what other processes take is not counted. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

interface Change {
  /** Time until the next scene was on screen, milliseconds. */
  ms: number
  /** It was laid out before its turn, as it is where nobody steps by hand. */
  isPrepared: boolean
  /** The first frame of it had something to read. */
  isFilled: boolean
}

/** The scene that waits behind the one on screen has something to read. Runs in the page. */
function isNextFilled(): boolean {
  const next = document.querySelector('[data-scene][aria-hidden="true"]')
  return (next?.textContent.trim().length ?? 0) > 20
}

/** Steps one scene on. */
function stepOn(wall: Page): Promise<Change> {
  return wall.evaluate(
    () =>
      new Promise<Change>((resolve) => {
        const before = document.querySelector('[data-scene-head]')?.getAttribute('data-scene-head')
        const hidden = document.querySelectorAll('[data-scene][aria-hidden="true"]')
        const waiting = new Set([...hidden].map((scene) => scene.getAttribute('data-scene')))
        const startMs = performance.now()
        const watch = (): void => {
          const now = document.querySelector('[data-scene-head]')?.getAttribute('data-scene-head')
          if (now === before) {
            requestAnimationFrame(watch)
            return
          }
          const scene = document.querySelector<HTMLElement>(`[data-scene="${now}"]:not([aria-hidden="true"])`)
          const isFilled = (scene?.innerText.trim().length ?? 0) > 20
          requestAnimationFrame(() =>
            resolve({ ms: performance.now() - startMs, isPrepared: waiting.has(now ?? ''), isFilled }),
          )
        }
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
        watch()
      }),
  )
}
for (const profile of profiles) {
  if (!checkProfile(profile).ok) throw new Error(`profile ${profile.id} is not possible`)
  const width = (profile.panelWidthPx * profile.columns) / profile.dpr
  const height = (profile.panelHeightPx * profile.rows) / profile.dpr
  // Layout is in CSS pixels; drawing fewer of them saves most of the time.
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: Number(valueOf('--scale') ?? (withShots ? 1 : 0.25)),
    timezoneId: 'America/New_York',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  page.on('pageerror', (error) => console.error(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text())
  })
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        parks: ['bau-bang', 'phu-my-3', 'long-duc', 'amata-bien-hoa'],
        simulation: { scenario: valueOf('--scenario') ?? 'feeder-trip' },
      },
    }),
  )
  const { id, panelWidthPx, panelHeightPx, diagonalIn, columns, rows, bezelPx, distanceM } = profile
  const sizes =
    id === 'custom'
      ? `&w=${panelWidthPx}&h=${panelHeightPx}&inch=${diagonalIn}&cols=${columns}&rows=${rows}&bezel=${bezelPx}&far=${distanceM}`
      : ''
  const address = (locale: string) => `#/wall/${id}?park=bau-bang&hold=1${sizes}&lang=${locale}&look=${look}`
  await page.goto(`http://127.0.0.1:${port}/${address(locales[0] ?? 'en')}`, { timeout: 120_000 })
  await page.locator('[data-scene-head]').first().waitFor({ state: 'attached', timeout: 60_000 })
  await page.locator('[data-live-value]').nth(3).waitFor({ timeout: 120_000 })
  await page
    .locator('[data-alarm-title]')
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined)
  if (withShots) {
    await page
      .waitForFunction(() => performance.getEntriesByName('parkscope:map-full').length > 0, null, { timeout: 120_000 })
      .catch(() => console.error('map not full'))
  }
  for (const locale of locales) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address(locale))
    await page.waitForFunction((lang) => document.documentElement.lang === lang, locale, { timeout: 120_000 })
    for (const scene of SCENE_IDS) {
      await page.waitForFunction((wanted) => document.querySelector(`[data-scene-head="${wanted}"]`) !== null, scene)
      if (scenes.includes(scene)) {
        // What a scene has to wait for in its first round: the scorecard's year and the other parks.
        const patience = locale === locales[0] ? 60_000 : 5000
        if (scene === 'scorecard')
          await page
            .locator('[data-result]')
            .first()
            .waitFor({ timeout: patience })
            .catch(() => undefined)
        if (scene === 'portfolio')
          await page
            .locator('[data-figure]')
            .nth(9)
            .waitFor({ timeout: patience })
            .catch(() => undefined)
        await page.waitForTimeout(withShots ? 2500 : 400)
        const { texts, leastArcmin, problems } = await measureWall(page, profile, false)
        const larger = await measureWall(page, profile, true)
        bad += problems.length + larger.problems.length
        console.log(`${id} ${locale} ${scene}: ${texts} texts, least ${leastArcmin.toFixed(1)}′`)
        for (const problem of problems) console.log(`  ${problem}`)
        for (const problem of larger.problems) console.log(`  with larger numbers: ${problem}`)
        if (withShots) {
          await page.screenshot({ path: `.screens/wall-${scene}-${id}-${look}-${locale}.png`, timeout: 120_000 })
        }
      }
      // A round goes on by itself when the next scene has long been ready; the other languages step as a presenter does.
      if (locale === locales[0]) {
        await page.waitForTimeout(2500)
        await page.waitForFunction(isNextFilled, null, { timeout: 60_000 }).catch(() => undefined)
      }
      const beforeMs = await threadMs(session)
      const change = await stepOn(page)
      const ownMs = (await threadMs(session)) - beforeMs
      if (change.isPrepared) {
        slowestMs = Math.max(slowestMs, change.ms)
        dearestMs = Math.max(dearestMs, ownMs)
      }
      const how = change.isPrepared ? 'ready' : 'not ready yet'
      console.log(`  next scene, ${how}, after ${change.ms.toFixed(0)} ms, of which main thread ${ownMs.toFixed(0)} ms`)
      if (!change.isFilled && change.isPrepared) {
        bad += 1
        console.log('  the first frame of the next scene was blank')
      }
    }
  }
  await context.close()
}
await browser.close()
server.close()
console.log(
  `slowest change to a scene that was ready ${slowestMs.toFixed(0)} ms, most of the main thread ${dearestMs.toFixed(0)} ms`,
)
console.log(bad === 0 ? 'nothing is too small, too wide or in the way' : `${bad} faults`)
process.exitCode = bad === 0 ? 0 : 1
