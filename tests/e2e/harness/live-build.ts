import type { Page } from '@playwright/test'

/** Address of the live build that the browser tests' second server serves. */
export const LIVE_BUILD = `http://127.0.0.1:${Number(process.env['PARKSCOPE_PORT'] ?? 4280) + 1}/`

/** Points the live build at a server by answering its config.json. */
export async function configureServer(page: Page, apiBaseUrl: string): Promise<void> {
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: { apiBaseUrl, liveUrl: null, parks: ['bau-bang'], defaultPark: 'bau-bang', defaultLanguage: 'en' },
    }),
  )
}
