import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './.ci/chromium.mjs'

const executablePath = findChromium()

/** Browser tests run against the built product, served from a sub-path as a static host would. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: 'http://127.0.0.1:4280/park/',
    viewport: { width: 1920, height: 1080 },
    // The park's clock must not depend on the viewer's zone.
    timezoneId: 'America/New_York',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: process.env['PARKSCOPE_BUILT']
      ? 'node .ci/serve.mjs dist --port 4280 --base /park/'
      : 'vite build --logLevel warn && node .ci/serve.mjs dist --port 4280 --base /park/',
    url: 'http://127.0.0.1:4280/park/',
    reuseExistingServer: !process.env['CI'],
    timeout: 180_000,
  },
})
