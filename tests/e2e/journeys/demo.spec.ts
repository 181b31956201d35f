import { expect, test, type Page } from '@playwright/test'

const OVERVIEW = '#/bau-bang/overview?lang=en&look=room-dark'

async function openLive(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
}

test('the demo runs from a sub-path with no request to any other host and no error', async ({ page }) => {
  const strangers: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:\d+\/park\/|data:|blob:)/.test(request.url())) strangers.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await openLive(page, OVERVIEW)
  await expect(page.getByText('Simulated data')).toBeVisible()
  await page.waitForFunction(() => performance.getEntriesByName('parkscope:map-ready').length > 0, null, {
    timeout: 90_000,
  })
  await expect(page.locator('article [data-live-value]').first()).toHaveText(/\d/)
  expect(strangers).toEqual([])
  expect(errors).toEqual([])

  // What the policy keeps out, tried in the page itself.
  const markup = page.evaluate(() => {
    document.createElement('p').innerHTML = '<b>markup</b>'
  })
  await expect(markup).rejects.toThrow('TrustedHTML')
  const stranger = page.evaluate(() => new Worker('https://elsewhere.example/worker.js').terminate())
  await expect(stranger).rejects.toThrow('TrustedScriptURL')
})

test('a first visit asks for the texts of one language and the code of one screen', async ({ page }) => {
  await openLive(page, '')
  await expect(page).toHaveURL(/lang=vi/)
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /assets\/(vi|en|ja|\w+-screen)-[^/]+\.js/.exec(name)?.[1] ?? []),
  )
  expect(asked.toSorted()).toEqual(['overview-screen', 'vi'])
  // Letters of Vietnamese are in two files of the typeface; one of them is 133 kB.
  const faces = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => /inter-([a-z-]+)-opsz/.exec(name)?.[1] ?? []),
  )
  expect(faces.toSorted()).toEqual(['latin', 'vietnamese'])
})

test('the tab gets its icon once the start is over', async ({ page }) => {
  await page.goto('./')
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', './icon.svg', { timeout: 10_000 })
})

test('the twelve figures carry a unit, and the clock shows the zone of the park', async ({ page }) => {
  await openLive(page, OVERVIEW)
  const tiles = page.locator('article')
  await expect(tiles).toHaveCount(12)
  await expect(tiles.first()).toContainText('MW')
  const clock = page.getByRole('banner').locator('time').first()
  await expect(clock).toHaveText(/^\d\d:\d\d:\d\d$/)
  const shown = (await clock.textContent()) ?? ''
  const parkHour = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    hour12: false,
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(Date.now())
  expect(shown.slice(0, 2)).toBe(parkHour.padStart(2, '0').slice(0, 2))
})

test('a search without accents finds the plant, and the address opens the same view again', async ({
  page,
  context,
}) => {
  await openLive(page, '#/bau-bang/overview?lang=vi&look=room-light')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('xu ly nuoc thai')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(/xử lý nước thải/i)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const detail = page.locator('[data-selected]')
  await expect(detail).toBeVisible()
  const heading = await detail.getByRole('heading', { level: 2 }).first().textContent()
  const address = page.url()
  expect(address).toMatch(/sel=/)

  const again = await context.newPage()
  await openLive(again, address)
  await expect(again.locator('[data-selected]').getByRole('heading', { level: 2 }).first()).toHaveText(heading ?? '')
  await expect(again.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'room-light')
})

test('a map that was left leaves nothing behind that would hold it', async ({ page }) => {
  await page.addInitScript(() => {
    // Watches on the screen's resolution: each one that stays keeps a whole map in memory.
    const watches = { count: 0 }
    Reflect.set(window, 'watches', watches)
    for (const [name, change] of [
      ['addEventListener', 1],
      ['removeEventListener', -1],
    ] as const) {
      const own: unknown = Reflect.get(MediaQueryList.prototype, name)
      if (typeof own !== 'function') continue
      Reflect.set(MediaQueryList.prototype, name, function counted(this: MediaQueryList, ...rest: unknown[]) {
        if (this.media.includes('resolution')) watches.count += change
        Reflect.apply(own, this, rest)
      })
    }
  })
  const watches = (): Promise<unknown> => page.evaluate(() => Reflect.get(Reflect.get(window, 'watches'), 'count'))
  await openLive(page, OVERVIEW)
  await page.waitForFunction(() => performance.getEntriesByName('parkscope:map-full').length > 0, null, {
    timeout: 90_000,
  })
  expect(await watches()).toBeGreaterThan(0)
  await page.locator('[data-entry="energy"]').click()
  await page.locator('[data-figure]').first().waitFor()
  await expect.poll(watches, { timeout: 10_000 }).toBe(0)
})

test('freeze holds the numbers and says so; live goes on', async ({ page }) => {
  await openLive(page, OVERVIEW)
  await page.getByRole('button', { name: 'Freeze' }).click()
  await expect(page.getByText(/frozen/i).first()).toBeVisible()
  const value = page.locator('article').first().locator('[data-live-value]')
  const held = await value.textContent()
  await page.waitForTimeout(8000)
  await expect(value).toHaveText(held ?? '')
  await page.getByRole('button', { name: 'Live', exact: true }).click()
  await expect(page.getByText(/frozen/i)).toHaveCount(0)
})

test('a wrong configuration names its key in a page that can try again', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { apiBaseUrll: 'http://127.0.0.1:1' } }))
  await page.goto(OVERVIEW)
  await expect(page.getByText(/apiBaseUrll/)).toBeVisible()
  await page.unroute('**/config.json')
  await page.getByRole('button').first().click()
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
})
