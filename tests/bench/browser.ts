import { execFileSync } from 'node:child_process'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs'

export const VIEWPORT = { width: 1920, height: 1080 }

/** One browser for all pages of a run, so that floor and product share it and its flags. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
}

/** Name and version of the browser that is measured. */
export function browserVersion(): string {
  return execFileSync(ensureChromium(), ['--version'], { encoding: 'utf8' }).trim().split(' built')[0] ?? ''
}

export interface OpenPage {
  page: Page
  cdp: CDPSession
  close(): Promise<void>
}

/** A page in a context of its own: no cache, no storage, no service worker left from another run. */
export async function openPage(browser: Browser, prepare?: (context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  if (prepare) await prepare(context)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  return { page, cdp, close: () => context.close() } satisfies OpenPage
}

/** Waits for a User Timing mark; false when it did not come in time. */
export async function waitForMark(page: Page, mark: string, timeoutMs: number): Promise<boolean> {
  return page
    .waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: timeoutMs, polling: 50 })
    .then(() => true)
    .catch(() => false)
}

export interface Marks {
  /** Epoch milliseconds of navigation start. */
  originMs: number
  /** First occurrence of each mark, milliseconds after navigation start. */
  ms: Record<string, number>
}

/** Marks of the page so far; a repeated mark counts at its first occurrence. */
export async function readMarks(page: Page): Promise<Marks> {
  return page.evaluate(() => {
    const ms: Record<string, number> = {}
    for (const entry of performance.getEntriesByType('mark')) ms[entry.name] ??= entry.startTime
    return { originMs: performance.timeOrigin, ms }
  })
}

/** Main-thread seconds since the page started, in thread time: what other processes take is not counted. */
export interface MainThread {
  taskS: number
  scriptS: number
  layoutS: number
  styleS: number
  atMs: number
}

/** Switches the counters on; call once per page. */
export async function startCounters(cdp: CDPSession): Promise<void> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
}

export async function readCounters(cdp: CDPSession): Promise<MainThread> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return mainThreadOf(metrics)
}

/** What the browser's counters say of the main thread now. */
export function mainThreadOf(metrics: readonly { name: string; value: number }[]): MainThread {
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    taskS: valueOf('TaskDuration'),
    scriptS: valueOf('ScriptDuration'),
    layoutS: valueOf('LayoutDuration'),
    styleS: valueOf('RecalcStyleDuration'),
    atMs: performance.now(),
  }
}

/** Resolves after a while. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

const MOST_COLLECTIONS = 10
const SETTLED_MB = 0.1

/**
 * Collects until nothing more is freed: what a page has let go of is held across scripts, documents and graphics, and
 * one collection only frees one link of such a chain.
 */
export async function collectAll(cdp: CDPSession): Promise<void> {
  let before = Number.POSITIVE_INFINITY
  for (let k = 0; k < MOST_COLLECTIONS; k++) {
    await cdp.send('HeapProfiler.collectGarbage')
    await pause(200)
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    const heapMb = usedSize / 1e6
    if (before - heapMb < SETTLED_MB) return
    before = heapMb
  }
}
