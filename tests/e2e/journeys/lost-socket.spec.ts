import { expect, test } from '@playwright/test'
import { type FlakyProxy, startFlakyProxy } from '../harness/flaky-proxy.ts'
import { LIVE_BUILD, configureServer } from '../harness/live-build.ts'
import { type RunningServer, startServerProcess } from '../harness/mock-server.ts'

let server: RunningServer
let proxy: FlakyProxy

test.beforeAll(async () => {
  server = await startServerProcess()
  proxy = await startFlakyProxy(server.port)
})

test.afterAll(async () => {
  await proxy.close()
  server.stop()
})

test('an operator selects a tenant, loses the socket for a minute and gets the gap filled', async ({ page }) => {
  test.setTimeout(300_000)
  await configureServer(page, `http://127.0.0.1:${proxy.port}`)
  await page.goto(`${LIVE_BUILD}#/bau-bang/overview?lang=en&look=room-dark`)
  const stream = page.locator('[data-connection]')
  await expect(stream).toHaveAttribute('data-connection', 'live', { timeout: 60_000 })

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('yung lan shan')
  await page
    .getByRole('option', { name: /Yung-Lan Shan/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sel=/)
  await expect(page.locator('[data-selected]')).toContainText('Yung-Lan Shan')

  const power = page.locator('[data-selected] [data-point^="em-"][data-point$=".active-power"]').first()
  const reading = power.locator('[data-live-value]')
  await expect(reading).toHaveText(/^[\d,]+$/)
  const before = await reading.textContent()

  const cutAt = Date.now()
  proxy.cut()
  await expect(stream).toHaveAttribute('data-connection', /reconnecting|offline/, { timeout: 30_000 })
  await expect(power).toContainText('Stale', { timeout: 40_000 })
  // The last value stays readable, it only stops being taken for a live one.
  await expect(reading).toHaveText(/^[\d,]+$/)
  expect(before).not.toBeNull()
  await page.waitForTimeout(Math.max(0, 60_000 - (Date.now() - cutAt)))

  proxy.restore()
  await expect(stream).toHaveAttribute('data-connection', 'live', { timeout: 100_000 })
  await expect(power).not.toContainText('Stale', { timeout: 20_000 })
  await page.locator('footer a').first().click()
  const filled = page.getByRole('main').locator('dl > div').filter({ hasText: 'Gap filled' }).locator('dd')
  await expect(filled).toHaveText(/\d+/)
  const seconds = Number.parseFloat((await filled.textContent()) ?? '')
  expect(seconds).toBeGreaterThanOrEqual(55)
})
