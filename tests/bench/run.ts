import { parseArgs } from 'node:util'
import { cpus } from 'node:os'
import { benchCold } from './cold.ts'
import { benchIdle } from './idle.ts'
import { benchMemory } from './memory.ts'
import { jsonOf, tableOf } from './report.ts'
import type { Row } from './report.ts'
import { profilePage } from './profile.ts'
import { openStage } from './stage.ts'
import { benchSteady } from './steady.ts'
import { benchTick } from './tick.ts'

const HELP = `npm run bench -- [options]
  --only cold,tick,steady,idle,memory   parts to run (all)
  --only profile  top costs by file and function; build with --sourcemap for names
  --runs N       rounds of each interleaved measurement (5; steady takes at most 3)
  --slow 1,4     CPU slow-downs of the cold load
  --seconds N    length of a stretch of steady and idle (30)
  --minutes N    length of the memory run at high speed (3); --long is 20
  --speed N      speed of the memory run (60)
  --fresh        build again although dist and dist-live are there
  --demo DIR, --live DIR   builds to measure (dist, dist-live)
  --json         print JSON instead of the table`

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'cold,tick,steady,idle,memory' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '3' },
    slow: { type: 'string', default: '1,4' },
    speed: { type: 'string', default: '60' },
    long: { type: 'boolean', default: false },
    demo: { type: 'string', default: 'dist' },
    live: { type: 'string', default: 'dist-live' },
    fresh: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
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
const slowDowns = options.slow.split(',').map(Number)
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

await runPart('tick', benchTick)

if (['cold', 'steady', 'idle', 'memory', 'profile'].some((part) => wanted.has(part))) {
  const stage = await openStage({
    demo: options.demo,
    live: options.live,
    fresh: options.fresh,
    parts: wanted,
    speed,
  })
  const { browser, pages } = stage
  await runPart('cold', () => benchCold(browser, stage.coldPages, runs, slowDowns))
  await runPart('steady', () => benchSteady(browser, pages, Math.min(runs, 3), seconds))
  await runPart('idle', () => benchIdle(browser, pages.live, pages.floor, seconds))
  await runPart('memory', () => benchMemory(browser, pages, minutes, speed))
  await runPart('profile', async () => [
    ...(await profilePage(browser, pages.demo, options.demo, seconds)),
    ...(await profilePage(browser, pages.everyPoint, options.live, seconds)),
  ])
  await stage.close()
}

const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length, runs, seconds, minutes }
console.log(options.json ? jsonOf(rows, about) : tableOf(rows))
