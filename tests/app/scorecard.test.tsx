import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

describe('scorecard on the shipped park', () => {
  it('leads from a criterion that fails to the meter behind it in two steps', async () => {
    app = await openApp('/bau-bang/scorecard')
    const decree = await screen.findByRole('list', { name: 'Decree 35/2022, Article 37' }, PATIENCE)
    const failing = within(decree).getByRole('button', { name: 'Firms with RECP, measured savings' })
    expect(failing.closest('li')?.textContent).toContain('does not')
    await userEvent.click(failing)
    const drawer = await screen.findByRole('complementary', { name: 'Evidence of the criterion' }, PATIENCE)
    expect(location.hash).toContain('item=VN-37-2c')
    expect(drawer.textContent).toContain('operating firms')
    expect(within(drawer).getByRole('img', { name: /quarters/ })).toBeTruthy()
    const [meter] = within(drawer).getAllByTitle('Open the meter')
    if (!meter) throw new Error('no meter behind the figure')
    await userEvent.click(meter)
    await waitFor(() => expect(location.hash).toMatch(/overview\?.*point=/))
  })

  it('changes the denominator where the law leaves it open, and the figure with it', async () => {
    app = await openApp('/bau-bang/scorecard?item=VN-37-2c')
    const drawer = await screen.findByRole('complementary', { name: 'Evidence of the criterion' }, PATIENCE)
    const before = drawer.querySelector('[data-figure]')?.textContent
    await userEvent.click(within(drawer).getByRole('button', { name: 'licensed firms' }))
    await waitFor(() => expect(drawer.querySelector('[data-figure]')?.textContent).not.toBe(before))
    expect(location.hash).toContain('firms=licensed')
  })

  it('opens the very row of a register that the link names, and its trail', async () => {
    app = await openApp('/bau-bang/scorecard?tab=registers&item=recp-solutions:recp-001')
    const row = await screen.findByRole('complementary', { name: 'Row of the register' }, PATIENCE)
    expect(row.textContent).toContain('Rinse water loop')
    await within(row).findByText('As it came, nobody changed it', {}, PATIENCE)
  })

  it('fills form A.4 from the registers and lists what is missing', async () => {
    app = await openApp('/bau-bang/scorecard?tab=forms')
    const form = await screen.findByRole('table', { name: 'Form A.4' }, PATIENCE)
    expect(within(form).getByRole('row', { name: /Planned land/ }).textContent).toMatch(/997/)
    expect(within(form).getByRole('row', { name: /Service works/ }).textContent).toContain('gap')
    expect(screen.getByText(/gaps: .*Service works/)).toBeTruthy()
  })

  it('sets parks side by side by both frameworks, and opens a criterion of the park on screen', async () => {
    app = await openApp('/bau-bang/scorecard?tab=parks', { parks: ['bau-bang', 'long-duc'] })
    const table = await screen.findByRole('table', { name: 'Parks side by side' }, PATIENCE)
    const row = within(table).getByRole('row', { name: /Green, traffic, technical, social land/ })
    await waitFor(() => expect(row.querySelectorAll('[data-result]')).toHaveLength(2), PATIENCE)
    expect(within(table).getAllByRole('columnheader').length).toBeGreaterThan(3)
    const [own] = within(row).getAllByRole('button')
    if (!own) throw new Error('no cell')
    await userEvent.click(own)
    await screen.findByRole('complementary', { name: 'Evidence of the criterion' }, PATIENCE)
  })

  it('shows both scopes with factor and year, the path and the GRI codes', async () => {
    app = await openApp('/long-duc/scorecard?tab=climate', { parks: ['long-duc'] })
    const scopes = await screen.findByRole('table', { name: 'Greenhouse gas inventory' }, PATIENCE)
    expect(within(scopes).getByRole('row', { name: /Scope 2/ }).textContent).toContain('factor of 2023')
    expect(within(scopes).getByRole('row', { name: /diesel/ }).textContent).toContain('low confidence')
    const path = screen.getByRole('table', { name: 'Renewable share against its path' })
    expect(
      within(path)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['2024', '2025', '2026', '2027', '2028', '2029', '2030'])
    // A year that is over without a value is not known; only what lies ahead is to come.
    expect(within(path).getByRole('row', { name: /^2024/ }).textContent).toContain('not enough')
    expect(within(path).getByRole('row', { name: /^2030/ }).textContent).toContain('to come')
    expect(screen.getByText(/Kobe – Đồng Nai 2024–2026/)).toBeTruthy()
    const gri = screen.getByRole('table', { name: 'Disclosures by GRI code' })
    expect(within(gri).getByRole('row', { name: /305-2/ }).textContent).toMatch(/tCO/)
  })

  it('never passes a criterion whose meters are missing', async () => {
    app = await openApp('/bau-bang/scorecard', {
      prepare: ({ backend }) =>
        backend.setFaults([{ kind: 'status', endpoint: 'readings', status: 503, retryAfterS: 0 }]),
    })
    const table = await screen.findByRole('table', { name: 'Indicators: Environment' }, PATIENCE)
    const row = within(table).getByRole('row', { name: /Energy use metered/ })
    expect(row.querySelector('[data-result]')?.getAttribute('data-result')).toBe('not-enough')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })
})
