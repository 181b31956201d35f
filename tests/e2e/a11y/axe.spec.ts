import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const SCREENS = ['overview', 'health'] as const
const LOCALES = ['vi', 'en', 'ja'] as const
const THEMES = ['room-dark', 'room-light'] as const

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    test(`no accessibility violation in ${locale}, ${theme}`, async ({ page }) => {
      for (const screen of SCREENS) {
        const selection = screen === 'overview' ? '&sel=asset:wwtp' : ''
        await page.goto(`#/bau-bang/${screen}?lang=${locale}&look=${theme}${selection}`)
        await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
        ).toEqual([])
      }
    })
  }
}
