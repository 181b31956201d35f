import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs'
import { createStaticServer, listen } from '../../.ci/static-server.mjs'

/**
 * Takes pictures of the built product for people to judge: `npm run screens [-- --only overview,detail --size 1920x1080
 * --theme room-dark --lang en --park long-duc --scenario effluent-breach]`.
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
/** Park that the screens show instead of the first one. */
const park = valueOf('--park') ?? 'bau-bang'
const FIRST_PARK = /^\/bau-bang\//

/** Screens by name: hash route without language and look, whether it has the map, and what else to wait for. */
interface Shot {
  route: string
  map?: boolean
  /** Scenario of the simulated park; a normal day where none is named. */
  scenario?: string
  prepare?: (page: Page) => Promise<void>
}
const SCREENS: Record<string, Shot> = {
  overview: { route: '/bau-bang/overview' },
  density: { route: '/bau-bang/overview?theme=power-density' },
  assets: { route: '/bau-bang/overview?mode=assets' },
  exchanges: { route: '/bau-bang/overview?layers=exchanges' },
  detail: { route: '/bau-bang/overview?sel=asset:wwtp' },
  plot: { route: '/bau-bang/overview?sel=plot:plot-a04' },
  energy: {
    route: '/bau-bang/energy',
    map: false,
    // The forecast comes last.
    prepare: (page) => page.locator('[class*="bandArea"]').waitFor({ timeout: 90_000 }),
  },
  water: {
    route: '/bau-bang/water',
    map: false,
    prepare: async (page) => page.locator('tbody tr').nth(8).waitFor({ timeout: 60_000 }),
  },
  waste: {
    route: '/bau-bang/waste',
    map: false,
    prepare: (page) =>
      page
        .locator('[data-due="in-time"]')
        .first()
        .waitFor({ timeout: 100_000 })
        .catch(() => console.error('waste: no container in time')),
  },
  portfolio: {
    route: '/bau-bang/portfolio',
    map: false,
    prepare: async (page) => {
      for (const at of [0, 1, 2, 3]) await page.locator('[data-as-of]').nth(at).waitFor({ timeout: 90_000 })
    },
  },
  scorecard: {
    route: '/bau-bang/scorecard?item=VN-37-2c',
    map: false,
    prepare: (page) => page.locator('[data-result]').first().waitFor({ timeout: 120_000 }),
  },
  registers: {
    route: '/bau-bang/scorecard?tab=registers&item=recp-solutions:recp-001',
    map: false,
    prepare: (page) => page.getByRole('complementary').waitFor({ timeout: 120_000 }),
  },
  rules: {
    route: '/bau-bang/scorecard?tab=rules&measure=tariffs',
    map: false,
    prepare: (page) => page.locator('tbody [data-value]').first().waitFor({ timeout: 120_000 }),
  },
  'eco-parks': {
    route: '/bau-bang/scorecard?tab=parks',
    map: false,
    prepare: async (page) => page.locator('td[data-result]').nth(160).waitFor({ timeout: 120_000 }),
  },
  climate: {
    route: '/long-duc/scorecard?tab=climate',
    map: false,
    prepare: async (page) => page.locator('tbody tr').nth(20).waitFor({ timeout: 120_000 }),
  },
  'eco-certificates': { route: '/bau-bang/overview?theme=certificates' },
  'eco-recp': { route: '/bau-bang/overview?theme=recp' },
  'eco-land': { route: '/long-duc/overview?theme=land-use' },
  forms: {
    route: '/bau-bang/scorecard?tab=forms',
    map: false,
    prepare: (page) => page.locator('tbody tr').nth(8).waitFor({ timeout: 120_000 }),
  },
  daily: {
    route: '/bau-bang/daily',
    map: false,
    prepare: (page) => page.locator('tr[data-meets]').first().waitFor({ timeout: 120_000 }),
  },
  'water-supply': {
    route: '/bau-bang/water?tab=supply',
    map: false,
    prepare: async (page) => page.locator('tbody tr').nth(5).waitFor({ timeout: 60_000 }),
  },
  shift: {
    route: '/bau-bang/shift',
    map: false,
    prepare: (page) => page.locator('[data-flagged]').first().waitFor({ timeout: 90_000 }),
  },
  health: {
    route: '/bau-bang/health',
    map: false,
    prepare: async (page) => {
      await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
      await page.locator('[data-journal]').waitFor({ timeout: 120_000 })
    },
  },
  tenants: { route: '/bau-bang/tenants?lsort=-power', map: false, prepare: (page) => waitForRows(page) },
  tenant: {
    route: '/bau-bang/tenants?lsort=-power&sel=tenant:t-a04',
    map: false,
    prepare: (page) => waitForRows(page),
  },
  plots: { route: '/bau-bang/tenants?list=plots', map: false, prepare: (page) => waitForRows(page) },
  free: {
    route: '/bau-bang/tenants?list=free&mw=2&m3d=500&plots=plot-a05,plot-b07,plot-c04',
    map: false,
    prepare: (page) => waitForRows(page),
  },
  offer: {
    route: '/phu-my-3/tenants?list=free&mw=2&m3d=500&sel=plot:plot-l05',
    map: false,
    prepare: (page) => waitForRows(page),
  },
  headroom: { route: '/bau-bang/overview?theme=headroom' },
  alarms: { route: '/bau-bang/alarms', map: false, scenario: 'feeder-trip', prepare: (page) => waitForAlarms(page) },
  'alarms-journal': { route: '/bau-bang/alarms?apane=journal', map: false, scenario: 'feeder-trip' },
  'alarms-health': {
    route: '/bau-bang/alarms?apane=health',
    map: false,
    scenario: 'feeder-trip',
    prepare: (page) => waitForRows(page),
  },
  impact: {
    route: '/bau-bang/impact?sel=asset:f-474',
    prepare: (page) => page.locator('tr[data-tenant]').first().waitFor({ timeout: 60_000 }),
  },
  'impact-sheet': {
    route: '/bau-bang/impact?sel=asset:f-474&tab=sheet',
    map: false,
    prepare: (page) => page.locator('tr[data-contact]').first().waitFor({ timeout: 60_000 }),
  },
  'impact-out': {
    route: '/bau-bang/impact?sel=asset:f-474&whatif=out',
    prepare: (page) => page.locator('tr[data-stage]').first().waitFor({ timeout: 60_000 }),
  },
  'impact-newcomer': {
    route: '/bau-bang/impact?whatif=newcomer,2,500,',
    prepare: (page) => page.locator('tr[data-stage]').first().waitFor({ timeout: 60_000 }),
  },
  'impact-solar': {
    route: '/bau-bang/impact?whatif=solar',
    prepare: (page) => page.locator('tr[data-line]').first().waitFor({ timeout: 60_000 }),
  },
  'overview-trip': {
    route: '/bau-bang/overview',
    scenario: 'feeder-trip',
    prepare: (page) => page.locator('header [data-open="1"]').first().waitFor({ timeout: 60_000 }),
  },
  replay: {
    route: '/bau-bang/alarms',
    map: false,
    scenario: 'feeder-trip',
    prepare: (page) => openReplay(page),
  },
  incident: {
    route: '/bau-bang/replay',
    map: false,
    scenario: 'feeder-trip',
    prepare: (page) => page.locator('tr[data-kind]').nth(2).waitFor({ timeout: 120_000 }),
  },
  palette: {
    route: '/bau-bang/overview',
    prepare: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('nuoc thai')
    },
  },
}

/** Lists and cards that work from the history are there when their first row of numbers is. */
const waitForRows = async (page: Page) => {
  await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
  await page.locator('table tbody tr').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(6000)
}

/** Five minutes before now, with the alarms of the day on the timeline. */
const openReplay = async (page: Page) => {
  await page.locator('[data-connection="live"]').waitFor({ timeout: 120_000 })
  // By script: a map that is being drawn leaves a slow machine no still moment to aim at.
  await page.getByRole('button', { name: /^(Replay|Phát lại|再生)$/ }).evaluate((button) => {
    if (button instanceof HTMLElement) button.click()
  })
  await page.locator('[data-replay-bar] li').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(6000)
}

const waitForAlarms = async (page: Page) => {
  await page.locator('[data-alarm]').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(6000)
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
        const scenario = valueOf('--scenario') ?? screen.scenario
        if (scenario !== undefined) {
          await page.route('**/config.json', (route) =>
            route.fulfill({ json: { parks: [park], simulation: { scenario } } }),
          )
        }
        const joint = screen.route.includes('?') ? '&' : '?'
        const route = screen.route.replace(FIRST_PARK, `/${park}/`)
        await page.goto(`http://127.0.0.1:${port}/#${route}${joint}lang=${locale}&look=${theme}`, {
          timeout: 120_000,
        })
        if (screen.map !== false) {
          await page
            .waitForFunction(isMapFull, null, { timeout: 90_000 })
            .catch(() => console.error(`${name}: map not full`))
        }
        await screen.prepare?.(page)
        await page.waitForTimeout(2500)
        const from = park === 'bau-bang' ? '' : `${park}-`
        const file = `.screens/${from}${name}-${width}x${height}-${theme}-${locale}.png`
        await page.screenshot({ path: file, timeout: 120_000 })
        console.log(file)
        await page.close()
      }
    }
  }
}
await browser.close()
server.close()
