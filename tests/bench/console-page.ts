import type { Page } from '@playwright/test'

/** What the page tells about one stretch of time. Milliseconds. */
export interface Observed {
  /** Longest event of each interaction, from the press to the next paint. */
  interactions: number[]
  /** What the slowest ones were, slowest first: event, what it was on, duration. */
  slowest: string[]
  /** Interactions of the page in all; those that are not listed took less than 16 ms. */
  interactionCount: number
  longTasks: number[]
  /** Most rows that stood in the page at once. */
  mostRows: number
  /** Open alarms that the strip showed, and when they were painted (epoch milliseconds). */
  painted: { count: number; atMs: number }[]
  /** Longest wait between two frames. */
  longestFrame: number
}

declare global {
  var consoleBench: { observed: Observed } | undefined
}

/** Starts to observe: events, long tasks, rows, and how many open alarms the page shows after each paint. */
export function observe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const observed: Observed = {
      interactions: [],
      slowest: [],
      interactionCount: 0,
      longTasks: [],
      mostRows: 0,
      painted: [],
      longestFrame: 0,
    }
    globalThis.consoleBench = { observed }
    const longest = new Map<number, number>()
    const named = new Map<number, string>()
    const before = Reflect.get(performance, 'interactionCount') ?? 0
    const events = { type: 'event', durationThreshold: 16 }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = Number(Reflect.get(entry, 'interactionId') ?? 0)
        if (id === 0 || entry.duration <= (longest.get(id) ?? 0)) continue
        longest.set(id, entry.duration)
        const target: unknown = Reflect.get(entry, 'target')
        const on = target instanceof Element ? (target.getAttribute('aria-label') ?? target.textContent) : ''
        named.set(id, `${entry.name} ${on.slice(0, 24)} ${entry.duration}`)
      }
      observed.interactions = [...longest.values()]
      const ranked = [...longest].toSorted(([, a], [, b]) => b - a)
      observed.slowest = ranked.slice(0, 12).map(([id]) => named.get(id) ?? '')
      observed.interactionCount = (Reflect.get(performance, 'interactionCount') ?? 0) - before
    }).observe(events)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) observed.longTasks.push(duration)
    }).observe({ type: 'longtask' })
    let frameMs = performance.now()
    const look = (now: number): void => {
      observed.longestFrame = Math.max(observed.longestFrame, now - frameMs)
      frameMs = now
      const rows = document.querySelectorAll('tbody tr, [data-seq]').length
      observed.mostRows = Math.max(observed.mostRows, rows)
      const counts = [...document.querySelectorAll('[data-open]')]
      const count = counts.reduce((sum, element) => sum + Number(element.getAttribute('data-open')), 0)
      if (count !== (observed.painted.at(-1)?.count ?? 0)) {
        // This frame will be painted; what comes after it has been.
        setTimeout(() => observed.painted.push({ count, atMs: performance.timeOrigin + performance.now() }), 0)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

export function readObserved(page: Page): Promise<Observed> {
  return page.evaluate(() => {
    const bench = globalThis.consoleBench
    if (!bench) throw new Error('nothing was observed')
    return bench.observed
  })
}

/** From the press of a button to the paint of what answers it, less the time of the request. Milliseconds. */
export async function timeCommand(page: Page, button: string, done: string): Promise<number> {
  await page.evaluate(
    ({ done: text }) => {
      const detail = document.querySelector('[data-alarm-detail]')
      performance.clearResourceTimings()
      addEventListener(
        'click',
        ({ timeStamp }) => {
          const look = (): void => {
            if (!detail?.textContent.includes(text)) return void requestAnimationFrame(look)
            setTimeout(() => {
              const [post] = performance
                .getEntriesByType('resource')
                .filter(({ name }) => name.endsWith('/acknowledge'))
                .map(({ duration }) => duration)
              const tookMs = performance.now() - timeStamp - (post ?? Number.NaN)
              document.documentElement.dataset['commandMs'] = String(tookMs)
            }, 0)
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    },
    { done },
  )
  await page.locator('[data-alarm-detail]').getByRole('button', { name: button, exact: true }).click()
  await page.waitForFunction(() => document.documentElement.dataset['commandMs'] !== undefined, null, {
    timeout: 20_000,
  })
  return page.evaluate(() => {
    const text = document.documentElement.dataset['commandMs']
    delete document.documentElement.dataset['commandMs']
    return Number(text)
  })
}
