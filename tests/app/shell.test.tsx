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

describe('palette', () => {
  it('finds without accents, opens by keyboard, and puts what was found into the address', async () => {
    app = await openApp('/bau-bang/overview', { locale: 'vi' })
    await screen.findByRole('button', { name: 'KCN Bàu Bàng' }, PATIENCE)
    await userEvent.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('textbox', {}, PATIENCE)
    await userEvent.type(field, 'tram xu ly nuoc thai')
    const dialog = screen.getByRole('dialog')
    const options = await within(dialog).findAllByRole('option', {}, PATIENCE)
    expect(options[0]?.textContent.toLowerCase()).toContain('xử lý nước thải')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(decodeURIComponent(location.hash)).toMatch(/sel=asset:/)
    expect(await screen.findByRole('complementary', { name: 'Chi tiết mục đang chọn' }, PATIENCE)).toBeVisible()
  })

  it('opens what it finds on a screen that has a place for it', async () => {
    app = await openApp('/bau-bang/health')
    await screen.findByText('Sources by gateway', {}, PATIENCE)
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('textbox', {}, PATIENCE), 'park fact sheet')
    await within(screen.getByRole('dialog')).findAllByRole('option', { name: /Bàu Bàng/ }, PATIENCE)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(location.hash).toMatch(/overview/))
    const panel = await screen.findByRole('complementary', { name: 'Details of the selection' }, PATIENCE)
    expect(await within(panel).findByRole('heading', { name: 'Bàu Bàng Industrial Park' }, PATIENCE)).toBeVisible()
    expect(within(panel).getByText('997.74')).toBeVisible()
    expect(within(panel).getByText('2007')).toBeVisible()
    expect(within(panel).getAllByText('Not enough data').length).toBeGreaterThan(0)
    expect(within(panel).getAllByRole('link', { name: /^Source: / }).length).toBeGreaterThan(5)
  })

  it('closes with Esc and leaves the view as it was', async () => {
    app = await openApp('/bau-bang/overview')
    await screen.findByRole('button', { name: 'Bàu Bàng IP' }, PATIENCE)
    const before = location.hash
    await userEvent.keyboard('{Control>}k{/Control}')
    await screen.findByRole('textbox', {}, PATIENCE)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(location.hash).toBe(before)
  })
})

describe('freeze', () => {
  it('holds the numbers, says so, and lets go', async () => {
    app = await openApp('/bau-bang/overview')
    const tile = await screen.findByRole('article', { name: 'Grid import' }, PATIENCE)
    const value = await waitFor(() => {
      const found = tile.querySelector('[data-live-value]')
      expect(found?.textContent).toMatch(/\d/)
      return found
    }, PATIENCE)
    await userEvent.click(screen.getByRole('button', { name: 'Freeze' }))
    expect(await screen.findByText(/Frozen since/)).toBeVisible()
    const held = value?.textContent
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(tile.querySelector('[data-live-value]')?.textContent).toBe(held)
    await userEvent.click(screen.getByRole('button', { name: 'Live' }))
    expect(screen.queryByText(/Frozen since/)).toBeNull()
  })
})

describe('data health', () => {
  it('lists every gateway, and what broke the contract with place, count and sample', async () => {
    app = await openApp('/bau-bang/health', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'set-field', endpoint: 'assets', path: 'items.3.kind', value: 'teapot' }]),
    })
    const sources = await screen.findByRole('table', { name: 'Sources by gateway' }, PATIENCE)
    // Fourteen gateways, their head, and what comes without one.
    await waitFor(() => expect(within(sources).getAllByRole('row')).toHaveLength(16), PATIENCE)
    const points = [...sources.querySelectorAll('tbody tr')].map((one) => Number(one.querySelector('td')?.textContent))
    const total = points.reduce((sum, one) => sum + one, 0)
    expect(
      await screen.findByText(new RegExp(`/${total.toLocaleString('en')} points good$`), {}, PATIENCE),
    ).toBeVisible()
    const rejected = await screen.findByRole('table', { name: 'Rejected data' }, PATIENCE)
    const row = await within(rejected).findByRole('row', { name: /kind/ }, PATIENCE)
    expect(row.textContent).toContain('assets')
    expect(row.textContent).toContain('teapot')
    expect(within(row).getByText('1')).toBeVisible()
  })

  it('tells no skew of a clock that it never heard', async () => {
    app = await openApp('/bau-bang/health', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'liveTicket', status: 503, retryAfterS: 0 }]),
    })
    expect(await screen.findByText('Clock skew – s', {}, PATIENCE)).toBeVisible()
    const row = (await screen.findByText('Clock skew', {}, PATIENCE)).parentElement
    expect(row).not.toHaveTextContent(/\d/)
  })
})

describe('keyboard', () => {
  it('lists its keys on "?" and closes them with Esc', async () => {
    app = await openApp('/bau-bang/health')
    await screen.findByText('Sources by gateway', {}, PATIENCE)
    await userEvent.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, PATIENCE)
    expect(within(dialog).getByText('Ctrl K')).toBeVisible()
    expect(within(dialog).getByText('F6')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('several parks', () => {
  it('switches by the name in the corner, keeps language and look, drops selection and camera', async () => {
    app = await openApp('/bau-bang/overview?sel=park:bau-bang&cam=106.6,11.2,15,0,0&lang=ja&look=room-dark', {
      locale: 'ja',
      parks: ['bau-bang', 'long-duc'],
    })
    const select = await screen.findByRole('combobox', { name: '団地を選択' }, PATIENCE)
    await within(select).findByRole('option', { name: 'ロンドウック工業団地' }, PATIENCE)
    await userEvent.selectOptions(select, 'ロンドウック工業団地')
    await waitFor(() => expect(location.hash).toMatch(/^#\/long-duc\/overview/))
    expect(location.hash).toContain('lang=ja')
    expect(location.hash).toContain('look=room-dark')
    expect(location.hash).not.toMatch(/sel=|cam=/)
    await waitFor(() => expect(document.title).toContain('ロンドウック'), PATIENCE)
  })
})
