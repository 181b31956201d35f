import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './.ci/chromium.mjs'

const executablePath = findChromium()
const BUILT = process.env['PARKSCOPE_BUILT'] !== undefined

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
    screenshot: 'only-on-failure',
  },
  webServer: [
    {
      command: `${BUILT ? '' : 'npm run --silent build && '}node .ci/serve.mjs dist --port 4280 --base /park/`,
      url: 'http://127.0.0.1:4280/park/',
      reuseExistingServer: false,
      timeout: 180_000,
    },
    {
      command: `${BUILT ? '' : 'npm run --silent build:live && '}node .ci/serve.mjs dist-live --port 4281`,
      url: 'http://127.0.0.1:4281/',
      reuseExistingServer: false,
      timeout: 180_000,
    },
  ],
})
