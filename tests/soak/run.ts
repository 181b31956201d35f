import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { launchBrowser, pause } from '../bench/browser.ts'
import { buildProduct, startServer } from '../bench/builds.ts'
import { endFaults } from './end-state.ts'
import { startHost } from './host.ts'
import { otherDesk } from './other-desk.ts'
import { loseGraphics, openSoakPage, sample, textOf, type Sample } from './page.ts'
import { twoVersions } from './two-versions.ts'

const HELP = `npm run soak -- [options]
  Drives the built live product for a day of the park's time without a hand: screens change, versions are deployed,
  the host goes away, graphics are lost, alarms come, and a wall turns its scenes in between. Exits 1 unless everything
  is right at the end.
  --hours N    park hours (24)
  --speed N    times real speed (600)
  --alarms N   alarms beside those of the day, which somebody at another desk acknowledges (50)
  --page HASH  stays on one page (a wall) instead of going through the screens
  --fresh      builds again although dist-live is there`

const { values: options } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    speed: { type: 'string', default: '600' },
    alarms: { type: 'string', default: '50' },
    page: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (options.help) {
  console.log(HELP)
  process.exit(0)
}

const HOUR_MS = 3_600_000
const WALL = '#/wall/fhd-55-4m?park=bau-bang&lang=en'
const SCREENS = ['overview', 'energy', 'water', WALL, 'tenants', 'waste', 'alarms', WALL, 'shift', 'health', 'overview']
const TURN_MS = 3000
const SCENES_A_TURN = 4
/** Real time at the end, at the pace of the clock on the wall, in which everything has to become right. */
const SETTLE_MS = 180_000

const hours = Number(options.hours)
const speed = Number(options.speed)
const fastForMs = (hours * HOUR_MS) / speed

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

if (options.fresh || !existsSync('dist-live/index.html')) buildProduct('build:live')
const versions = twoVersions('dist-live')
const clock = { originMs: Date.now() + 20_000, speed, fastForMs }
const timing = [
  '--speed',
  String(speed),
  '--origin',
  String(clock.originMs),
  '--fast',
  String(fastForMs),
  '--alarms',
  options.alarms,
]
const server = await startServer('tests/soak/soak-server.ts', await freePort(), timing)
const host = await startHost(versions.roots, server.url, {
  parks: ['bau-bang'],
  defaultLanguage: 'en',
  recovery: { unattended: true },
})
const browser = await launchBrowser()
const open = await openSoakPage(browser, clock)
const { page } = open

const crashes: string[] = []
let loads = 0
page.on('pageerror', (error) => crashes.push(error.message))
page.on('load', () => {
  loads += 1
  console.error(`page loaded at ${((hours * (Date.now() - clock.originMs)) / fastForMs).toFixed(1)} h of the park`)
})
const show = (screen: string): Promise<void> =>
  page.evaluate(
    (hash) => {
      location.hash = hash
    },
    options.page ?? (screen.startsWith('#') ? screen : `#/bau-bang/${screen}?lang=en`),
  )

await page.goto(`${host.url}${options.page ?? '#/bau-bang/overview?lang=en'}`)
await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
await pause(Math.max(5000, clock.originMs - Date.now()))

const samples: Sample[] = []
const injected = { screens: 0, scenes: 0, deployments: 0, outages: 0, losses: 0, acknowledged: 0 }
const desk = otherDesk(host.url)
let version: 0 | 1 = 0
/** A deployment that no outage has followed: a page that has all its code at hand may not have noticed it. */
let isUnnoticed = false
const outage = async (): Promise<void> => {
  host.cut()
  injected.outages += 1
  isUnnoticed = false
  await pause(4000)
  host.restore()
}
const startedMs = Date.now()
const share = (): number => (Date.now() - startedMs) / fastForMs
samples.push(await sample(open))
// On a slow machine a turn takes long: every fault comes at least twice, even if the fast time is over by then.
for (let turn = 0; share() < 1 || turn < 6; turn += 1) {
  if (!options.page) {
    await show(SCREENS[turn % SCREENS.length] ?? 'overview').catch(() => undefined)
    injected.screens += 1
  }
  for (let scene = 0; scene < SCENES_A_TURN; scene += 1) {
    await pause(TURN_MS / SCENES_A_TURN)
    const isOnWall = await page.evaluate(() => document.querySelector('[data-wall]') !== null).catch(() => false)
    if (isOnWall)
      injected.scenes += await page.keyboard.press('ArrowRight').then(
        () => 1,
        () => 0,
      )
  }
  injected.acknowledged += await desk.acknowledgeAll()
  if (turn % 2 === 1) {
    version = version === 0 ? 1 : 0
    host.deploy(version)
    injected.deployments += 1
    isUnnoticed = true
  }
  if (turn % 3 === 2) await outage()
  if (turn % 2 === 0) injected.losses += await loseGraphics(open).catch(() => 0)
  if (samples.length < 4 && share() >= samples.length / 4) {
    const last = samples.at(-1) ?? { heapMb: 0, nodes: 0, listeners: 0, contexts: 0 }
    samples.push(await sample(open).catch(() => last))
  }
}
// A wall goes on with its version until something disturbs it or its quiet hour comes, and neither may come any more.
if (options.page && isUnnoticed) await outage()
injected.acknowledged += await desk.acknowledgeAll()
if (!options.page) await show('overview').catch(() => undefined)

const settled = await endFaults(open, { url: host.url, clock, crashes, patienceMs: SETTLE_MS, desk })
if (!options.page) await pause(5000)
samples.push(await sample(open))
const first = samples[0]
const last = samples.at(-1)
const faults = [...settled.faults]
if (settled.alarms < Number(options.alarms)) faults.push(`${settled.alarms} alarms of ${options.alarms} came`)
if (first && last) {
  if (last.heapMb > first.heapMb * 1.5 + 20)
    faults.push(`heap grew from ${first.heapMb.toFixed(1)} to ${last.heapMb.toFixed(1)} MB`)
  if (last.nodes > first.nodes * 1.5 + 2000) faults.push(`nodes grew from ${first.nodes} to ${last.nodes}`)
  if (last.listeners > first.listeners * 1.5 + 500)
    faults.push(`listeners grew from ${first.listeners} to ${last.listeners}`)
  if (last.contexts > first.contexts + 1)
    faults.push(`graphics contexts grew from ${first.contexts} to ${last.contexts}`)
}

const row = (name: string, pick: (one: Sample) => string): string =>
  name.padEnd(22) + samples.map((one) => pick(one).padStart(10)).join('')
console.log(`\n${hours} h of the park at ${speed} times real speed, ${((Date.now() - startedMs) / 1000).toFixed(0)} s`)
const names = samples.map((_, k) => (k === 0 ? 'start' : k === samples.length - 1 ? 'end' : `${k}/4`))
console.log(''.padEnd(22) + names.map((name) => name.padStart(10)).join(''))
console.log(row('heap after GC, MB', ({ heapMb }) => heapMb.toFixed(1)))
console.log(row('nodes', ({ nodes }) => String(nodes)))
console.log(row('event listeners', ({ listeners }) => String(listeners)))
console.log(row('graphics contexts', ({ contexts }) => String(contexts)))
console.log(
  `injected: ${injected.screens} screen changes, ${injected.scenes} scenes of the wall, ${injected.deployments} deployments, ${injected.outages} outages of the host, ${injected.losses} lost contexts`,
)
console.log(
  `alarms raised: ${settled.alarms}, acknowledged at another desk: ${injected.acknowledged}; page loads: ${loads}, reloads by itself: ${settled.reloads}; live again after ${settled.settledS.toFixed(0)} s`,
)
if (faults.length > 0) console.log(`the page says: ${await textOf(open)}`)
console.log(
  faults.length === 0 ? 'right at the end, no hand touched it' : `WRONG at the end:\n  ${faults.join('\n  ')}`,
)

await open.close()
await browser.close()
await host.close()
server.stop()
versions.remove()
process.exit(faults.length === 0 ? 0 : 1)
