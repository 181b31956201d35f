import { mkdirSync, readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs'
import { createStaticServer, listen } from '../../.ci/static-server.mjs'
import { readTours } from '../../src/domain/tours/read-tours.ts'

/**
 * Plays every tour of a park on the built product, step by step as a host does, in three languages:
 * `npm run tours:check [-- --park long-duc --tour three-minutes --lang ja --size 1280x720 --shots]`.
 * Each step has to come with its numbers, its caption in two lines inside the screen, and the data mode. Pictures land
 * in `.screens/`. Ends with 1 when something is missing.
 */
const options = process.argv.slice(2)
const valueOf = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
const park = valueOf('--park') ?? 'bau-bang'
const locales = (valueOf('--lang') ?? 'en,vi,ja').split(',')
const [width = 1920, height = 1080] = (valueOf('--size') ?? '1920x1080').split('x').map(Number)
const only = valueOf('--tour')
const withShots = options.includes('--shots')
const PATIENCE_MS = 90_000
/** Lines of a caption that the back row can take in. */
const MOST_LINES = 2

const answer = readTours(readFileSync(`fixtures/parks/${park}/tours.json`, 'utf8'))
if (!answer.ok) throw new Error(`the tours of ${park} cannot be read`)
const tours = answer.tours.filter(({ id }) => only === undefined || id === only)

/** Words that the map writes itself, in a language. */
const tiltedOf = (locale: string): string => {
  const words: unknown = JSON.parse(readFileSync(`src/i18n/catalogues/${locale}/map.json`, 'utf8'))
  return String(Reflect.get(Object(words), 'scale.tilted'))
}

/** What is wrong with the step on screen. */
function faultsOf(page: Page, locale: string): Promise<string[]> {
  return page.evaluate(
    ({ mostLines, tilted }) => {
      const bar = document.querySelector('[data-tour-bar]')
      const caption = bar?.querySelector('p')
      const words = caption?.firstElementChild
      if (!bar || !caption || !words) return ['no caption']
      const found: string[] = []
      const edge = bar.getBoundingClientRect()
      if (edge.bottom > innerHeight + 1 || edge.right > innerWidth + 1) found.push('the bar leaves the screen')
      const lines = words.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(caption).lineHeight)
      if (lines > mostLines + 0.2) found.push(`caption of ${lines.toFixed(1)} lines`)
      if (words.scrollWidth > caption.clientWidth) found.push('caption is cut')
      const missing = [...words.querySelectorAll('[data-figure]')].filter((figure) => !/\d/.test(figure.textContent))
      for (const figure of missing) found.push(`no number for ${figure.getAttribute('data-figure')}`)
      if (!/Simulated|mô phỏng|シミュレーション|模擬/i.test(bar.textContent)) found.push('no data mode')
      const scale = document.querySelector('[data-tilted]')
      if (scale && scale.parentElement?.textContent.trim() !== tilted)
        found.push('the scale of the map speaks another language')
      return found
    },
    { mostLines: MOST_LINES, tilted: tiltedOf(locale) },
  )
}

const server = createStaticServer('dist', '/')
const port = await listen(server, 0)
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
mkdirSync('.screens', { recursive: true })
let bad = 0
for (const tour of tours) {
  const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'America/New_York' })
  page.on('pageerror', (error) => {
    bad += 1
    console.log(`  ${error.message}`)
  })
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { parks: [park], simulation: { scenario: 'normal-day' } } }),
  )
  const hash = (locale: string) => `#/tour/${park}.${tour.id}?lang=${locale}`
  await page.goto(`http://127.0.0.1:${port}/${hash(locales[0] ?? 'en')}`, { timeout: 120_000 })
  const bar = page.locator('[data-tour-mode]')
  await bar.waitFor({ timeout: 120_000 })
  await page.keyboard.press('Space')
  await page.locator('[data-tour-bar] [data-figure]').first().waitFor({ timeout: PATIENCE_MS })
  for (const [at, step] of tour.steps.entries()) {
    if (at > 0) await page.keyboard.press('PageDown')
    const isThere = await page
      .locator(`[data-tour-bar] li:nth-child(${at + 1}) [aria-current="step"]`)
      .waitFor({ timeout: PATIENCE_MS })
      .then(() => true)
      .catch(() => false)
    for (const locale of locales) {
      await page.locator(`[data-tour-bar] fieldset button[lang="${locale}"]`).evaluate((button) => {
        if (button instanceof HTMLElement) button.click()
      })
      await page.waitForFunction((lang) => document.documentElement.lang === lang, locale, { timeout: PATIENCE_MS })
      // What comes late: a lazy page, its first rows, the tiles of the map.
      await page.waitForTimeout(locale === locales[0] ? 4000 : 1500)
      const faults = isThere ? await faultsOf(page, locale) : ['the step did not come']
      bad += faults.length
      console.log(`${tour.id} ${at + 1} ${step.id} ${locale}: ${faults.length === 0 ? 'shown' : faults.join(', ')}`)
      if (withShots) {
        await page.screenshot({ path: `.screens/tour-${park}-${tour.id}-${at + 1}-${locale}.png`, timeout: 120_000 })
      }
    }
  }
  await page.close()
}
await browser.close()
server.close()
console.log(bad === 0 ? 'every step was shown with its numbers' : `${bad} faults`)
process.exitCode = bad === 0 ? 0 : 1
