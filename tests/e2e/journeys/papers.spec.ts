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
