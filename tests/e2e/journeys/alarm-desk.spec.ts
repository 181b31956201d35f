import { type Browser, type Locator, type Page, expect, test } from '@playwright/test'
import { z } from 'zod'
import { LIVE_BUILD, configureServer } from '../harness/live-build.ts'
import { type RunningServer, startServerProcess } from '../harness/mock-server.ts'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServerProcess(['--scenario', 'feeder-trip', '--park', 'bau-bang'])
})

test.afterAll(() => server.stop())

/** A console of its own: no session, storage or cache is shared with another one. */
async function openConsole(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 0.5 })
  const page = await context.newPage()
  await configureServer(page, `http://127.0.0.1:${server.port}`)
  await page.goto(`${LIVE_BUILD}#/bau-bang/alarms?lang=en&look=room-dark`)
  await page.locator('[data-alarm-detail^="feeder-trip"]').waitFor({ timeout: 150_000 })
  return page
}

/** What is not acknowledged blinks twice a second, all in one phase; whoever asked for no motion gets a word instead. */
async function checkBlinking(page: Page): Promise<void> {
  const blinking = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .map((one) => `${Number(one.effect?.getTiming().duration)} ms from ${Number(one.startTime)}`),
    )
  await expect.poll(async () => new Set(await blinking())).toEqual(new Set(['500 ms from 0']))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(blinking).toEqual([])
  await page.emulateMedia({ reducedMotion: null })
}

/** Fills the form of an acknowledgement up to its last press. */
async function prepareAck(page: Page, comment: string): Promise<void> {
  await page.locator('[data-alarm-detail]').getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(comment)
}

const answerOf = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('acknowledge'))

const API = () => `http://127.0.0.1:${server.port}/api/v1`

async function post(path: string, body: object, token?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  return fetch(`${API()}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Ends the shelving of the journey above: an alarm that is shown again calls anew. */
async function callAnew(): Promise<void> {
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await post('/session/demo-role', { role: 'shift-lead' })).json())
  const list = await fetch(`${API()}/parks/bau-bang/alarms?retain=true&limit=1000`)
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await list.json())
  const trip = items.find(({ id }) => id.startsWith('feeder-trip'))?.id ?? ''
  const answer = await post(
    `/parks/bau-bang/alarms/${trip}/unshelve`,
    { idempotencyKey: 'unshelve-for-the-race' },
    token,
  )
  expect(answer.status).toBe(200)
}

/** Signs, opens every flagged item and accepts, with keys alone. */
async function handOver(page: Page): Promise<void> {
  const press = async (button: Locator): Promise<void> => {
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await press(page.getByRole('button', { name: 'Sign as outgoing shift' }))
  await page.getByRole('dialog').getByRole('textbox').focus()
  await page.keyboard.type('Feeder out, crew on the way')
  await press(page.getByRole('dialog').locator('button[type="submit"]'))
  const accept = page.getByRole('button', { name: 'Accept as incoming shift' })
  await expect(accept).toBeDisabled()
  const toOpen = page.getByRole('button', { name: 'Open', exact: true })
  for (let left = await toOpen.count(); left > 0; left--) {
    await press(toOpen.first())
    await expect(toOpen).toHaveCount(left - 1)
  }
  const accepted = page.waitForResponse((one) => one.url().endsWith('/accept'))
  await press(accept)
  expect((await accepted).ok()).toBe(true)
  await expect(page.getByRole('button', { name: 'Sign as outgoing shift' })).toBeVisible()
}

test('by keyboard alone: find the alarm, open it, acknowledge it, log it, shelve it, hand the shift over', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await configureServer(page, `http://127.0.0.1:${server.port}`)
  await page.goto(`${LIVE_BUILD}#/bau-bang/overview?lang=en&look=room-dark`)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
  // A P1 is shelved by the shift lead alone.
  await page.getByRole('combobox', { name: 'Role:' }).focus()
  await page.keyboard.type('Shift')

  // The palette finds what was open when it was opened.
  await page
    .getByRole('region', { name: 'Alarms' })
    .getByText(/Feeder tripped/)
    .first()
    .waitFor({ timeout: 150_000 })
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('feeder tripped')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Feeder.*tripped/i })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const detail = page.locator('[data-alarm-detail^="feeder-trip"]')
  await expect(detail).toBeVisible()

  /** Opens a form by its button, types into it and sends it, without a pointer. */
  const command = async (name: RegExp, text: string, path: string): Promise<unknown> => {
    await detail.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().focus()
    await page.keyboard.type(text)
    const answered = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes(path))
    await dialog.locator('button[type="submit"]').focus()
    await page.keyboard.press('Enter')
    const answer = await answered
    expect(answer.ok()).toBe(true)
    await expect(dialog).toHaveCount(0)
    const sent: unknown = answer.request().postDataJSON()
    return sent
  }
  await command(/^Acknowledge$/, 'crew called', '/acknowledge')
  await expect(detail).toContainText('Active, acknowledged')
  const entry = await command(/^Log note$/, 'Crew on the way', '/log')
  expect(entry).toMatchObject({ category: 'alarm', text: 'Crew on the way', refs: [{ type: 'alarm' }] })
  await command(/^Shelve/, 'switching under permit', '/timedShelve')
  await expect(page.getByRole('button', { name: 'Shelved 1' })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await handOver(page)
})

test('two operators race on one alarm: one is taken, the other is told, both see the same', async ({ browser }) => {
  test.setTimeout(300_000)
  await callAnew()
  const pages = await Promise.all([openConsole(browser), openConsole(browser)])
  for (const page of pages) await checkBlinking(page)
  await Promise.all(pages.map((page, at) => prepareAck(page, `crew ${at + 1} called`)))
  const answers = await Promise.all(
    pages.map(async (page) => {
      const answer = answerOf(page)
      await page.getByRole('button', { name: 'Acknowledge this P1' }).click()
      return (await answer).status()
    }),
  )
  expect(answers.toSorted((a, b) => a - b)).toEqual([200, 409])

  const winner = answers.indexOf(200)
  for (const [at, page] of pages.entries()) {
    const detail = page.locator('[data-alarm-detail^="feeder-trip"]')
    await expect(detail).toContainText('Active, acknowledged')
    await expect(detail).toContainText(`crew ${winner + 1} called`)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(detail.getByText(/was not done/)).toHaveCount(at === winner ? 0 : 1)
  }
  await Promise.all(pages.map((page) => page.context().close()))
})
