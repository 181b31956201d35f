import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import tenantsFile from '../../fixtures/parks/bau-bang/tenants.json' with { type: 'json' }
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

const bar = () => screen.findByRole('region', { name: 'Bàu Bàng in three minutes' }, PATIENCE)

describe('tour', () => {
  it('plays from its link, tells the park’s own numbers, pauses at a touch, steps and leaves by its keys', async () => {
    app = await openApp('/tour/bau-bang.three-minutes?speed=20')
    const stage = await bar()
    await within(stage).findByText(/Bàu Bàng Industrial Park/, {}, PATIENCE)
    // It waits until its numbers have come.
    await userEvent.keyboard(' {Home}')
    await waitFor(() => expect(stage.querySelector('[data-figure="tenants"]')?.textContent).toBe('98'), PATIENCE)
    expect(within(stage).getByText('Simulated data')).toBeVisible()
    expect(screen.queryByRole('navigation', { name: 'Screens' })).toBeNull()
    await userEvent.keyboard(' ')
    await waitFor(() => expect(location.hash).toMatch(/step=3/), PATIENCE)
    await userEvent.pointer({ keys: '[MouseLeft]', target: screen.getByRole('main') })
    expect(await within(stage).findByText(/Paused by a touch/)).toBeVisible()
    await userEvent.keyboard(' ')
    await userEvent.keyboard(' {Home}')
    expect(await within(stage).findByText('Paused · Space goes on')).toBeVisible()
    await waitFor(() => expect(location.hash).not.toMatch(/step=/), PATIENCE)
    await userEvent.keyboard('{PageDown}')
    await waitFor(() => expect(location.hash).toMatch(/step=2/), PATIENCE)
    await userEvent.keyboard('b')
    expect(await within(stage).findByRole('button', { name: 'End the black screen' })).toBeInTheDocument()
    await userEvent.keyboard('b{Escape}')
    await waitFor(() => expect(location.hash).not.toMatch(/tour=/), PATIENCE)
  }, 60_000)

  it('shows no tenant’s name where the park wants aliases, and ends where it began', async () => {
    app = await openApp('/bau-bang/tour')
    const list = await screen.findByRole('region', { name: 'Tours of this park' }, PATIENCE)
    const [play] = await within(list).findAllByRole('button', { name: 'Play' }, PATIENCE)
    if (!play) throw new Error('no tour')
    await userEvent.click(play)
    await bar()
    await userEvent.keyboard(' ')
    location.hash = `${location.hash.replace('/overview', '/tenants')}&list=directory`
    await screen.findAllByText('Tenant A-01', {}, PATIENCE)
    const shown = document.body.innerHTML
    expect(tenantsFile.tenants.filter(({ name }) => shown.includes(name)).map(({ name }) => name)).toEqual([])
    await userEvent.keyboard('{Escape}')
    await screen.findByRole('region', { name: 'Tours of this park' }, PATIENCE)
    expect(location.hash).toMatch(/^#\/bau-bang\/tour/)
  }, 60_000)
})
