import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect, test } from '@playwright/test'

const LOCALES = ['vi', 'en', 'ja'] as const
const THEMES = ['room-dark', 'room-light'] as const

/** Screens by address; each with what says that it has something to judge. */
const SCREENS: readonly { address: string; ready: string }[] = [
  { address: 'overview?sel=asset:wwtp', ready: '[data-connection="live"]' },
  { address: 'energy', ready: '[data-figure]' },
  { address: 'water', ready: 'table tbody tr' },
  { address: 'waste', ready: 'table tbody tr' },
  { address: 'tenants', ready: 'table tbody tr' },
  { address: 'alarms', ready: '[data-connection="live"]' },
  { address: 'alarms?apane=journal', ready: '[data-seq]' },
  { address: 'alarms?apane=health', ready: '[data-connection="live"]' },
  { address: 'shift', ready: '[data-flagged]' },
  { address: 'scorecard', ready: '[data-figure]' },
  { address: 'scorecard?tab=registers', ready: 'table tbody tr' },
  { address: 'daily', ready: 'table tbody tr' },
  { address: 'replay', ready: 'table tbody tr' },
  { address: 'health', ready: 'table tbody tr' },
  { address: 'portfolio', ready: '[data-as-of]' },
  { address: 'impact?sel=asset:f-474', ready: 'table tbody tr' },
  { address: 'impact?whatif=newcomer,2,500,', ready: 'table tbody tr' },
  { address: 'scorecard?tab=climate', ready: '[data-figure]' },
]

async function violationsOf(page: Page, address: string, look: string, ready: string): Promise<string[]> {
  await page.goto(`#/bau-bang/${address}${address.includes('?') ? '&' : '?'}${look}`)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
  await page.locator(ready).first().waitFor({ timeout: 90_000 })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** Screens that are asked for by name, or all of them. */
const ONLY = (process.env['PARKSCOPE_AXE_ONLY'] ?? '').split(',').filter((name) => name !== '')
const isAsked = (address: string): boolean => ONLY.length === 0 || ONLY.some((name) => address.startsWith(name))
/** Words and inks differ by language and theme, structure does not: every screen is judged in one look, those that nobody may miss in each language and both themes. `npm run axe:all` judges all in all six. */
const EVERYTHING = process.env['PARKSCOPE_AXE'] === 'all'
const WHOLE: ReadonlySet<string> = new Set(['vi room-dark'])
const ALWAYS: ReadonlySet<string> = new Set(['overview?sel=asset:wwtp', 'alarms', 'shift'])
const USUAL: ReadonlySet<string> = new Set(['vi room-dark', 'en room-light', 'ja room-dark'])

for (const locale of LOCALES) {
  for (const theme of THEMES.filter((one) => EVERYTHING || USUAL.has(`${locale} ${one}`))) {
    test(`no accessibility violation in ${locale}, ${theme}`, async ({ page }) => {
      test.setTimeout(1_200_000)
      const found: string[] = []
      // Every screen is opened here: what the policy refuses on one of them is told in its console.
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) found.push(message.text())
      })
      const whole = EVERYTHING || WHOLE.has(`${locale} ${theme}`)
      for (const { address, ready } of SCREENS.filter(
        (one) => isAsked(one.address) && (whole || ALWAYS.has(one.address)),
      )) {
        found.push(...(await violationsOf(page, address, `lang=${locale}&look=${theme}`, ready)))
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
      }
      expect(found).toEqual([])
    })
  }
}
