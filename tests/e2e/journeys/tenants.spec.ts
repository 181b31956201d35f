import { expect, test } from '@playwright/test'

/** A manager's question: which free plot can carry 2 MW and 500 m³ a day? */
test('the free plots that can carry 2 MW and 500 m³ a day, and how many of them together', async ({ page }) => {
  await page.goto('./#/bau-bang/overview?lang=en')
  await page.getByRole('link', { name: 'Tenants and plots' }).click()
  await page
    .getByRole('radio', { name: 'Free plots' })
    .or(page.getByRole('button', { name: 'Free plots' }))
    .click()
  const ask = page.getByRole('form', { name: 'What a plot must carry' })
  await ask.getByLabel('Power', { exact: false }).fill('2')
  await ask.getByLabel('Water', { exact: false }).first().fill('500')
  await ask.getByRole('button', { name: 'Find plots' }).click()
  await expect(ask.getByText(/^\d+ of 17 plots can carry it, together at most \d+$/)).toBeVisible({ timeout: 90_000 })
  const list = page.getByRole('table', { name: 'Free plots' })
  const [first] = await list.locator('tbody tr').all()
  if (!first) throw new Error('no plot')
  await expect(first).toContainText('can carry it')
  await first.locator('td').nth(1).click()
  const card = page.getByRole('complementary', { name: 'Details' })
  await expect(card.getByRole('heading', { name: /^Plot [A-D]\d\d$/ })).toBeVisible()
  await expect(card.getByText(/left at .* once, shared with \d+ other free plots/).first()).toBeVisible()
  await expect(page).toHaveURL(/mw=2.*m3d=500|m3d=500.*mw=2/)
})

test('from the park to one facility’s meter in three steps', async ({ page }) => {
  await page.goto('./#/bau-bang/overview?lang=en')
  await page.getByRole('link', { name: 'Tenants and plots' }).click()
  const list = page.getByRole('table', { name: 'Tenants' })
  await list.locator('tbody tr').first().click({ timeout: 60_000 })
  const side = page.getByRole('complementary', { name: 'Details' })
  await expect(side.getByText('Meters now')).toBeVisible()
  await side
    .getByRole('button', { name: /Active power/ })
    .first()
    .click()
  await expect(page).toHaveURL(/sel=asset/)
  await expect(side.getByText('Active power').first()).toBeVisible()
})
