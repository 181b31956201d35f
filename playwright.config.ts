import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './.ci/chromium.mjs'
import { clockShiftMs } from './.ci/test-clock.mjs'

const executablePath = findChromium()
/** First of two neighbouring ports, so that runs on one machine can keep apart. */
const PORT = Number(process.env['PARKSCOPE_PORT'] ?? 4280)
const BUILT = process.env['PARKSCOPE_BUILT'] !== undefined

// Once a run: its servers and its workers inherit both.
process.env['PARKSCOPE_CLOCK_SHIFT_MS'] ??= String(clockShiftMs(process.env['PARKSCOPE_CLOCK'] ?? '10:10', Date.now()))
const IMPORT_CLOCK = `--import=${new URL('.ci/shifted-clock.mjs', import.meta.url).href}`
const nodeOptions = process.env['NODE_OPTIONS'] ?? ''
if (!nodeOptions.includes(IMPORT_CLOCK)) process.env['NODE_OPTIONS'] = `${nodeOptions} ${IMPORT_CLOCK}`.trim()

/** Browser tests run against the built product, served from a sub-path as a static host would. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  timeout: 240_000,
  expect: {
    timeout: 30_000,
    // Another build of Chromium draws letters and slopes a little differently; a part that moved is much more.
    toHaveScreenshot: { maxDiffPixelRatio: 0.004 },
  },
  snapshotPathTemplate: '{testDir}/e2e/visual/baselines/{arg}{ext}',
  // One at a time: software GL uses both cores by itself.
  workers: 1,
  // A machine that stands still for a moment is not a fault of the product: a test that needs its second try is told.
  retries: 1,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://127.0.0.1:${PORT}/park/`,
    viewport: { width: 1920, height: 1080 },
    // Software GL pays by the pixel. The layout is that of the full size; tests of looks ask for their own.
    deviceScaleFactor: 0.5,
    // The park's clock must not depend on the viewer's zone.
    timezoneId: 'America/New_York',
    // What a service worker answers cannot be replaced by a test; the test of the worker itself allows it.
    serviceWorkers: 'block',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
  },
  webServer: [
    {
      command: `${BUILT ? '' : 'npm run --silent build && '}node .ci/serve.mjs dist --port ${PORT} --base /park/`,
      url: `http://127.0.0.1:${PORT}/park/`,
      reuseExistingServer: false,
      timeout: 180_000,
    },
    {
      command: `${BUILT ? '' : 'npm run --silent build:live && '}node .ci/serve.mjs dist-live --port ${PORT + 1} --connect "http://127.0.0.1:* ws://127.0.0.1:*"`,
      url: `http://127.0.0.1:${PORT + 1}/`,
      reuseExistingServer: false,
      timeout: 180_000,
    },
  ],
})
