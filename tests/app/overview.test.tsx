import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 20_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

async function waitForNumbers(): Promise<HTMLElement[]> {
  const tiles = await screen.findAllByRole('article', {}, PATIENCE)
  await waitFor(
    () => expect(within(screen.getByRole('article', { name: 'Grid import' })).getByText(/^\d+\.\d$/)).toBeVisible(),
    PATIENCE,
  )
  return tiles
}

describe('overview on the shipped park', () => {
  it('shows twelve figures with unit and freshness, and no exception while all is well', async () => {
    app = await openApp('/bau-bang/overview')
    const tiles = await waitForNumbers()
    expect(tiles).toHaveLength(12)
    expect(within(screen.getByRole('article', { name: 'Grid import' })).getByText('MW')).toBeVisible()
    expect(screen.getByText('Simulated data')).toBeVisible()
    await waitFor(() => expect(screen.getByText('14/14 sources')).toBeVisible(), PATIENCE)
  })

  it('names a lost gateway, marks its totals as partial, and says 13 of 14', async () => {
    app = await openApp('/bau-bang/overview', { scenario: 'comms-loss', intoMs: 10 * 60_000 })
    await waitForNumbers()
    await waitFor(() => expect(screen.getByText('13/14 sources')).toBeVisible(), PATIENCE)
    const strip = screen.getByRole('region', { name: 'Alarms' })
    expect(await within(strip).findByText(/Gateway lost/, {}, PATIENCE)).toBeVisible()
    // One lost gateway is one new alarm, however many points it takes with it; older ones are acknowledged.
    const counts = within(strip).getAllByRole('listitem')
    const fresh = counts.map((count) => count.title).filter((title) => !title.endsWith(', 0 unacknowledged'))
    expect(fresh).toEqual([expect.stringMatching(/: 1 open, 1 unacknowledged$/)])
    const marked = screen.getAllByRole('article').filter((tile) => /Stale|\d+\/\d+ points/.test(tile.textContent))
    expect(marked.length).toBeGreaterThan(0)
  })

  it('offers to try again when history fails, and draws it then', async () => {
    app = await openApp('/bau-bang/overview?sel=asset:ss-lai-uyen', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'readings', status: 503, retryAfterS: 0 }]),
    })
    const panel = await screen.findByRole('complementary', { name: 'Details of the selection' }, PATIENCE)
    const retry = await within(panel).findByRole('button', { name: 'Try again' }, PATIENCE)
    expect(within(panel).getByText(/503/)).toBeVisible()
    app.network.backend.setFaults([])
    await userEvent.click(retry)
    await waitFor(() => expect(within(panel).queryByRole('button', { name: 'Try again' })).toBeNull(), PATIENCE)
  })
})

it('never says that there is no alarm while nobody knows', async () => {
  app = await openApp('/bau-bang/overview', {
    prepare: ({ backend }) => backend.setFaults([{ kind: 'status', endpoint: 'alarms', status: 503, retryAfterS: 0 }]),
  })
  const list = (await screen.findByText('Alarms and exceptions', {}, PATIENCE)).closest('section')
  if (!list) throw new Error('the list has no section')
  expect(await within(list).findByRole('button', { name: 'Try again' }, PATIENCE)).toBeVisible()
  expect(within(list).queryByText(/^No alarm/)).toBeNull()

  app.network.backend.setFaults([])
  await userEvent.click(within(list).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(within(list).queryByRole('button', { name: 'Try again' })).toBeNull(), PATIENCE)
})
