import { expect, test } from '@playwright/test'
import { findWallProfile } from '../../../src/domain/wall/profiles.data.ts'
import { SCENE_IDS } from '../../../src/domain/wall/scenes.data.ts'
import { measureWall } from '../wall/measure.ts'

// Layout is in CSS pixels; fewer device pixels are drawn faster.
test.use({ viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 0.5 })

/** One profile here; `npm run wall:check` does all of them. */
const PROFILE = 'fhd-55-4m'

test('every text on every scene of the wall can be read from the farthest place, in three languages', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const profile = findWallProfile(PROFILE)
  expect(profile).toBeDefined()
  if (!profile) return
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { parks: ['bau-bang'], simulation: { scenario: 'feeder-trip' } } }),
  )
  const address = (locale: string): string => `#/wall/${PROFILE}?park=bau-bang&hold=1&lang=${locale}&look=room-dark`
  await page.goto(address('vi'))
  await expect(page.locator('[data-live-value]').nth(3)).toBeVisible({ timeout: 60_000 })
  for (const locale of ['vi', 'en', 'ja']) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address(locale))
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    for (const scene of SCENE_IDS) {
      await expect(page.locator(`[data-scene-head="${scene}"]`)).toBeAttached()
      await page.waitForTimeout(200)
      const { texts, problems } = await measureWall(page, profile, false)
      expect(problems, `${locale} ${scene}`).toEqual([])
      const larger = await measureWall(page, profile, true)
      expect(larger.problems, `${locale} ${scene} with larger numbers`).toEqual([])
      expect(texts, `${locale} ${scene}`).toBeGreaterThan(10)
      await expect(page.locator('[data-data-mode="simulated"]')).toBeVisible()
      await page.keyboard.press('ArrowRight')
    }
  }
  expect(errors).toEqual([])
})
