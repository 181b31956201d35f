import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 25_000 }

let app: OpenedApp | null = null
afterEach(() => {
  app?.close()
  app = null
})

const at = (): string | null => new URLSearchParams(location.hash.split('?')[1]).get('at')

describe('replay', () => {
  it('opens the instant of a link in its frame, refuses commands with the reason, and is left in one click', async () => {
    const user = userEvent.setup()
    app = await openApp('/bau-bang/shift?at=2026-11-20T02:40:00Z')
    const frame = await screen.findByRole('region', { name: 'REPLAY' }, PATIENCE)
    await within(frame).findByText('Paused', undefined, PATIENCE)
    expect(within(frame).getByText(/09:40:00/)).toBeInTheDocument()
    expect(within(frame).getByText('Simulated data')).toBeInTheDocument()
    expect(screen.getByRole('contentinfo', { name: 'Data status' })).toHaveTextContent('REPLAY · 09:40:00')

    expect(screen.getByRole('region', { name: 'Replayed park time' })).toHaveTextContent('09:40:00')

    const write = await screen.findByRole('button', { name: 'New entry' }, PATIENCE)
    expect(write).toBeDisabled()
    expect(write).toHaveAttribute('title', expect.stringContaining('commands are off until you are back to live'))

    const cursor = await screen.findByRole('slider', { name: 'Replayed instant' }, PATIENCE)
    expect(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('09:40:00'))
    cursor.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    await within(frame).findByText(/09:40:02/, undefined, PATIENCE)
    await waitFor(() => expect(at()).toBe('2026-11-20T02:40:02Z'), PATIENCE)
    await user.click(screen.getByRole('button', { name: 'Play' }))
    await within(frame).findByText(/09:40:04/, undefined, PATIENCE)
    expect(within(frame).getByText('Playing at 1×')).toBeInTheDocument()

    await user.click(within(frame).getByRole('button', { name: 'Back to live' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'REPLAY' })).toBeNull(), PATIENCE)
    expect(at()).toBeNull()
    await waitFor(() => expect(screen.getByRole('button', { name: 'New entry' })).toBeEnabled(), PATIENCE)
  }, 60_000)

  it('says that an instant has not come, and that one is not kept', async () => {
    app = await openApp('/bau-bang/health?at=2026-12-01T00:00:00Z')
    await screen.findByText(/has not come yet/, undefined, PATIENCE)
    await waitFor(() => expect(at()).toBeNull())
    act(() => {
      location.hash = '#/bau-bang/health?at=2020-01-01T00:00:00Z'
    })
    const frame = await screen.findByRole('region', { name: 'REPLAY' }, PATIENCE)
    await within(frame).findByText(/No data kept for this instant/, undefined, PATIENCE)
  }, 60_000)

  it('says replay, not live, on the page of data health, and links to other screens at the same instant', async () => {
    const instant = '2026-11-20T02:40:00Z'
    app = await openApp(`/bau-bang/health?at=${instant}`)
    const panel = (await screen.findByRole('heading', { name: 'Replay' }, PATIENCE)).closest('section')
    if (!panel) throw new Error('no panel')
    expect(panel).toHaveTextContent(/State\s*REPLAY/)
    expect(panel).toHaveTextContent(/Instant shown.*09:40:00/)
    const sources = await screen.findByRole('table', { name: 'Sources by gateway' }, PATIENCE)
    expect((await within(sources).findAllByText('Was live', undefined, PATIENCE)).length).toBeGreaterThan(3)
    expect(within(sources).queryByText('Live')).toBeNull()
    expect(screen.queryByText(/Clock skew/i)).toBeNull()

    const water = screen.getByRole('link', { name: 'Water' })
    const address = new URL((water as HTMLAnchorElement).href)
    expect(address.hash).toMatch(/^#\/bau-bang\/water\?/)
    expect(new URLSearchParams(address.hash.split('?')[1]).get('at')).toBe(instant)
    // Ctrl asks the browser for another tab: this page stays where it is.
    const stays = createEvent.click(water, { ctrlKey: true })
    fireEvent(water, stays)
    expect(stays.defaultPrevented).toBe(false)
    fireEvent.click(water)
    await waitFor(() => expect(location.hash).toMatch(/^#\/bau-bang\/water/), PATIENCE)
    expect(at()).toBe(instant)
  }, 60_000)
})
