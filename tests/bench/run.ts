import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cpus } from 'node:os'
import { benchAlarms } from './alarms.ts'
import { launchBare } from './bare-browser.ts'
import type { BareBrowser } from './bare-browser.ts'
import { browserVersion, launchBrowser } from './browser.ts'
import { buildProduct } from './builds.ts'
import { benchCharts } from './charts.ts'
import { benchCold } from './cold.ts'
import type { Setting } from './cold.ts'
import { benchConsole } from './console-bench.ts'
import { benchEcoPages } from './eco-pages.ts'
import { benchEco } from './eco.ts'
import { benchIdle } from './idle.ts'
import { benchMemory } from './memory.ts'
import { jsonOf, tableOf } from './report.ts'
import type { Row } from './report.ts'
import { keep } from './record.ts'
import { benchReplay } from './replay.ts'
import { profilePage } from './profile.ts'
import { benchPages, benchScreens, benchVisits } from './screens.ts'
import { openStage } from './stage.ts'
import { benchSteady } from './steady.ts'
import { benchTick } from './tick.ts'
import { benchWall } from './wall.ts'

const HELP = `npm run bench -- [options]
  --only cold,tick,replay,alarms,eco,ecopages,charts,screens,pages,visits,wall,steady,idle,memory   parts to run (all)
  --only console  the alarm screen in a storm, on its own (6 minutes)
  --only profile  top costs by file and function; build with --sourcemap for names
  --runs N       rounds of each interleaved measurement (5; steady takes at most 3)
  --slow 1,4     CPU slow-downs of the cold load
  --far          the cold load from a server 60 ms and 12 Mbit/s away, instead of slow-downs
  --seconds N    length of a stretch of steady and idle (30)
  --minutes N    length of the memory run at high speed (3); --long is 20
  --speed N      speed of the memory run (60)
  --fresh        build again although dist and dist-live are there
  --demo DIR, --live DIR   builds to measure (dist, dist-live)
  --json         print JSON instead of the table
  --record       keep the figures in docs/bench.md`

const { values: options } = parseArgs({
  options: {
    only: {
      type: 'string',
      default: 'cold,tick,replay,alarms,eco,ecopages,charts,screens,pages,visits,wall,steady,idle,memory',
    },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '3' },
    slow: { type: 'string', default: '1,4' },
    far: { type: 'boolean', default: false },
    speed: { type: 'string', default: '60' },
    long: { type: 'boolean', default: false },
    demo: { type: 'string', default: 'dist' },
    live: { type: 'string', default: 'dist-live' },
    fresh: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (options.help) {
  console.log(HELP)
  process.exit(0)
}

const wanted = new Set(options.only.split(','))
const runs = Math.max(1, Number(options.runs))
const seconds = Number(options.seconds)
const minutes = options.long ? 20 : Number(options.minutes)
const FAR: Setting = {
  name: 'server 60 ms and 12 Mbit/s away',
  slowDown: 1,
  away: { latency: 60, downloadThroughput: 1_500_000 },
}
const settings: Setting[] = options.far
  ? [FAR]
  : options.slow.split(',').map((times) => ({ name: `CPU ${times}×`, slowDown: Number(times) }))
const speed = Number(options.speed)

const rows: Row[] = []
/** Runs one part if it is wanted; a part that fails says so and leaves the others their turn. */
async function runPart(name: string, part: () => Promise<Row[]> | Row[]) {
  if (!wanted.has(name)) return
  console.error(`… ${name}`)
  try {
    rows.push(...(await part()))
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

/** Gives a part a browser of its own in which nothing watches the page. */
async function inBareBrowser(part: (browser: BareBrowser) => Promise<Row[]>): Promise<Row[]> {
  const browser = await launchBare()
  try {
    return await part(browser)
  } finally {
    await browser.close()
  }
}

await runPart('tick', benchTick)
await runPart('replay', benchReplay)
await runPart('alarms', benchAlarms)
await runPart('eco', benchEco)

if (wanted.has('console')) {
  if (options.fresh || !existsSync(join(options.live, 'index.html'))) buildProduct('build:live')
  const browser = await launchBrowser()
  await runPart('console', () => benchConsole(browser, options.live))
  await browser.close()
}

if (
  ['cold', 'ecopages', 'charts', 'screens', 'pages', 'visits', 'wall', 'steady', 'idle', 'memory', 'profile'].some(
    (part) => wanted.has(part),
  )
) {
  const stage = await openStage({
    demo: options.demo,
    live: options.live,
    fresh: options.fresh,
    parts: wanted,
    speed,
  })
  const { browser, pages } = stage
  await runPart('cold', () => inBareBrowser((bare) => benchCold(bare, stage.coldPages, runs, settings)))
  await runPart('ecopages', () => benchEcoPages(browser, pages.demo.url, runs))
  await runPart('charts', () => benchCharts(browser, runs))
  await runPart('screens', () => benchScreens(browser, pages.parks, runs))
  await runPart('pages', () => benchPages(browser, pages.parks, Math.min(seconds, 10)))
  await runPart('visits', () => benchVisits(browser, pages.parks))
  await runPart('wall', () => benchWall(browser, pages.parks, Math.min(runs, 2)))
  await runPart('steady', () => inBareBrowser((bare) => benchSteady(bare, pages, Math.min(runs, 3), seconds)))
  await runPart('idle', () => benchIdle(browser, pages.live, pages.floor, seconds))
  await runPart('memory', () => benchMemory(browser, pages, minutes, speed))
  await runPart('profile', async () => [
    ...(await profilePage(browser, pages.demo, options.demo, seconds)),
    ...(await profilePage(browser, pages.everyPoint, options.live, seconds)),
  ])
  await stage.close()
}

const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length, runs, seconds, minutes }
if (options.record) {
  const day = about.at.slice(0, 10)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, no graphics card, Node ${process.version}`
  keep(rows, `${day}, ${machine}, ${browserVersion()}, ${runs} rounds`, 'docs/bench.json', 'docs/bench.md')
}
console.log(options.json ? jsonOf(rows, about) : tableOf(rows))
