import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

/** Sides of A4 in points. */
const [SHORT, LONG] = [595, 842]

/** What is printed, by address; papers that are filed stand upright, screens lie across. */
const PAPERS = [
  { name: 'the handover', address: 'shift', ready: '[data-flagged]', sides: [SHORT, LONG] },
  {
    name: 'the contact sheet',
    address: 'impact?sel=asset:f-474&tab=sheet',
    ready: '[data-sheet]',
    sides: [SHORT, LONG],
  },
  { name: 'the daily status', address: 'daily', ready: 'table tbody tr', sides: [SHORT, LONG] },
  { name: 'any other screen', address: 'energy', ready: '[data-figure]', sides: [LONG, SHORT] },
] as const

test('every paper has the size it is filed in', async ({ page }) => {
  test.setTimeout(180_000)
  // One page after the other: what one of them said of its paper must not stay for the next.
  for (const { name, address, ready, sides } of PAPERS) {
    await page.goto(`#/bau-bang/${address}${address.includes('?') ? '&' : '?'}lang=vi&look=room-dark`)
    await page.locator(ready).first().waitFor({ timeout: 60_000 })
    const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...text.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
      Math.round(Number(w)),
      Math.round(Number(h)),
    ])
    expect(boxes, name).not.toEqual([])
    for (const box of boxes) expect(box, name).toEqual(sides)
  }
})

test('a day is picked in the language of the screen and the calendar of the park, whatever the browser speaks', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/Los_Angeles' })
  const page = await context.newPage()
  await page.goto(`${baseURL}#/bau-bang/daily?item=2026-08-09&lang=vi&look=room-light`)
  const field = page.getByRole('group', { name: 'Ngày' })
  await expect(field).toHaveText('09/08/2026', { timeout: 60_000 })
  await field.getByRole('button', { name: 'Lịch' }).click()
  const month = page.getByRole('dialog')
  await expect(month).toContainText('tháng 8')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
  await month.getByRole('button', { name: /12 tháng 8/ }).click()
  await expect(page).toHaveURL(/item=2026-08-12/)
  await expect(field).toHaveText('12/08/2026')

  // Keys stay in the field: the letter of a shortcut is none here, arrows change the part that they are in.
  await field.getByRole('spinbutton').first().focus()
  await page.keyboard.press('ArrowUp')
  await expect(page).toHaveURL(/daily.*item=2026-08-13/)

  await page.goto('about:blank')
  await page.goto(`${baseURL}#/bau-bang/daily?item=2026-08-09&lang=ja&look=room-light`)
  await expect(page.getByRole('group', { name: '日付' })).toHaveText('2026/08/09', { timeout: 60_000 })
  await context.close()
})
