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

const search = (): URLSearchParams => new URLSearchParams(location.hash.split('?')[1])
const side = () => screen.findByRole('complementary', { name: 'What is followed' }, PATIENCE)
const numberIn = (text: string | null | undefined): number =>
  Number(
    /−?[\d,]+(\.\d+)?/
      .exec(text ?? '')?.[0]
      .replace('−', '-')
      .replaceAll(',', ''),
  )
const cells = (row: Element | undefined): number[] =>
  [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => numberIn(textContent))
const watermark = (): Element | null => document.querySelector('[data-watermark]')

describe('impact', () => {
  it('finds a feeder by name, says who loses what, what is carried elsewhere, and hands out a sheet of whom to call', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/impact')
    const picker = within(await side())
    await picker.findByText(/^Pick a substation/, undefined, PATIENCE)
    await user.type(await picker.findByRole('searchbox', { name: 'Find by name' }), '473')
    const found = await picker.findAllByRole('button', { name: /473/ }, PATIENCE)
    await user.click(found[0] ?? document.body)
    await waitFor(() => expect(search().get('sel')).toBe('asset:f-473'), PATIENCE)

    const lost = within(await screen.findByRole('region', { name: 'What is lost if it fails' }, PATIENCE))
    const table = await screen.findByRole('table', { name: 'Tenants affected' }, PATIENCE)
    const rows = [...table.querySelectorAll('[data-tenant]')]
    expect(rows.length).toBeGreaterThan(3)
    expect(lost.getByText(`${rows.length} tenants`)).toBeVisible()
    const named = tenantsFile.tenants.find(({ id }) => id === rows[0]?.getAttribute('data-tenant'))
    expect(rows[0]).toHaveTextContent(named?.name ?? 'no such tenant')
    const carried = within(screen.getByRole('region', { name: 'What can be carried elsewhere' }))
    expect(carried.getByText(/A proposal from the plan and the loads of now, not a switching order/)).toBeVisible()
    expect(watermark()).toBeNull()

    await user.click(screen.getByRole('button', { name: 'Contact sheet' }))
    const sheet = within(await screen.findByRole('article', { name: 'Contact sheet' }, PATIENCE))
    expect(sheet.getByRole('heading', { name: /^Contact sheet: / })).toHaveTextContent('473')
    expect(sheet.getAllByRole('row')).toHaveLength(rows.length + 1)
    expect(sheet.getByText('Simulated data')).toBeVisible()
    expect(sheet.queryByText('SCENARIO')).toBeNull()
    expect(sheet.getAllByText('Electrical shift lead').length).toBeGreaterThan(0)
  }, 60_000)

  it('says what stands in no network, and what the park does not have', async () => {
    app = await openApp('/bau-bang/impact?sel=asset:no-such-thing')
    const panel = within(await side())
    expect(await panel.findByText(/This park has nothing called “no-such-thing”/, undefined, PATIENCE)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Contact sheet' })).toBeDisabled()
  }, 60_000)
})

describe('what if', () => {
  it('wears the watermark while something is supposed, also on the sheet, and is left in one click', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/impact?sel=asset:f-473')
    await screen.findByRole('table', { name: 'Tenants affected' }, PATIENCE)
    await user.click(screen.getByRole('button', { name: 'Out of service' }))
    const changes = await screen.findByRole('table', { name: 'Load before and after' }, PATIENCE)
    expect(watermark()).toHaveTextContent('SCENARIO')
    expect(search().get('whatif')).toBe('out')
    await waitFor(() => {
      const [before, after, change] = cells(changes.querySelector('[data-stage="f-473"]') ?? undefined)
      expect(before).toBeGreaterThan(0)
      expect(after).toBe(0)
      expect(change).toBeCloseTo(-(before ?? 0), 2)
    }, PATIENCE)
    await user.click(screen.getByRole('button', { name: 'Contact sheet' }))
    const sheet = within(await screen.findByRole('article', { name: 'Contact sheet' }, PATIENCE))
    expect(sheet.getByText('SCENARIO')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Leave the scenario' }))
    await waitFor(() => expect(watermark()).toBeNull())
    expect(search().get('whatif')).toBeNull()
    expect(screen.queryByText('SCENARIO')).toBeNull()
  }, 60_000)

  it('cuts the supply of a feeder by a share that can be set, and puts it into the address', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/impact?sel=asset:f-473&whatif=cut,power,20')
    const percent = await screen.findByRole('textbox', { name: 'Cut by, %' }, PATIENCE)
    await user.clear(percent)
    await user.type(percent, '35')
    expect(percent).toHaveValue('35')
    await waitFor(() => expect(search().get('whatif')).toBe('cut,power,35'))
    const changes = await screen.findByRole('table', { name: 'Load before and after' }, PATIENCE)
    await waitFor(() => {
      const [before = Number.NaN, after = Number.NaN] = cells(
        changes.querySelector('[data-stage="f-473"]') ?? undefined,
      )
      expect(after / before).toBeCloseTo(0.65, 1)
    }, PATIENCE)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'water')
    await waitFor(() => expect(search().get('whatif')).toBe('cut,water,35'))
    expect(await screen.findByText('Nothing changes.', undefined, PATIENCE)).toBeVisible()
  }, 60_000)

  it('tells whether a free plot carries a newcomer, with what is left of every stage', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/impact?sel=asset:f-473&whatif=newcomer,0.1,5,')
    const headroom = await screen.findByRole('table', { name: 'Headroom' }, PATIENCE)
    expect(await screen.findByText('The plot can carry it.', undefined, PATIENCE)).toBeVisible()
    expect(watermark()).not.toBeNull()
    expect(screen.getByRole('button', { name: 'Contact sheet' })).toBeDisabled()
    for (const row of headroom.querySelectorAll('[data-stage]')) {
      const [before = Number.NaN, after = Number.NaN] = cells(row)
      expect(after).toBeLessThanOrEqual(before)
    }
    const power = screen.getByRole('textbox', { name: 'Power, MW' })
    await user.clear(power)
    await user.type(power, '90,5')
    expect(power).toHaveValue('90,5')
    await waitFor(() => expect(search().get('whatif')).toBe('newcomer,90.5,5,'))
    expect(await screen.findByText(/^The plot cannot carry it/, undefined, PATIENCE)).toBeVisible()
  }, 60_000)

  it('puts solar on every suitable roof with yesterday’s sun, and names its assumptions', async () => {
    app = await openApp('/bau-bang/impact?whatif=solar')
    const table = await screen.findByRole('table', { name: 'Solar on all roofs' }, PATIENCE)
    const line = (id: string): number[] => cells(table.querySelector(`[data-line="${id}"]`) ?? undefined)
    const [generated = Number.NaN, more = Number.NaN] = line('generated')
    expect(more).toBeGreaterThan(generated)
    expect(screen.getByText(/Planning values of our own, not verified, confidence low/)).toBeVisible()
    expect(watermark()).not.toBeNull()
  }, 60_000)
})
