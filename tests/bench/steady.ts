import type { BareBrowser } from './bare-browser.ts'
import { barePage } from './bare-page.ts'
import { pause } from './browser.ts'
import { loadBetween } from './live-page.ts'
import type { LivePage, Load } from './live-page.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

export interface SteadyPages {
  floor: LivePage
  /** The live build with every point changing once a second over the socket. */
  everyPoint: LivePage
  /** The live build with the park's own rates. */
  live: LivePage
  /** The live build with no readings at all: clocks, ages and what else ticks by itself. */
  silent: LivePage
  /** The demo build: the same park, simulated in a worker. The worker's own thread is not counted. */
  demo: LivePage
}

interface Sample extends Load {
  readingsPerS: number
  framesPerS: number
}

const SETTLES_MS = 6000

async function sampleOnce(browser: BareBrowser, target: LivePage, seconds: number): Promise<Sample> {
  if (target.feed) target.feed.feed.mode = target.feed.mode
  const page = barePage(await browser.open())
  try {
    await page.startCounters()
    await page.goTo(target.url)
    if (!(await page.waitForMark(target.readyMark, 180_000)))
      throw new Error(`${target.name}: no mark ${target.readyMark} within 180 s`)
    await pause(SETTLES_MS)
    const feed = target.feed?.feed
    const frames = feed?.frames ?? 0
    const readings = feed?.readings ?? 0
    const from = await page.readCounters()
    await pause(seconds * 1000)
    const load = loadBetween(from, await page.readCounters())
    return {
      ...load,
      framesPerS: ((feed?.frames ?? 0) - frames) / load.seconds,
      readingsPerS: ((feed?.readings ?? 0) - readings) / load.seconds,
    }
  } finally {
    await page.close()
  }
}

/**
 * Main-thread load of the live product in CPU time of that thread (the GL process stands apart), with the
 * simulator's extra. What the page does for one received frame holds more than the tick that has a target (decode,
 * store, derived figures, map attributes, numbers: `tick-bench.ts`), and nothing is taken off: a page without readings is
 * no measure of what it does by itself, for it has every number grow old.
 */
export async function benchSteady(
  browser: BareBrowser,
  pages: SteadyPages,
  runs: number,
  seconds: number,
): Promise<Row[]> {
  const all = [pages.floor, pages.everyPoint, pages.live, pages.silent, pages.demo]
  const samples = new Map<LivePage, Sample[]>()
  for (let run = 0; run < runs; run++) {
    for (const page of all) {
      const list = samples.get(page) ?? []
      samples.set(page, list)
      try {
        list.push(await sampleOnce(browser, page, seconds))
      } catch (error) {
        console.error(String(error))
      }
    }
  }
  const of = (page: LivePage, pick: (sample: Sample) => number) => medianOf((samples.get(page) ?? []).map(pick))
  const busy = (page: LivePage) => of(page, (sample) => sample.busy)
  const script = (page: LivePage) => of(page, (sample) => sample.script)
  const noteOf = (page: LivePage) =>
    `script ${script(page).toFixed(2)} %, layout and style ${of(page, (sample) => sample.layout).toFixed(2)} %` +
    (page.feed && page.feed.mode !== 'silent'
      ? `; ${of(page, (sample) => sample.readingsPerS).toFixed(0)} readings/s in ${of(page, (sample) => sample.framesPerS).toFixed(1)} frames/s`
      : '')
  const floor = busy(pages.floor)
  const group = `steady live, main thread over ${seconds} s`
  const perFrame = (pick: (page: LivePage) => number) =>
    (pick(pages.everyPoint) * 10) / of(pages.everyPoint, (sample) => sample.framesPerS)
  return [
    { group, name: 'floor', value: floor, unit: '%', note: noteOf(pages.floor) },
    {
      group,
      name: 'live, every point each second',
      value: busy(pages.everyPoint),
      unit: '%',
      target: 3,
      floor,
      note: noteOf(pages.everyPoint),
    },
    { group, name: "live, the park's own rates", value: busy(pages.live), unit: '%', floor, note: noteOf(pages.live) },
    { group, name: 'live, feed silent', value: busy(pages.silent), unit: '%', floor, note: noteOf(pages.silent) },
    { group, name: 'demo, simulator in a worker', value: busy(pages.demo), unit: '%', floor, note: noteOf(pages.demo) },
    { group, name: "simulator's extra", value: busy(pages.demo) - busy(pages.live), unit: '%', target: 3 },
    {
      group: 'the page for each received frame in which every point changes',
      name: 'script',
      value: perFrame(script),
      unit: 'ms',
      floor: script(pages.floor) * 10,
      note: 'the tick, React, the drawing of map and sparklines, clocks and ages',
    },
    {
      group: 'the page for each received frame in which every point changes',
      name: 'all main-thread work',
      value: perFrame(busy),
      unit: 'ms',
      floor: floor * 10,
    },
  ]
}
