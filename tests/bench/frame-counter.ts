import type { BrowserContext, Page } from '@playwright/test'

const KEY = 'benchMapFrames'

/**
 * Notes the time of every animation frame in which anything is drawn by WebGL. To be installed before
 * the page loads. The time of the document's timeline stands still within a frame, so each counts once.
 */
export async function countMapFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    const frames: number[] = []
    Reflect.set(globalThis, key, frames)
    const proto = WebGL2RenderingContext.prototype
    for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) {
      const draw: unknown = Reflect.get(proto, name)
      if (typeof draw !== 'function') continue
      Reflect.set(proto, name, function (this: WebGL2RenderingContext, ...values: unknown[]) {
        const now = Number(document.timeline.currentTime)
        if (frames.at(-1) !== now) frames.push(now)
        return Reflect.apply(draw, this, values)
      })
    }
  }, KEY)
}

/** Times of the map frames since the last call, milliseconds of the page's timeline. */
export async function takeMapFrames(page: Page): Promise<number[]> {
  const taken: unknown = await page.evaluate((key) => {
    const frames: unknown = Reflect.get(globalThis, key)
    return Array.isArray(frames) ? frames.splice(0) : []
  }, KEY)
  return Array.isArray(taken) ? taken.map(Number) : []
}

/** Largest number of frames in any window of one second. */
export function mostInOneSecond(times: readonly number[]): number {
  let most = 0
  let from = 0
  times.forEach((time, index) => {
    while (time - (times[from] ?? time) >= 1000) from += 1
    most = Math.max(most, index - from + 1)
  })
  return most
}
