import { expect, test } from '@playwright/test'

/** A manager's question: what was yesterday's peak, and why? */
test('yesterday’s peak: how high, when, and who made it', async ({ page }) => {
  await page.goto('./#/bau-bang/overview?lang=en')
  await page.getByRole('link', { name: 'Energy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Energy' })).toBeVisible()
  const load = page.getByRole('region', { name: 'Load against contract' })
  const question = load.getByRole('button', { name: /^Yesterday’s peak \d+\.\d.MW at \d\d:\d\d: why\?$/ })
  await question.click({ timeout: 60_000 })
  const answer = page.getByRole('dialog', { name: 'Yesterday’s peak' })
  await expect(answer.getByText(/\d\d:\d\d to \d\d:\d\d · \d+\.\d % of the contract · tariff band/)).toBeVisible()
  await expect(answer.getByText(/meters compared/)).toBeVisible({ timeout: 30_000 })
  await answer.getByRole('listitem').first().getByRole('button').click()
  const panel = page.getByRole('complementary', { name: 'Details of the selection' })
  await expect(panel.getByText('Active power').first()).toBeVisible()
  await expect(page).toHaveURL(/sel=asset/)
})

test('the load curve tells its values to the keyboard', async ({ page }) => {
  await page.goto('./#/bau-bang/energy?lang=en')
  const slider = page.getByRole('region', { name: 'Load against contract' }).getByRole('slider')
  await slider.focus({ timeout: 60_000 })
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^00:0\d · Off-peak, Today, 5 min \d+\.\d.MW/)
})
