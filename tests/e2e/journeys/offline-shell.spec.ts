import { expect, test } from '@playwright/test'
import { createStaticServer, listen } from '../../../.ci/static-server.mjs'
import { closeServer } from '../../bench/site.ts'
import { type FlakyProxy, startFlakyProxy } from '../harness/flaky-proxy.ts'
import { type RunningServer, startServerProcess } from '../harness/mock-server.ts'

let server: RunningServer
let cable: FlakyProxy

test.use({ serviceWorkers: 'allow' })

test.beforeAll(async () => {
  server = await startServerProcess(['--park', 'bau-bang'])
  cable = await startFlakyProxy(server.port)
})

test.afterAll(async () => {
  await cable.close()
  server.stop()
})

test('with host and server gone a reload opens the shell and says since when; it comes back by itself', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const config = JSON.stringify({
    apiBaseUrl: `http://127.0.0.1:${cable.port}`,
    parks: ['bau-bang'],
    defaultLanguage: 'en',
  })
  const open = (port: number) => {
    const host = createStaticServer('dist-live', '/', {
      config: () => config,
      connect: ['http://127.0.0.1:*', 'ws://127.0.0.1:*'],
    })
    return listen(host, port).then((at) => ({ host, at }))
  }
  const first = await open(0)
  await page.goto(`http://127.0.0.1:${first.at}/#/bau-bang/health?lang=en`)
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 60_000 })
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true)
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const urls = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)),
    )
    return urls.flat()
  })
  expect(kept.filter((url) => url.includes('/api/'))).toEqual([])
  expect(kept.length).toBeGreaterThan(20)

  await closeServer(first.host)
  cable.cut()
  await page.reload()
  await expect(page.locator('[data-offline]')).toContainText(/Offline since \d\d:\d\d/, { timeout: 30_000 })
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()

  const again = await open(first.at)
  expect(again.at).toBe(first.at)
  cable.restore()
  await expect(page.locator('[data-connection="live"]')).toBeVisible({ timeout: 120_000 })
  await expect(page.locator('[data-offline]')).toHaveCount(0)
  await closeServer(again.host)
})
