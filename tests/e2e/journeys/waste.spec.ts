import { expect, test } from '@playwright/test'

// A week of two hundred levels is worked out first: on a busy machine that takes its time.
test.setTimeout(240_000)

test('a manager sees when containers must be emptied, and goes to the first of them on the map', async ({ page }) => {
  await page.goto('./#/bau-bang/waste?lang=en')
  const table = page.getByRole('table', { name: 'Containers, soonest full first' })
  await expect(table.locator('[data-due="in-time"]').first()).toBeVisible({ timeout: 100_000 })
  // The answer without a click: how many cannot wait, and which is full first, when.
  await expect(page.getByText(/cannot wait for a planned visit/)).toBeVisible()
  const next = page.getByRole('article', { name: 'Next full' })
  const first = table.locator('tbody tr').first()
  const code = (await first.locator('td').first().textContent()) ?? ''
  await expect(next).toContainText(code)
  // Earliest and latest of the forecast, not a bare instant.
  await expect(
    table
      .locator('tbody tr')
      .filter({ hasText: /\d\d:\d\d – .*\d\d:\d\d/ })
      .first(),
  ).toBeVisible()
  await first.click()
  await expect(page).toHaveURL(/overview\?.*sel=asset/)
  await expect(page.getByRole('complementary', { name: 'Details of the selection' })).toContainText(code)
})

test('the map opens with the waste layer on', async ({ page }) => {
  await page.goto('./#/bau-bang/waste?lang=en')
  await page.getByRole('link', { name: 'Show on the map' }).click()
  await expect(page).toHaveURL(/overview\?.*layers=waste/)
})
