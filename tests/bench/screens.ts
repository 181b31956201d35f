import type { Browser, Page } from '@playwright/test'
import { PARK_IDS } from '../../mocks/park/load-node.ts'
import { collectAll, pause } from './browser.ts'
import type { OpenPage } from './browser.ts'
import { measureLoad, openLive } from './live-page.ts'
import type { LivePage } from './live-page.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

/** Screens that are opened, and those whose load is measured. */
const VISITED = ['energy', 'water', 'tenants', 'waste', 'alarms', 'scorecard', 'daily', 'portfolio'] as const
/** Opened before them: what leaves the map waits for the frame that the map is drawing. */
const AFTER_MAP = 'health'
const LOADED = ['energy', 'water', 'waste', 'tenants'] as const
const POINT = 'sel=asset:em-a04&point=em-a04.active-power'
const HEAP_TARGET_MB = 45
const GROWTH_TARGET_PERCENT = 10

export interface ScreensPages {
  /** The live build with all parks, every point changing once a second. */
  parks: LivePage
}

/** Clicks the link of a screen and waits until something of it can be used and has been painted, milliseconds. */
function openScreen(page: Page, id: string): Promise<number> {
  return page.evaluate((screen) => {
    const main = document.querySelector('#main')
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')]
    const link = links.find(({ hash }) => hash.split('?')[0]?.endsWith(`/${screen}`))
    if (!main || !link) throw new Error(`no link to ${screen}`)
    const old = main.firstElementChild
    const from = performance.now()
    link.click()
    return new Promise<number>((resolve, reject) => {
      const look = (): void => {
        const isThere =
          link.getAttribute('aria-current') === 'page' &&
          (old === null || !old.isConnected) &&
          main.querySelector('table, [data-figure], svg, input, canvas, article') !== null
        if (isThere) requestAnimationFrame(() => resolve(performance.now() - from))
        else if (performance.now() - from > 20_000) reject(new Error(`${screen} did not come`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, id)
}

/** Chooses another park in the corner and waits until the same screen shows live values of it, milliseconds. */
function openPark(page: Page, id: string): Promise<number> {
  return page.evaluate((park) => {
    const select = document.querySelector<HTMLSelectElement>('select')
    if (!select) throw new Error('no switch between parks')
    const from = performance.now()
    select.value = park
    select.dispatchEvent(new Event('change', { bubbles: true }))
    return new Promise<number>((resolve, reject) => {
      const look = (): void => {
        const isThere =
          location.hash.includes(`/${park}/`) &&
          document.querySelector('[data-connection="live"]') !== null &&
          [...document.querySelectorAll('#main [data-figure]')].some((figure) => /\d/.test(figure.textContent))
        if (isThere) requestAnimationFrame(() => resolve(performance.now() - from))
        else if (performance.now() - from > 30_000) reject(new Error(`${park} did not come`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, id)
}

interface YearTimes {
  fromClick: number
  afterAnswer: number
}

/** Asks for a year of a point on one of the screens that show a selection, and waits until it is painted. */
async function openYear(page: Page, screen: 'energy' | 'overview'): Promise<YearTimes> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/bau-bang/${screen}?${POINT}`)
  const day = page.locator('[data-chart-from]')
  await day.waitFor({ timeout: 60_000 })
  // What is measured is the chart of a page that stands, also where a map begins anew beside it.
  if (screen === 'overview') await page.locator('[data-map-state="full"]').waitFor({ timeout: 120_000 })
  await pause(2000)
  return page.evaluate(() => {
    const host = document.querySelector('[data-chart-from]')
    const shown = host?.getAttribute('data-chart-from')
    const buttons = [...document.querySelectorAll<HTMLElement>('fieldset button, [role=radio], button')]
    const year = buttons.find(({ textContent }) => /^1 (năm|year)$/.test(textContent.trim()))
    if (!year) throw new Error('no button for a year')
    performance.clearResourceTimings()
    const from = performance.now()
    year.click()
    return new Promise<{ fromClick: number; afterAnswer: number }>((resolve, reject) => {
      const look = (): void => {
        const now = document.querySelector('[data-chart-from]')?.getAttribute('data-chart-from')
        if (now !== undefined && now !== null && now !== shown) {
          // The chart is drawn in an effect of this frame; the next one shows it.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const answers = performance
                .getEntriesByType('resource')
                .flatMap((entry) =>
                  entry instanceof PerformanceResourceTiming && entry.name.includes('/readings')
                    ? [entry.responseEnd]
                    : [],
                )
              const end = performance.now()
              resolve({ fromClick: end - from, afterAnswer: end - Math.max(...answers) })
            }),
          )
        } else if (performance.now() - from > 30_000) reject(new Error('the year did not come'))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  })
}

async function heapMb({ cdp }: OpenPage): Promise<number> {
  await collectAll(cdp)
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

interface Visit {
  screen: string
  ms: number
}

function slowestFirst(times: ReadonlyMap<string, readonly number[]>): Visit[] {
  return [...times].map(([screen, list]) => ({ screen, ms: medianOf(list) })).toSorted((a, b) => b.ms - a.ms)
}

function listed(visits: readonly Visit[]): string {
  return visits.map(({ screen, ms }) => `${screen} ${ms.toFixed(0)}`).join(', ')
}

/** Every screen of every park but the map's, one after the other. */
async function visitAll(page: Page): Promise<void> {
  for (const park of PARK_IDS) {
    await openScreen(page, 'energy')
    await openPark(page, park)
    for (const screen of [...VISITED.filter((id) => id !== 'energy'), AFTER_MAP]) {
      await openScreen(page, screen)
      await pause(600)
    }
  }
}

/**
 * Screens of the live build against the mock server behind a real port, every point changing once a second: first and
 * second visit, the switch of parks, and a year of a point.
 */
export async function benchScreens(browser: Browser, target: LivePage, runs: number): Promise<Row[]> {
  const first = new Map<string, number[]>()
  const again = new Map<string, number[]>()
  const switches: number[] = []
  const leaving: number[] = []
  const years: YearTimes[] = []
  const beside: YearTimes[] = []
  for (let run = 0; run < Math.min(runs, 3); run++) {
    const open = await openLive(browser, target, 3000)
    leaving.push(await openScreen(open.page, AFTER_MAP))
    await pause(1500)
    for (const times of [first, again]) {
      for (const screen of VISITED) {
        const list = times.get(screen) ?? []
        times.set(screen, list)
        list.push(await openScreen(open.page, screen))
        await pause(1500)
      }
    }
    await openScreen(open.page, 'energy')
    for (const park of [...PARK_IDS.slice(1), ...PARK_IDS.slice(0, 1)]) {
      await pause(1500)
      switches.push(await openPark(open.page, park))
    }
    years.push(await openYear(open.page, 'energy'))
    beside.push(await openYear(open.page, 'overview'))
    await open.close()
  }
  const [firstOf, againOf] = [slowestFirst(first), slowestFirst(again)]
  const group = 'screens, every point live'
  return [
    {
      group,
      name: 'slowest first visit',
      value: firstOf[0]?.ms ?? Number.NaN,
      unit: 'ms',
      target: 400,
      note: listed(firstOf),
    },
    {
      group,
      name: 'slowest second visit',
      value: againOf[0]?.ms ?? Number.NaN,
      unit: 'ms',
      target: 150,
      note: listed(againOf),
    },
    {
      group,
      name: `from the map to ${AFTER_MAP}, first visit`,
      value: medianOf(leaving),
      unit: 'ms',
      note: 'waits for the frame that the map is drawing: nothing on a graphics card, up to a second in software',
    },
    {
      group,
      name: 'switch to another park',
      value: medianOf(switches),
      unit: 'ms',
      target: 1000,
      note: `largest ${Math.max(...switches).toFixed(0)}`,
    },
    {
      group,
      name: 'year of a point, after the answer',
      value: medianOf(years.map((one) => one.afterAnswer)),
      unit: 'ms',
      target: 300,
    },
    {
      group,
      name: 'year of a point, after the click',
      value: medianOf(years.map((one) => one.fromClick)),
      unit: 'ms',
      target: 1500,
    },
    {
      group,
      name: 'the same beside the map, after the click',
      value: medianOf(beside.map((one) => one.fromClick)),
      unit: 'ms',
      note: 'waits for the frames of the map, which are slow in software',
    },
  ]
}

/** Load of the main thread on the heaviest pages, every point changing once a second. */
export async function benchPages(browser: Browser, target: LivePage, seconds: number): Promise<Row[]> {
  const open = await openLive(browser, target, 3000)
  const rows: Row[] = []
  for (const screen of LOADED) {
    await openScreen(open.page, screen)
    await pause(12_000)
    const { busy, script } = await measureLoad(open, seconds * 1000)
    rows.push({
      group: `main thread over ${seconds} s, every point live`,
      name: screen,
      value: busy,
      unit: '%',
      target: 5,
      note: `script ${script.toFixed(1)} %`,
    })
  }
  await open.close()
  return rows
}

/** Heap after every screen of every park, twice, and what doing it again adds. */
export async function benchVisits(browser: Browser, target: LivePage): Promise<Row[]> {
  const open = await openLive(browser, target, 3000)
  const heaps: number[] = []
  for (let round = 0; round < 2; round++) {
    await visitAll(open.page)
    await visitAll(open.page)
    await openScreen(open.page, 'overview')
    await pause(5000)
    heaps.push(await heapMb(open))
  }
  await open.close()
  const [before = Number.NaN, after = Number.NaN] = heaps
  const group = 'memory after every screen of every park, twice'
  return [
    { group, name: 'JS heap', value: before, unit: 'MB', target: HEAP_TARGET_MB },
    {
      group,
      name: 'more after doing it again',
      value: (after / before - 1) * 100,
      unit: '%',
      target: GROWTH_TARGET_PERCENT,
      note: `${before.toFixed(1)} then ${after.toFixed(1)} MB`,
    },
  ]
}
