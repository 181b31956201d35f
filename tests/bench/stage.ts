import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { launchBrowser } from './browser.ts'
import { buildPage, buildProduct, startServer } from './builds.ts'
import type { MockServer } from './builds.ts'
import { MARKS } from './cold.ts'
import type { ColdPage } from './cold.ts'
import { createFeed } from './feed.ts'
import type { Feed, FeedMode } from './feed.ts'
import type { LivePage } from './live-page.ts'
import type { MemoryPages } from './memory.ts'
import { PARK_IDS } from '../../mocks/park/load-node.ts'
import type { ScreensPages } from './screens.ts'
import { startSite } from './site.ts'
import type { Site } from './site.ts'
import { buildStackPage } from './stack-page.ts'
import type { SteadyPages } from './steady.ts'
import { createSorter } from './transfer.ts'

const MOCK_PORT = 4391
const PRODUCT_MARKS = [MARKS.shell, MARKS.firstValue, MARKS.mapReady, MARKS.mapInteractive, MARKS.mapFull]

export interface StageOptions {
  /** Folders of the two builds. */
  demo: string
  live: string
  fresh: boolean
  parts: ReadonlySet<string>
  /** Speed of the second mock server. */
  speed: number
}

/** Everything that the browser parts need: builds, servers, relays and one browser. */
export interface Stage {
  browser: Browser
  coldPages: ColdPage[]
  pages: SteadyPages & MemoryPages & ScreensPages
  close(): Promise<void>
}

interface LiveSide {
  feed: Feed
  site: Site
}

/** The live build on its own origin: its files, the API passed on, its readings through a relay. */
async function startLive(root: string, upstream: string, parks?: readonly string[]): Promise<LiveSide> {
  const feed = createFeed(upstream, 'pass')
  const site = await startSite({
    root,
    config: (origin) => ({ apiBaseUrl: origin, ...(parks && { parks }) }),
    upstream,
    onUpgrade: feed.onUpgrade,
  })
  return { feed, site }
}

function livePage({ feed, site }: LiveSide, mode: FeedMode): LivePage {
  return { name: `live build, ${mode}`, url: site.url, readyMark: MARKS.mapFull, feed: { feed, mode } }
}

/** Starts what the wanted parts need. Throws when a build or a server does not come up. */
export async function openStage(options: StageOptions): Promise<Stage> {
  for (const [folder, script] of [
    [options.demo, 'build'],
    [options.live, 'build:live'],
  ] as const)
    if (options.fresh || !existsSync(join(folder, 'index.html'))) buildProduct(script)

  const floorBuild = await buildPage('floor')
  const floor = await startSite({ root: floorBuild.root })
  const stackBuild = await buildStackPage()
  const stack = await startSite({ root: stackBuild.root })
  const demo = await startSite({ root: options.demo })
  const originMs = Date.now()
  const mocks: MockServer[] = [await startServer('mocks/server.ts', MOCK_PORT)]
  const live = await startLive(options.live, mocks[0]?.url ?? '')
  const sides = [live]
  let fast = live
  if (options.parts.has('memory')) {
    const clock = ['--speed', String(options.speed), '--origin', String(originMs)]
    const mock = await startServer(join(import.meta.dirname, 'fast-server.ts'), MOCK_PORT + 1, clock)
    mocks.push(mock)
    fast = await startLive(options.live, mock.url)
    sides.push(fast)
  }
  if (['screens', 'pages', 'visits', 'wall'].some((part) => options.parts.has(part)))
    sides.push(await startLive(options.live, mocks[0]?.url ?? '', PARK_IDS))
  const allParks = sides.at(-1) ?? live
  const browser = await launchBrowser()

  const product = { marks: PRODUCT_MARKS }
  return {
    browser,
    coldPages: [
      { name: 'floor', site: floor, sort: createSorter(floorBuild.root), marks: [MARKS.floor], judged: false },
      {
        name: 'least page of these libraries',
        site: stack,
        sort: createSorter(stackBuild.root),
        marks: [MARKS.stackValue, MARKS.stackMap],
        judged: false,
      },
      { name: 'demo build', site: demo, sort: createSorter(options.demo), ...product, judged: true },
      { name: 'live build', site: live.site, sort: createSorter(options.live), ...product, judged: false },
    ],
    pages: {
      floor: { name: 'floor', url: floor.url, readyMark: MARKS.floor },
      demo: { name: 'demo build', url: demo.url, readyMark: MARKS.mapFull },
      live: livePage(live, 'pass'),
      everyPoint: livePage(live, 'every-point'),
      silent: livePage(live, 'silent'),
      parks: livePage(allParks, 'every-point'),
      fast: { ...livePage(fast, 'pass'), clock: { originMs, speed: options.speed } },
    },
    async close() {
      await browser.close()
      for (const { feed, site } of sides) {
        feed.close()
        await site.close()
      }
      await Promise.all([floor.close(), stack.close(), demo.close()])
      for (const mock of mocks) mock.stop()
      floorBuild.remove()
      stackBuild.remove()
    },
  }
}
