import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'

let server: ViteDevServer
let address = ''

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test.beforeAll(async () => {
  server = await createServer({
    server: { port: 0, watch: null, hmr: false },
    optimizeDeps: { exclude: ['maplibre-gl'], entries: ['tests/map/harness.tsx', 'src/map/**/*.{ts,tsx}'] },
  })
  await server.listen()
  address = server.resolvedUrls?.local[0] ?? ''
})

test.afterAll(async () => {
  await server.close()
})

async function openMap(page: Page, query: string): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { clears: 0 })
    // Every frame of the map clears its canvas at least once.
    const { prototype } = WebGL2RenderingContext
    const own: unknown = Reflect.get(prototype, 'clear')
    Reflect.set(prototype, 'clear', function count(this: WebGL2RenderingContext, mask: number): void {
      Object.assign(window, { clears: Number(Reflect.get(window, 'clears')) + 1 })
      if (typeof own === 'function') Reflect.apply(own, this, [mask])
    })
  })
  await page.goto(`${address}tests/map/harness.html?trees=off&${query}`)
  await expect(page).toHaveTitle('full', { timeout: 120_000 })
}

const framesOf = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'clears')))

/** Share of pixels that differ clearly between two pictures of the map. */
async function difference(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async ([a, b]) => {
      const pixels = await Promise.all(
        [a, b].map(async (data) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
          const g = new OffscreenCanvas(image.width, image.height).getContext('2d')
          g?.drawImage(image, 0, 0)
          return g?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        }),
      )
      const [first = new Uint8ClampedArray(), second = new Uint8ClampedArray()] = pixels
      let changed = 0
      for (let i = 0; i < first.length; i += 4) {
        const distance =
          Math.abs((first[i] ?? 0) - (second[i] ?? 0)) +
          Math.abs((first[i + 1] ?? 0) - (second[i + 1] ?? 0)) +
          Math.abs((first[i + 2] ?? 0) - (second[i + 2] ?? 0))
        if (distance > 48) changed += 1
      }
      return changed / (first.length / 4)
    },
    [before.toString('base64'), after.toString('base64')],
  )
}

test('a lost graphics context comes back with every highlight, and says so', async ({ page }) => {
  await openMap(page, 'marks=on')
  const map = page.locator('.maplibregl-map')
  const before = await map.screenshot()
  await page.evaluate(() => {
    document
      .querySelector<HTMLCanvasElement>('.maplibregl-canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context')
      ?.loseContext()
  })
  await expect.poll(() => page.evaluate(() => window.statuses), { timeout: 60_000 }).toContain('recovered')
  expect(await page.evaluate(() => window.statuses)).toContain('recovering')
  await expect
    .poll(async () => difference(page, before, await map.screenshot()), { timeout: 60_000 })
    .toBeLessThan(0.005)
})

test('an idle map draws no frame, and a value that changes nothing to see draws none either', async ({ page }) => {
  await openMap(page, 'plots=power-density')
  // The last textures come after the last features.
  let idle = -1
  while (idle !== (await framesOf(page))) {
    idle = await framesOf(page)
    await page.waitForTimeout(3000)
  }
  await page.waitForTimeout(5000)
  expect(await framesOf(page)).toBe(idle)
  await page.evaluate(() => window.standIn.flush())
  await page.waitForTimeout(2000)
  expect(await framesOf(page)).toBe(idle)
  await page.evaluate(() => window.standIn.scale(3))
  await expect.poll(() => framesOf(page)).toBeGreaterThan(idle)
})

test('the keyboard reaches what is in view', async ({ page }) => {
  await openMap(page, 'locale=en')
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox')
  await expect(list).toBeFocused()
  expect(await list.getByRole('option').count()).toBeGreaterThan(90)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-selection]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
})

test('a tap on a plot selects it', async ({ page }) => {
  await openMap(page, 'locale=en')
  await page.locator('.maplibregl-canvas').click({ position: { x: 445, y: 170 } })
  await expect(page.locator('[data-selection^="plot-"]')).toHaveCount(1)
})

/** A browser that gives no graphics context. */
async function withoutGraphics(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = HTMLCanvasElement
    const own: unknown = Reflect.get(prototype, 'getContext')
    Reflect.set(prototype, 'getContext', function refuse(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') || typeof own !== 'function' ? null : Reflect.apply(own, this, [kind, ...rest])
    })
  })
}

/** Holds the map's own code back, so that the plan stays; the answer lets it come. */
async function holdMap(page: Page): Promise<() => void> {
  const gate: { open?: () => void } = {}
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve
  })
  await page.route(/\/map\/map-session\.ts/, async (route) => {
    await opened
    await route.continue()
  })
  return () => gate.open?.()
}

const ready = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('parkscope:map-ready').length), { timeout: 60_000 })
    .toBe(1)

test('the plan shows what the map shows after it: plots in their colours, at their places', async ({ page }) => {
  const letMapCome = await holdMap(page)
  await page.goto(`${address}tests/map/harness.html?trees=off&plots=power-density`, { waitUntil: 'commit' })
  await ready(page)
  const stage = page.locator('[data-map-state] canvas + div').first()
  const plan = await stage.screenshot()
  letMapCome()
  await expect.poll(() => page.evaluate(() => window.statuses), { timeout: 60_000 }).toContain('ready')
  // The ground alone: lines, names and networks come after it.
  expect(await difference(page, plan, await stage.screenshot())).toBeLessThan(0.08)
})

test('where the browser gives no graphics the plan stays, says so, and answers to the hand', async ({ page }) => {
  await withoutGraphics(page)
  await page.goto(`${address}tests/map/harness.html?trees=off&plots=power-density&locale=en&marks=on`)
  await expect(page).toHaveTitle('failed', { timeout: 60_000 })
  await ready(page)
  await expect(page.getByRole('status')).toContainText('plain plan')
  const stage = page.locator('[data-map-state="failed"] canvas')
  const before = await stage.screenshot()
  await page.evaluate(() => window.standIn.scale(3))
  await expect.poll(async () => difference(page, before, await stage.screenshot())).toBeGreaterThan(0.01)
  await expect(page.getByText('Lộ 475 cắt do chạm đất')).toBeVisible()
  // What is not drawn is not in the legend either.
  await expect(page.getByText('Vacant')).toBeVisible()
  await expect(page.getByText('22 kV line')).toHaveCount(0)

  await page.mouse.click(445, 170)
  await expect(page.locator('[data-selection^="plot-"]')).toHaveCount(1)
  const chosen = await stage.screenshot()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => difference(page, chosen, await stage.screenshot())).toBeGreaterThan(0.05)
  await page.getByRole('button', { name: 'List of what is in view' }).click()
  expect(await page.getByRole('option').count()).toBeGreaterThan(5)
  await page.keyboard.press('End')
  await expect(page.getByRole('tooltip')).toBeVisible()
})

test('where the code of the map does not come the plan stays and says why', async ({ page }) => {
  await page.route(/\/map\/map-session\.ts/, (route) => route.abort())
  await page.goto(`${address}tests/map/harness.html?trees=off&plots=power-density&locale=en&marks=on`)
  await expect(page).toHaveTitle('failed', { timeout: 60_000 })
  await ready(page)
  await expect(page.getByRole('status')).toContainText('could not be loaded')
  await expect(page.getByText('Lộ 475 cắt do chạm đất')).toBeVisible()
  await expect(page.locator('[data-map-state="failed"] canvas').first()).toBeVisible()
})
