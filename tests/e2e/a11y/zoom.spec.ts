import { type Page, expect, test } from '@playwright/test'

/** A window of 1280 × 1024 at 400 %. */
const VIEWPORT = { width: 320, height: 256 }

/** Every screen, and the panes and drawers that have a shape of their own; each with what says that it has something to judge. */
const PAGES: readonly { address: string; ready: string }[] = [
  // Figures come first; there is something to operate when the map has come.
  { address: 'overview', ready: 'main button' },
  { address: 'overview?sel=asset:wwtp', ready: '[data-selected]' },
  { address: 'energy', ready: '[data-figure]' },
  { address: 'water', ready: 'table tbody tr' },
  { address: 'waste', ready: 'table tbody tr' },
  { address: 'tenants', ready: 'table tbody tr' },
  { address: 'alarms', ready: '[data-alarm]' },
  { address: 'alarms?apane=journal', ready: '[data-seq]' },
  { address: 'alarms?apane=health', ready: 'main button' },
  { address: 'shift', ready: '[data-flagged]' },
  { address: 'replay', ready: 'main button' },
  { address: 'impact?sel=asset:f-474', ready: 'table tbody tr' },
  { address: 'scorecard', ready: '[data-figure]' },
  { address: 'scorecard?item=VN-37-2c', ready: 'aside button' },
  { address: 'daily', ready: 'table tbody tr' },
  { address: 'health', ready: 'table tbody tr' },
  { address: 'tour', ready: 'main button' },
  { address: 'portfolio', ready: '[data-as-of]' },
]

/** Address of a page within the application that is open: its state stays, as when a viewer moves on. */
async function show(page: Page, { address, ready }: { address: string; ready: string }): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `#/bau-bang/${address}${address.includes('?') ? '&' : '?'}lang=en&look=room-dark`,
  )
  const screen = address.split('?')[0] ?? ''
  await expect(page.locator(`[data-entry="${screen}"]`)).toHaveAttribute('aria-current', 'page')
  await page.locator(ready).first().waitFor({ timeout: 60_000 })
}

/** What cannot be read or reached in an area of the page; nothing, where all is well. */
async function barriers(page: Page, area: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: { what: string; element: Element }[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) found.push({ what: 'moves sideways', element: root })

    // What is moved sideways on purpose: tables, diagrams, the row of screens. A map has keys of its own.
    const boxes = [...document.querySelectorAll('body *')].filter(
      (box) => /auto|scroll/.test(getComputedStyle(box).overflowX) || box.matches('[data-map-state]'),
    )
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]',
      ),
    ].filter((element) => {
      // What only the browser's form filling knows.
      if (element.closest('[aria-hidden="true"]') !== null) return false
      const { width, height } = element.getBoundingClientRect()
      // Sliders of charts are a point that only the keyboard knows.
      return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
    })
    for (const control of controls) {
      const { left, right } = control.getBoundingClientRect()
      const isOutside = left < -1 || right > root.clientWidth + 1
      if (isOutside && !boxes.some((box) => box !== control && box.contains(control))) {
        found.push({ what: 'out of reach', element: control })
      }
    }

    const inside = controls.filter((control) => control.closest(selector) && !control.closest('[data-map-state]'))
    if (!controls.some((control) => control.closest(selector)))
      found.push({ what: 'nothing to operate', element: root })
    for (const control of inside) {
      control.focus()
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const x = (Math.max(left, 0) + Math.min(right, root.clientWidth)) / 2
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
      const hit = document.elementFromPoint(x, y)
      // A long list may have put another row in the place of one that went out of sight.
      const isSeen = hit !== null && (control.contains(hit) || hit.contains(control))
      if (control.isConnected && !isSeen) found.push({ what: `covered by ${hit?.className}`, element: control })
    }
    return found.map(({ what, element }) => {
      const name = element.getAttribute('aria-label') ?? element.textContent.trim()
      return `${what}: ${element.tagName} ${name.slice(0, 40)}`
    })
  }, area)
}

test.use({ viewport: VIEWPORT, deviceScaleFactor: 1 })

test('every screen can be read and operated at 400 %, by scrolling down only', async ({ page }) => {
  test.setTimeout(600_000)
  // Alarms in every place that has room for some.
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { parks: ['bau-bang'], simulation: { scenario: 'feeder-trip' } } }),
  )
  await page.goto('#/bau-bang/overview?lang=en&look=room-dark')
  await expect(page.locator('[data-connection="live"]')).toBeAttached({ timeout: 90_000 })
  const screens = await page
    .locator('[data-entry]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-entry')))
  expect(new Set(PAGES.map(({ address }) => address.split('?')[0]))).toEqual(new Set(screens))

  const found: string[] = []
  const note = (where: string, what: readonly string[]): void => {
    found.push(...what.map((text) => `${where}: ${text}`))
  }
  for (const shown of PAGES) {
    await show(page, shown)
    note(shown.address, await barriers(page, 'main'))
    if (shown.address === 'shift') {
      await page.getByRole('button', { name: 'New entry' }).click()
      await page.getByRole('dialog').waitFor()
      note('new entry', await barriers(page, '[role="dialog"]'))
      await page.keyboard.press('Escape')
    }
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('water')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  note('palette', await barriers(page, '[role="dialog"]'))
  await page.keyboard.press('Escape')
  expect(found).toEqual([])

  // Nothing stands still over what is read; the alarms are one key away, and seen whole.
  await page.locator('body').press('Control+Home')
  await expect(page.locator('header').getByRole('region', { name: 'Alarms', exact: true })).toBeInViewport({ ratio: 1 })
})
