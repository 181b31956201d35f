import { type Page, expect, test } from '@playwright/test'
import { type Issuer, startIssuer } from '../harness/issuer.ts'
import { LIVE_BUILD } from '../harness/live-build.ts'
import { type RunningServer, startServerProcess } from '../harness/mock-server.ts'

/** Long enough for a test step, short enough that a renewal comes within one. */
const TOKEN_S = 75

let issuer: Issuer
let server: RunningServer

test.beforeAll(async () => {
  issuer = await startIssuer(LIVE_BUILD, TOKEN_S)
  server = await startServerProcess(['--oidc-issuer', issuer.url])
})

test.afterAll(async () => {
  server.stop()
  await issuer.stop()
})

async function openSignedOut(page: Page): Promise<void> {
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        apiBaseUrl: `http://127.0.0.1:${server.port}`,
        parks: ['bau-bang'],
        defaultLanguage: 'en',
        oidc: { issuer: issuer.url, clientId: 'parkscope', scope: 'openid' },
      },
    }),
  )
  await page.goto(`${LIVE_BUILD}#/bau-bang/shift?lang=en&look=room-dark`)
}

const strip = (page: Page) => page.getByRole('contentinfo')

async function signIn(page: Page, role: string): Promise<void> {
  await strip(page).getByRole('button', { name: 'Sign in' }).click()
  await page.locator('input[name="login"]').fill(role)
  await page.locator('input[name="password"]').fill('any')
  await page.locator('button[type="submit"]').click()
  await page.locator('button[type="submit"]').click()
}

test('signs in by code with PKCE, keeps tokens out of every store, survives a reload, and reads on without a session', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await openSignedOut(page)
  // Read-only data instead of a login wall.
  await expect(strip(page).getByText('read-only')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'New entry' })).toBeDisabled()
  await expect(page.getByRole('main').getByRole('list').first()).toBeVisible()

  await signIn(page, 'shift-lead')
  await expect(page).toHaveURL(/#\/bau-bang\/shift/)
  await expect(strip(page).getByText('Shift lead')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'New entry' })).toBeEnabled()

  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
  expect(kept).not.toMatch(/access_token|id_token|eyJ/)
  expect(page.url()).not.toContain('code=')

  await page.getByRole('button', { name: 'New entry' }).click()
  await page.getByLabel('What happened').fill('Signed in and wrote this')
  await page.getByRole('button', { name: 'Write' }).click()
  await expect(page.getByText('Signed in and wrote this')).toBeVisible()

  // Nothing was kept, so a reload asks the issuer silently.
  await page.reload()
  await expect(strip(page).getByText('Shift lead')).toBeVisible({ timeout: 60_000 })

  // The issuer has forgotten the session: the token runs out, the page stays and reads on.
  issuer.forget()
  await expect(strip(page).getByText('session ended, read-only')).toBeVisible({ timeout: (TOKEN_S + 60) * 1000 })
  await expect(page.getByText('Signed in and wrote this')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New entry' })).toBeDisabled()
})
