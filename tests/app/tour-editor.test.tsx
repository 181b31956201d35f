import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readTours } from '../../src/domain/tours/read-tours.ts'
import { useRecovery } from '../../src/session/recovery-store.ts'
import { useTourDraft } from '../../src/session/tour-draft.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
  act(() => useTourDraft.getState().drop())
  vi.restoreAllMocks()
})

const isUnsaved = (): boolean => useRecovery.getState().conditions.unsaved
const editor = () => screen.findByRole('region', { name: 'Tour that is being written' }, PATIENCE)
const recorder = () => screen.findByRole('region', { name: 'Recording a tour' }, PATIENCE)

const captionBoxes = (boxes: HTMLElement[]): HTMLElement[] => boxes.filter(({ tagName }) => tagName === 'TEXTAREA')

/** Clicks a button and answers the text of the file that comes of it, with its name. */
async function fileOf(button: HTMLElement): Promise<{ text: string; name: string }> {
  // jsdom has neither.
  Object.assign(URL, { createObjectURL: () => '', revokeObjectURL: () => {} })
  const blobs: Blob[] = []
  let name = ''
  vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
    if (made instanceof Blob) blobs.push(made)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    name = this.download
  })
  await userEvent.click(button)
  const made = await waitFor(() => {
    const [first] = blobs
    if (!first) throw new Error('no file yet')
    return first
  }, PATIENCE)
  return { text: await made.text(), name }
}

describe('tour editor', () => {
  it('records views under any screen, says what does not hold, exports what does, and plays the draft', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/tour')
    await user.click(await screen.findByRole('button', { name: 'New tour' }, PATIENCE))
    await user.click(within(await editor()).getByRole('button', { name: 'Record views' }))
    let bar = within(await recorder())
    expect(bar.getByText('Recording “New tour” · 0 steps')).toBeVisible()
    expect(isUnsaved()).toBe(false)
    act(() => {
      location.hash = '#/bau-bang/water?tab=supply'
    })
    await waitFor(
      () => expect(screen.getByRole('link', { name: 'Water' })).toHaveAttribute('aria-current', 'page'),
      PATIENCE,
    )
    bar = within(await recorder())
    await user.click(bar.getByRole('button', { name: 'Record this view' }))
    expect(bar.getByText(/· 1 step$/)).toBeVisible()
    // From here on a reload by itself would lose it.
    expect(isUnsaved()).toBe(true)
    act(() => {
      location.hash = '#/bau-bang/health'
    })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Record this view' })).toBeDisabled(), PATIENCE)
    expect(screen.getByRole('button', { name: 'Record this view' })).toHaveAttribute(
      'title',
      'No tour can show this screen',
    )
    act(() => {
      location.hash = '#/bau-bang/energy'
    })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Record this view' })).toBeEnabled(), PATIENCE)
    await user.click(screen.getByRole('button', { name: 'Record this view' }))
    await user.click(screen.getByRole('button', { name: 'To the editor' }))

    const region = within(await editor())
    expect(screen.queryByRole('region', { name: 'Recording a tour' })).toBeNull()
    const steps = region.getAllByRole('listitem').filter((item) => item.querySelector('textarea'))
    expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual(['1 · Water', '2 · Energy'])
    expect(region.getByRole('button', { name: 'Export as JSON' })).toBeDisabled()
    expect(
      within(region.getByRole('list', { name: 'What does not hold' })).getAllByText('Step 1 · caption.ja · is empty')
        .length,
    ).toBeGreaterThan(0)

    for (const box of captionBoxes(region.getAllByRole('textbox'))) await user.type(box, 'Peak {{peak_mw}')
    await user.click(region.getAllByRole('button', { name: 'Down' })[0] ?? document.body)
    expect(region.queryByRole('list', { name: 'What does not hold' })).toBeNull()
    const { text, name } = await fileOf(region.getByRole('button', { name: 'Export as JSON' }))
    expect(name).toBe('bau-bang-new-tour.json')
    const read = readTours(text)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(read.tours[0]?.steps.map(({ screen: shown, tab }) => [shown, tab])).toEqual([
      ['energy', null],
      ['water', 'supply'],
    ])
    expect(isUnsaved()).toBe(false)

    await user.click(region.getAllByRole('button', { name: 'Play from here' })[1] ?? document.body)
    await waitFor(() => expect(location.hash).toMatch(/^#\/bau-bang\/water\?.*tour=draft/), PATIENCE)
    const stage = await screen.findByRole('region', { name: 'New tour' }, PATIENCE)
    await waitFor(
      () => expect(stage.querySelector('[data-figure="peak_mw"]')?.textContent).toMatch(/^[\d.]+\sMW$/),
      PATIENCE,
    )
    await user.keyboard('{Escape}')
    await editor()
    expect(location.hash).toMatch(/^#\/bau-bang\/tour/)
  }, 90_000)

  it('refuses a file with the step and the field of what does not hold, and edits a copy of a tour of the park', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/tour')
    const list = within(await screen.findByRole('region', { name: 'Tours of this park' }, PATIENCE))
    const [edit] = await list.findAllByRole('button', { name: 'Edit a copy' }, PATIENCE)
    const title = { vi: 'a', en: 'a', ja: 'a' }
    const broken = { tours: [{ id: 'x', title, steps: [{ id: 'one', screen: 'cellar', caption: title, dwellS: 9 }] }] }
    const input = screen.getByLabelText('Import a file', { selector: 'input' })
    await user.upload(input, new File([JSON.stringify(broken)], 'tour.json', { type: 'application/json' }))
    const refused = within(await screen.findByRole('list', { name: 'What does not hold' }, PATIENCE))
    expect(refused.getByText('Step 1 · screen · cannot be "cellar"')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Tour that is being written' })).toBeNull()
    await user.upload(input, new File(['{'], 'tour.json', { type: 'application/json' }))
    expect(await screen.findByText(/is no JSON/, undefined, PATIENCE)).toBeVisible()

    await user.click(edit ?? document.body)
    const region = within(await editor())
    expect(region.getByRole('button', { name: 'Export as JSON' })).toBeEnabled()
    expect(region.getByRole('textbox', { name: 'Name, English' })).toHaveValue('Bàu Bàng in three minutes')
    expect(isUnsaved()).toBe(false)
    await user.type(region.getByRole('textbox', { name: 'Name, English' }), '!')
    expect(isUnsaved()).toBe(true)
    const held = 'Export or drop the tour that is being written first'
    for (const name of ['New tour', 'Import a file']) {
      expect(screen.getByRole('button', { name })).toBeDisabled()
      expect(screen.getByRole('button', { name })).toHaveAttribute('title', held)
    }
    await user.click(region.getByRole('button', { name: 'Drop' }))
    expect(screen.getByRole('button', { name: 'New tour' })).toBeEnabled()
    expect(screen.queryByRole('region', { name: 'Tour that is being written' })).toBeNull()
    expect(isUnsaved()).toBe(false)
  }, 60_000)
})
