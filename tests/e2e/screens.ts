import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs'
import { createStaticServer, listen } from '../../.ci/static-server.mjs'

/**
 * Takes pictures of the built product for people to judge: `npm run screens [-- --only overview,detail --size 1920x1080]`.
 * They land in `.screens/`, which git ignores.
 */
const options = process.argv.slice(2)
const valueOf = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined)
const only = valueOf('--only')?.split(',')
const sizes = (valueOf('--size') ?? '1280x720,1920x1080,3840x2160')
  .split(',')
  .map((text) => text.split('x').map(Number))
const themes = (valueOf('--theme') ?? 'room-dark,room-light').split(',')
const locales = (valueOf('--lang') ?? 'vi,en,ja').split(',')

/** Screens by name: hash route without language and look, and what to wait for. */
const SCREENS: Record<string, { route: string; prepare?: (page: Page) => Promise<void> }> = {
  overview: { route: '/bau-bang/overview' },
  density: { route: '/bau-bang/overview?theme=power-density' },
  assets: { route: '/bau-bang/overview?mode=assets' },
  detail: { route: '/bau-bang/overview?sel=asset:wwtp' },
  plot: { route: '/bau-bang/overview?sel=plot:plot-a04' },
  health: { route: '/bau-bang/health' },
  palette: {
    route: '/bau-bang/overview',
    prepare: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('nuoc thai')
    },
  },
}

const isMapFull = () => performance.getEntriesByName('parkscope:map-full').length > 0

const server = createStaticServer('dist', '/')
const port = await listen(server, 0)
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
mkdirSync('.screens', { recursive: true })
for (const [width = 0, height = 0] of sizes) {
  for (const theme of themes) {
    for (const locale of locales) {
      for (const [name, screen] of Object.entries(SCREENS)) {
        if (only && !only.includes(name)) continue
        const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'America/New_York' })
        page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
        const joint = screen.route.includes('?') ? '&' : '?'
        await page.goto(`http://127.0.0.1:${port}/#${screen.route}${joint}lang=${locale}&look=${theme}`)
        await page
          .waitForFunction(isMapFull, null, { timeout: 90_000 })
          .catch(() => console.error(`${name}: map not full`))
        await screen.prepare?.(page)
        await page.waitForTimeout(2500)
        const file = `.screens/${name}-${width}x${height}-${theme}-${locale}.png`
        await page.screenshot({ path: file })
        console.log(file)
        await page.close()
      }
    }
  }
}
await browser.close()
server.close()
