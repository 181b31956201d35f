import { expect, test } from '@playwright/test'

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.5 })

test('a part that a deployment took away reloads the page once, and not over a tour that is being written', async ({
  page,
}) => {
  await page.goto('#/bau-bang/tour?lang=en')
  await page.getByRole('button', { name: 'Edit a copy' }).first().click({ timeout: 60_000 })
  const title = page.getByRole('textbox', { name: 'Name, English' })
  await title.fill('Half written')
  await page.evaluate(() => Reflect.set(globalThis, 'isSamePage', true))
  const isSamePage = (): Promise<boolean> => page.evaluate(() => Reflect.get(globalThis, 'isSamePage') === true)

  // The host has another version: none of this page's files is left, and the page itself names another entry.
  await page.route(/\/assets\/.*\.(js|css)$/, (route) => route.fulfill({ status: 404, body: 'gone' }))
  const probed = page.waitForRequest(/index\.html\?probe=/, { timeout: 60_000 })
  await page.route(/index\.html\?probe=/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<div id="root"></div><script src="./assets/index-other000.js">' }),
  )
  await page.getByRole('link', { name: 'Waste' }).click()
  const band = page.locator('[data-reload="input"]')
  await expect(band).toContainText('A part of this page could not be loaded')
  await page.getByRole('link', { name: 'Tour' }).click()
  await expect(title).toHaveValue('Half written')
  expect(await isSamePage()).toBe(true)

  await page.unroute(/\/assets\/.*\.(js|css)$/)
  await page.getByRole('button', { name: 'Drop' }).click()
  await probed
  await expect.poll(() => isSamePage().catch(() => true), { timeout: 30_000 }).toBe(false)
  await expect(page.getByRole('button', { name: 'Edit a copy' }).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('[data-reload]')).toHaveCount(0)
  const reloads = await page.evaluate(() => sessionStorage.getItem('parkscope.reloads') ?? '[]')
  expect(JSON.parse(reloads)).toHaveLength(1)
  await page.getByRole('link', { name: 'Waste' }).click()
  await expect(page.getByRole('table').first()).toBeVisible({ timeout: 60_000 })
})

test('a page whose own script was gone when it was asked for comes back without a hand', async ({ page }) => {
  await page.clock.install()
  let isGone = true
  await page.route(/\/assets\/(index|shell)-.*\.js$/, (route) =>
    isGone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
  )
  await page.goto('#/bau-bang/waste?lang=en')
  await expect(page.locator('#root')).toBeEmpty()
  // The host still has no page: nothing is gained by asking it again and again.
  await page.route(/index\.html\?probe=/, (route) => route.abort(), { times: 1 })
  await page.clock.fastForward(31_000)
  await expect(page.locator('#root')).toBeEmpty()

  isGone = false
  await page.clock.fastForward(31_000)
  await expect(page.getByRole('link', { name: 'Waste' })).toBeVisible({ timeout: 60_000 })
})

test('a map whose later code did not come keeps what it has drawn, and comes whole with the page', async ({ page }) => {
  let refused = 0
  await page.route(/\/assets\/network-overlay-.*\.js$/, (route) => {
    refused += 1
    return refused === 1 ? route.fulfill({ status: 503, body: 'one moment' }) : route.continue()
  })
  const uncaught: string[] = []
  page.on('pageerror', (error) => uncaught.push(error.message))
  await page.goto('#/bau-bang/overview?lang=en')
  await page.evaluate(() => Reflect.set(globalThis, 'isSamePage', true))
  const isSamePage = (): Promise<boolean> => page.evaluate(() => Reflect.get(globalThis, 'isSamePage') === true)
  await expect.poll(() => isSamePage().catch(() => true), { timeout: 60_000 }).toBe(false)
  await expect(page.locator('[data-map-state="full"]')).toBeVisible({ timeout: 120_000 })
  expect(uncaught).toEqual([])
})
