import type { Page } from '@playwright/test'

/** The day on which the pictures are taken, whatever day it is: a Friday afternoon in the park. */
export const FIXED_NOW_MS = Date.UTC(2026, 10, 20, 8)
/** The instant that they show: the morning of that day. */
export const SHOWN_AT = '2026-11-20T03:00:00Z'

/** Makes `Date` of a page or a worker begin at an instant and go on at its own pace. Runs in the browser. */
function beginAt(instantMs: number): void {
  const RealDate = Date
  // The clock of the other browser tests (`.ci/test-clock.mjs`) is not put ahead of this one.
  Reflect.set(globalThis, 'shiftedClock', true)
  const startMs = RealDate.now()
  const now = (): number => instantMs + RealDate.now() - startMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values: unknown[]) => Reflect.construct(target, values.length > 0 ? values : [now()]),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Puts the fixed day into a page and into the worker in which its park is simulated. */
export async function openFixedDay(page: Page): Promise<void> {
  await page.addInitScript(beginAt, FIXED_NOW_MS)
  await page.route('**/assets/world.worker-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `(${beginAt.toString()})(${FIXED_NOW_MS});\n${await response.text()}` })
  })
}
