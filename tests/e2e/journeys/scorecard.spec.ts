import { expect, test } from '@playwright/test'

test('from a criterion that fails to the meter behind it in at most four steps', async ({ page }) => {
  await page.goto('./#/bau-bang/overview?lang=en')
  // Step one: the screen. Two: the criterion. Three: the meter among its records.
  await page.getByRole('link', { name: 'Scorecard' }).click()
  const decree = page.getByRole('list', { name: 'Decree 35/2022, Article 37' })
  await expect(decree).toBeVisible({ timeout: 90_000 })
  await decree.getByRole('button', { name: 'Firms with RECP, measured savings' }).click()
  await expect(page).toHaveURL(/item=VN-37-2c/)
  const drawer = page.getByRole('complementary', { name: 'Evidence of the criterion' })
  await drawer.getByTitle('Open the meter').first().click()
  await expect(page).toHaveURL(/overview\?.*point=/)
})

test.describe('daily status', () => {
  for (const lang of ['vi', 'ja', 'en&measure=vi']) {
    test(`prints to one A4 page in ${lang}`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'only Chromium makes PDF files')
      await page.goto(`./#/bau-bang/daily?lang=${lang}`)
      await expect(page.locator('tr[data-meets]').first()).toBeVisible({ timeout: 90_000 })
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 718, height: 1054 })
      const sheet = page.getByRole('article')
      const [needs, has] = await sheet.evaluate((element) => [element.scrollHeight, element.clientHeight])
      expect(needs).toBeLessThanOrEqual(has ?? 0)
      const wide = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const text = pdf.toString('latin1')
      expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
      // A4 upright is 595 by 842 points.
      expect(text).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/)
    })
  }
})

test('prints form A.4 upright, over the whole width and in the language of the authority', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium makes PDF files')
  await page.goto('./#/bau-bang/scorecard?tab=forms&lang=en')
  const form = page.getByRole('table', { name: 'Form A.4' })
  await expect(form.getByRole('row').nth(8)).toBeVisible({ timeout: 90_000 })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 673, height: 1017 })
  expect((await form.boundingBox())?.width ?? 0).toBeGreaterThan(640)
  await expect(page.getByText(/Khu công nghiệp Bàu Bàng.*Dữ liệu mô phỏng/)).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = text.match(/\/MediaBox\s*\[[^\]]+\]/g) ?? []
  expect(sheets.length).toBeGreaterThanOrEqual(1)
  for (const sheet of sheets) expect(sheet).toMatch(/\[0 0 59[45](\.\d+)? 84[12]/)
})

test('a long register scrolls in its own box and draws only the rows in sight', async ({ page }) => {
  await page.goto('./#/bau-bang/scorecard?tab=registers&item=waste-lots&lang=en')
  const list = page.getByRole('table', { name: 'Waste lots' })
  await expect(list).toBeVisible({ timeout: 90_000 })
  expect(Number(await list.getAttribute('aria-rowcount'))).toBeGreaterThan(300)
  await expect.poll(() => list.locator('tr[data-row]').count()).toBeLessThan(80)
  await list.locator('tr[data-row="0"]').focus()
  await page.keyboard.press('End')
  await expect(list.locator('tr[data-row]').last()).toBeInViewport()
})
