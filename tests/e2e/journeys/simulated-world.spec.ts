import { expect, test, type Page } from '@playwright/test'

const OVERVIEW = '#/bau-bang/overview?lang=en&look=room-dark'
const worlds = (page: Page) => page.workers().filter((worker) => worker.url().includes('world.worker'))

test('the simulated park runs beside the page, and a test may cut its network', async ({ page }) => {
  await page.goto(OVERVIEW)
  const stream = page.locator('[data-connection]')
  await expect(stream).toHaveAttribute('data-connection', 'live', { timeout: 60_000 })
  expect(worlds(page)).toHaveLength(1)
  await page.evaluate(() => globalThis.parkscopeMock?.cut(Infinity))
  await expect(stream).toHaveAttribute('data-connection', /reconnecting|offline/)
  await page.evaluate(() => globalThis.parkscopeMock?.restore())
  await expect(stream).toHaveAttribute('data-connection', 'live', { timeout: 60_000 })
})

test('a browser that refuses the worker runs the same park in the page', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.Worker = new Proxy(Worker, {
      construct(target, values: ConstructorParameters<typeof Worker>) {
        if (String(values[0]).includes('world.worker')) throw new DOMException('no workers here', 'SecurityError')
        return new target(...values)
      },
    })
  })
  await page.goto(OVERVIEW)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('article [data-live-value]').first()).toHaveText(/\d/)
  expect(worlds(page)).toEqual([])
})
