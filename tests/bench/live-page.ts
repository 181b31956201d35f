import type { Browser, BrowserContext } from '@playwright/test'
import { openPage, pause, readCounters, startCounters, waitForMark } from './browser.ts'
import type { MainThread, OpenPage } from './browser.ts'
import type { Feed, FeedMode } from './feed.ts'
import { countMapFrames } from './frame-counter.ts'

export interface FastClock {
  originMs: number
  speed: number
}

/** Lets `Date` run faster in the page; timers and animation keep real time. */
async function speedUpClock(context: BrowserContext, clock: FastClock): Promise<void> {
  await context.addInitScript(({ originMs, speed }) => {
    const realNow = Date.now
    const now = () => originMs + (realNow() - originMs) * speed
    globalThis.Date = new Proxy(Date, {
      construct: (target, values: unknown[]) => Reflect.construct(target, values.length > 0 ? values : [now()]),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    })
  }, clock)
}

/** A page that stays open and gets its values once a second. */
export interface LivePage {
  name: string
  url: string
  /** The page has settled some seconds after this mark. */
  readyMark: string
  /** Relay behind the page, and what it sends; none for pages that make their values themselves. */
  feed?: { feed: Feed; mode: FeedMode }
  /** Clock of the page, so that it agrees with a server of the same one. */
  clock?: FastClock
}

/** Opens a page, waits until it is fully drawn and lets it settle. Throws when its mark does not come. */
export async function openLive(browser: Browser, target: LivePage, settleMs: number): Promise<OpenPage> {
  if (target.feed) target.feed.feed.mode = target.feed.mode
  const open = await openPage(browser, async (context) => {
    await countMapFrames(context)
    if (target.clock) await speedUpClock(context, target.clock)
  })
  await startCounters(open.cdp)
  await open.page.goto(target.url, { waitUntil: 'commit' })
  if (!(await waitForMark(open.page, target.readyMark, 180_000))) {
    await open.close()
    throw new Error(`${target.name}: no mark ${target.readyMark} within 180 s`)
  }
  await pause(settleMs)
  return open
}

export interface Load {
  /** Percent of the main thread's time. */
  busy: number
  script: number
  layout: number
  seconds: number
}

/** Load of the main thread between two looks. */
export function loadBetween(from: MainThread, to: MainThread): Load {
  const seconds = (to.atMs - from.atMs) / 1000
  return {
    busy: ((to.taskS - from.taskS) / seconds) * 100,
    script: ((to.scriptS - from.scriptS) / seconds) * 100,
    layout: ((to.layoutS - from.layoutS + to.styleS - from.styleS) / seconds) * 100,
    seconds,
  }
}

/** Main-thread load over a stretch of time. */
export async function measureLoad(open: OpenPage, ms: number): Promise<Load> {
  const from = await readCounters(open.cdp)
  await pause(ms)
  return loadBetween(from, await readCounters(open.cdp))
}
