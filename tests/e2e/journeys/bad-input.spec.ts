import { type Page, expect, test } from '@playwright/test'
import { z } from 'zod'
import { HOSTILE_NAMES } from '../harness/hostile-backend.ts'
import { LIVE_BUILD, configureServer } from '../harness/live-build.ts'
import { type RunningServer, startServerProcess } from '../harness/mock-server.ts'

let server: RunningServer

test.use({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.5 })

test.beforeAll(async () => {
  server = await startServerProcess([], 'tests/e2e/harness/hostile-server.ts')
})

test.afterAll(() => server.stop())

async function open(page: Page, screen: string): Promise<void> {
  await configureServer(page, `http://127.0.0.1:${server.port}`)
  await page.goto(`${LIVE_BUILD}#/bau-bang/${screen}?lang=en&look=room-dark`)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
}

/** Nothing of what came was run, and nothing stands out of the page. */
async function checkHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBe(0)
}

test('what cannot be true is counted by reason with a sample, and names of any kind are only names', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await open(page, 'health')
  const refused = page.getByRole('table', { name: 'Rejected data' })
  for (const reason of [
    'Repeated sample',
    'Sample out of order',
    'Index of no known point',
    'Unknown point',
    'Unknown quality',
    'Source time in the future',
    'Source time too far in the past',
    'Not a number',
  ]) {
    const row = refused.getByRole('row', { name: reason })
    await expect(row).toContainText(/Sample: \S/)
    await expect(row.getByRole('cell').last()).toHaveText(/^[\d,]+$/)
  }
  // What is true all the same is there: nearly every point is good.
  const [good = 0, all = 0] = (
    (await page
      .getByText(/points good/)
      .first()
      .textContent()) ?? ''
  )
    .match(/[\d,]+/g)
    ?.map((text) => Number(text.replace(',', ''))) ?? [0, 0]
  expect(all).toBeGreaterThan(1000)
  expect(good / all).toBeGreaterThan(0.8)

  const list = await fetch(`http://127.0.0.1:${server.port}/api/v1/parks/bau-bang/tenants`)
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await list.json())
  for (const name of HOSTILE_NAMES) {
    const id = items.find((tenant) => tenant.name === name)?.id ?? ''
    await page.goto(`${LIVE_BUILD}#/bau-bang/tenants?sel=tenant:${id}&lang=en&look=room-dark`)
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(name)
    await expect(page.getByRole('table', { name: 'Tenants' })).toContainText(name)
    await checkHarmless(page)
  }
  expect(errors).toEqual([])
})

test('a comment without end, an answer that is lost and a shelving past its limit are told in their form', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await open(page, 'alarms')
  await page.getByRole('combobox', { name: 'Role:' }).selectOption({ label: 'Shift lead' })
  const detail = page.locator('[data-alarm-detail^="feeder-trip"]')
  await expect(detail).toBeVisible({ timeout: 60_000 })
  const dialog = page.getByRole('dialog')
  const send = dialog.locator('button[type="submit"]')
  const keys: unknown[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && /acknowledge|addComment/.test(request.url())) {
      const body: unknown = request.postDataJSON()
      keys.push(typeof body === 'object' && body !== null ? Reflect.get(body, 'idempotencyKey') : null)
    }
  })

  // 10,000 characters with markup: kept in the form, told by how much it is too long, sent when it fits, shown as text.
  const long = '<b onclick="window.hacked=1">x</b>'.repeat(300).slice(0, 10_000)
  await detail.getByRole('button', { name: 'Comment', exact: true }).click()
  await dialog.getByRole('textbox').fill(long)
  await expect(dialog).toContainText('8,000 characters too many')
  await send.click()
  await expect(dialog.getByRole('textbox')).toHaveValue(long)
  expect(keys).toEqual([])
  await dialog.getByRole('textbox').fill(long.slice(0, 2000))
  await send.click()
  await expect(dialog).toHaveCount(0)
  await expect(detail).toContainText(long.slice(0, 200))
  await expect(detail.locator('[onclick]')).toHaveCount(0)
  await expect(detail.getByRole('button', { name: 'Acknowledge' })).toBeInViewport()

  // The answer is lost on its way; the same form, pressed again, does nothing twice.
  await page.route(
    '**/acknowledge',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  keys.length = 0
  await detail.getByRole('button', { name: 'Acknowledge' }).click()
  await dialog.getByRole('textbox').fill('crew called once')
  await send.click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  const second = page.waitForResponse((one) => one.url().endsWith('/acknowledge'))
  await send.click()
  expect(await (await second).json()).toMatchObject({ repeated: true })
  await expect(dialog).toHaveCount(0)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
  await expect(detail).toContainText('Active, acknowledged')

  // Longer than may be: told in the form.
  await page.route(
    '**/timedShelve',
    (route) => route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), durationS: 86_400 }) }),
    { times: 1 },
  )
  await detail.getByRole('button', { name: /^Shelve/ }).click()
  await dialog.getByRole('textbox').fill('pump change')
  await send.click()
  await expect(dialog.getByRole('alert')).toContainText('durationS')
  await checkHarmless(page)
})
