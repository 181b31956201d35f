import type { Browser, BrowserContext } from '@playwright/test'
import { openPage, type OpenPage } from '../bench/browser.ts'
import type { SoakClock } from './soak-clock.ts'

/** Puts the soak's clock into the page, and counts graphics contexts that are alive. */
async function prepare(browser: BrowserContext, clock: SoakClock): Promise<void> {
  await browser.addInitScript(({ originMs, speed, fastForMs }: SoakClock) => {
    const realNow = Date.now
    const now = (): number => {
      const sinceMs = realNow() - originMs
      return Math.floor(originMs + Math.min(sinceMs, fastForMs) * speed + Math.max(0, sinceMs - fastForMs))
    }
    globalThis.Date = new Proxy(Date, {
      construct: (target, values: unknown[]) => Reflect.construct(target, values.length > 0 ? values : [now()]),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    })
    const contexts = new Set<WeakRef<WebGL2RenderingContext>>()
    Reflect.set(globalThis, 'soakContexts', contexts)
    const getContext: unknown = Reflect.get(HTMLCanvasElement.prototype, 'getContext')
    if (typeof getContext !== 'function') return
    Reflect.set(
      HTMLCanvasElement.prototype,
      'getContext',
      function count(this: HTMLCanvasElement, ...asked: unknown[]) {
        const context: unknown = Reflect.apply(getContext, this, asked)
        const isKnown = [...contexts].some((known) => known.deref() === context)
        if (context instanceof WebGL2RenderingContext && !isKnown) contexts.add(new WeakRef(context))
        return context
      },
    )
  }, clock)
}

/** A page on the soak's clock. */
export function openSoakPage(browser: Browser, clock: SoakClock): Promise<OpenPage> {
  return openPage(browser, (context) => prepare(context, clock))
}

export interface Sample {
  heapMb: number
  nodes: number
  listeners: number
  contexts: number
}

/** What is left after a forced collection. */
export async function sample({ page, cdp }: OpenPage): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const heap = await cdp.send('Runtime.getHeapUsage')
  const dom = await cdp.send('Memory.getDOMCounters')
  const contexts = await page.evaluate(() => {
    const known: unknown = Reflect.get(globalThis, 'soakContexts')
    if (!(known instanceof Set)) return 0
    return [...known].filter((ref) => ref instanceof WeakRef && ref.deref()?.isContextLost() === false).length
  })
  return { heapMb: heap.usedSize / 1e6, nodes: dom.nodes, listeners: dom.jsEventListeners, contexts }
}

/** Takes the graphics context of every canvas on screen away, as a driver that restarts does. */
export function loseGraphics({ page }: OpenPage): Promise<number> {
  return page.evaluate(() => {
    let lost = 0
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.maplibregl-canvas')) {
      const context = canvas.getContext('webgl2')
      const extension = context?.getExtension('WEBGL_lose_context')
      if (context?.isContextLost() !== false || !extension) continue
      extension.loseContext()
      lost += 1
    }
    return lost
  })
}

/** What somebody in front of the page reads, for a report of what went wrong. */
export function textOf({ page }: OpenPage): Promise<string> {
  return page
    .evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' ').slice(0, 400) || '(nothing)')
    .catch(() => '(no answer)')
}
