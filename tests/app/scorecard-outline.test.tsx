import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 60_000 }
const originalFetch = globalThis.fetch
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
  globalThis.fetch = originalFetch
})

it('says what is asked before the registers that answer it are there', { timeout: 120_000 }, async () => {
  const waiting: (() => void)[] = []
  app = await openApp('/bau-bang/scorecard', {
    prepare: () => {
      const inner = globalThis.fetch
      globalThis.fetch = async (input, init) => {
        const url = input instanceof Request ? input.url : String(input)
        if (url.includes('/registers/waste-lots/')) await new Promise<void>((go) => waiting.push(go))
        return inner(input, init)
      }
    },
  })
  const table = await screen.findByRole('table', { name: 'Decree 35/2022, Article 37' }, PATIENCE)
  expect(within(table).getByRole('rowheader', { name: 'Firms with RECP, measured savings' })).toBeVisible()
  expect(document.querySelector('[data-result]')).toBeNull()
  for (const go of waiting) go()
  await waitFor(() => expect(document.querySelector('[data-result]')).not.toBeNull(), PATIENCE)
  expect(screen.queryByRole('table', { name: 'Decree 35/2022, Article 37' })).toBeNull()
})
