import { expect, test } from '@playwright/test'

/** A delegation sees the tour: held for a question, led on by the presenter's remote, played to its end. */
test('the park in three minutes, held, led on and played to its last step', async ({ page }) => {
  await page.goto('./#/tour/bau-bang.three-minutes?lang=en&speed=2')
  const bar = page.getByRole('region', { name: 'Bàu Bàng in three minutes' })
  await bar.waitFor({ timeout: 60_000 })
  await page.keyboard.press('Space')
  await expect(bar).toHaveAttribute('data-tour-mode', 'held')
  await expect(bar).toContainText(/Industrial Park: \d+\sha, \d+\stenants/, { timeout: 60_000 })
  await expect(bar.getByText('Simulated data')).toBeVisible()
  for (let step = 2; step <= 8; step++) {
    await page.keyboard.press('PageDown')
    await expect(bar).toContainText(`Step ${step} of 9`)
  }
  await page.keyboard.press('Space')
  await expect(bar).toHaveAttribute('data-tour-mode', 'ended', { timeout: 60_000 })
  await expect(bar).toContainText(/\d\sof\s\d\seco-industrial criteria are met/)
  await expect(page).toHaveURL(/scorecard.*step=9/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
})
