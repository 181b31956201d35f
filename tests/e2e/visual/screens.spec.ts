import { type Page, expect, test } from '@playwright/test'
import { SHOWN_AT, openFixedDay } from './fixed-day.ts'

/** A screen as it was at a fixed instant, and what shows that it is whole. */
interface Picture {
  name: string
  address: string
  look: 'room-dark' | 'room-light'
  /** Comes last of what the screen shows. */
  whole: (page: Page) => Promise<void>
}

const visible =
  (selector: string, at = 0) =>
  (page: Page) =>
    page.locator(selector).nth(at).waitFor({ timeout: 120_000 })

const PICTURES: readonly Picture[] = [
  {
    name: 'overview',
    address: 'overview',
    look: 'room-dark',
    whole: async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName('parkscope:map-full').length > 0, null, {
        timeout: 120_000,
      })
      // History comes by itself, before the map or after it.
      await expect(page.locator('[data-kpi] [data-live-value]')).toHaveCount(12, { timeout: 120_000 })
      await expect(page.locator('[data-kpi]', { hasText: 'no target yet' })).toHaveCount(0, { timeout: 120_000 })
    },
  },
  { name: 'energy', address: 'energy', look: 'room-light', whole: visible('[class*="bandArea"]') },
  { name: 'water', address: 'water', look: 'room-dark', whole: visible('tbody tr', 8) },
  {
    name: 'alarms',
    address: 'alarms?apane=journal&alarm=pump-low-flow.pu-3',
    look: 'room-light',
    whole: visible('li[data-seq]', 3),
  },
  { name: 'scorecard', address: 'scorecard?item=VN-37-2c', look: 'room-light', whole: visible('[data-result]') },
  { name: 'daily', address: 'daily', look: 'room-dark', whole: visible('tr[data-meets]') },
]

/** What belongs to the present also while the past is shown: counts of the band, state of the line, the timeline. */
const masks = (page: Page) => [
  page.locator('footer[data-region]'),
  page.locator('header[data-region]'),
  page.locator('[data-replay-bar]'),
]

test.describe('the main screens look as they did', () => {
  let page: Page
  test.use({ viewport: { width: 1280, height: 720 } })

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000)
    page = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' })
    await openFixedDay(page)
  })

  test.afterAll(() => page.close())

  for (const { name, address, look, whole } of PICTURES) {
    test(`${name}, ${look}`, async ({ baseURL }) => {
      test.setTimeout(240_000)
      const joint = address.includes('?') ? '&' : '?'
      await page.goto(`${baseURL}#/bau-bang/${address}${joint}at=${SHOWN_AT}&lang=en&look=${look}`)
      await whole(page)
      await expect(page.locator('main output[aria-label="Loading"]')).toHaveCount(0, { timeout: 120_000 })
      await expect(page).toHaveScreenshot(`${name}.png`, {
        mask: masks(page),
        animations: 'disabled',
        timeout: 120_000,
      })
    })
  }
})
