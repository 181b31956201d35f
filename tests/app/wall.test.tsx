import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { WallLinks } from '../../mocks/wall-links.ts'
import { getSession } from '../../src/session/session-store.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 20_000 }
let app: OpenedApp | null = null

afterEach(() => {
  getSession().setRole('operator')
  app?.close()
  app = null
})

const sceneName = (): string | null =>
  document.querySelector('[data-scene-head]')?.getAttribute('data-scene-head') ?? null

/** Whether a P1 or P2 waits for an acknowledgement, as the park says. */
async function isUrgent(): Promise<boolean> {
  const answer = await fetch('http://park.test/api/v1/parks/bau-bang/alarms?retain=true')
  const { items } = (await answer.json()) as { items: { priority: string; ackedState: boolean }[] }
  return items.some(({ priority, ackedState }) => (priority === 'P1' || priority === 'P2') && !ackedState)
}

const shownTheme = (): string | undefined => document.documentElement.dataset['theme']

/** Sends a request as an operator, past the page: the wall itself has no commands. */
async function asOperator(path: string, body: unknown): Promise<Response> {
  const host = app?.network.backend.host
  const token = host?.sessions.open('operator') ?? ''
  return fetch(`http://park.test/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

it('shows one scene at a time without a pointer, steps and holds by keyboard, and says that it is simulated', async () => {
  app = await openApp('/wall/4k-55-4m?park=bau-bang')
  await screen.findByText('Bàu Bàng Industrial Park', {}, PATIENCE)
  expect(sceneName()).toBe('overview')
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('SIMULATED')).toBeVisible()
  expect(screen.getByText('1/8', { exact: false })).toBeVisible()
  await userEvent.keyboard('{ArrowRight}')
  expect(sceneName()).toBe('energy')
  await userEvent.keyboard('{PageDown}')
  expect(sceneName()).toBe('water')
  await userEvent.keyboard('{PageUp}{ArrowLeft}{ArrowLeft}')
  expect(sceneName()).toBe('portfolio')
  await userEvent.keyboard(' ')
  expect(screen.getByText(/held/)).toBeVisible()
  await userEvent.keyboard(' ')
  expect(screen.queryByText(/held/)).toBeNull()
  // Every scene has the strip and the clock.
  expect(screen.getByRole('region', { name: 'Park time' })).toBeVisible()
})

it('jumps to a new P1 and goes back once somebody has acknowledged it', async () => {
  app = await openApp('/wall/fhd-55-4m?park=bau-bang&scene=waste', { scenario: 'feeder-trip', intoMs: 30_000 })
  await waitFor(() => expect(sceneName()).toBe('energy'), PATIENCE)
  expect(screen.getByText(/new alarm/)).toBeVisible()
  expect(within(screen.getByRole('banner')).getByText('Unacked')).toBeVisible()
  const answer = await fetch('http://park.test/api/v1/parks/bau-bang/alarms?retain=true')
  const { items } = (await answer.json()) as { items: { id: string; priority: string; ackedState: boolean }[] }
  const urgent = items.filter(({ priority, ackedState }) => !ackedState && (priority === 'P1' || priority === 'P2'))
  expect(urgent.length).toBeGreaterThan(0)
  await act(async () => {
    for (const [k, { id }] of urgent.entries()) {
      const sent = await asOperator(`/parks/bau-bang/alarms/${id}/acknowledge`, {
        idempotencyKey: `key-wall-ack-${k}`,
        comment: 'seen from the wall',
      })
      expect(sent.status).toBe(200)
    }
  })
  await waitFor(() => expect(sceneName()).toBe('waste'), PATIENCE)
})

// That it takes one tick of the wall, a second, is the rotation's own test; here the way from the park to the screen.
it('leaves a scene in the middle for a P1 that comes, and says that it does', async () => {
  const flood = { count: 1, withinMs: 130_000, lastsMs: 600_000 }
  app = await openApp('/wall/fhd-55-4m?park=bau-bang&scene=waste', { flood })
  await screen.findByText('Live', {}, PATIENCE)
  expect(sceneName()).toBe('waste')
  await vi.waitFor(async () => expect(await isUrgent()).toBe(true), { timeout: 120_000, interval: 100 })
  await waitFor(() => expect(sceneName()).not.toBe('waste'), { timeout: 5000, interval: 50 })
  expect(document.querySelector('[data-scene-head]')).toHaveTextContent('new alarm')
}, 150_000)

it('runs by a link without a session, and keeps its last picture when the link is revoked', async () => {
  const wish = { name: 'Lobby', profile: 'fhd-55-4m', idempotencyKey: 'key-wall-test' }
  const { token, id } = new WallLinks('simulated 20261120').make('bau-bang', wish, 'manager', 0)
  app = await openApp(`/wall/fhd-55-4m?park=bau-bang&key=${token}`, {
    prepare: ({ backend }) => void backend.host.wallLinks.make('bau-bang', wish, 'manager', 0),
  })
  await screen.findByText('Bàu Bàng Industrial Park', {}, PATIENCE)
  await screen.findByText('Live', {}, PATIENCE)
  expect(screen.queryByRole('alert')).toBeNull()
  act(() => void app?.network.backend.host.wallLinks.revoke('bau-bang', id, Date.now()))
  expect(await screen.findByRole('alert', {}, PATIENCE)).toHaveTextContent('This wall link was revoked')
  expect(screen.getByText('Bàu Bàng Industrial Park')).toBeVisible()
})

it('keeps its last picture and says since when it is cut off, and goes on by itself', async () => {
  app = await openApp('/wall/fhd-55-4m?park=bau-bang')
  await screen.findByText('Live', {}, PATIENCE)
  const figure = await waitFor(() => {
    const found = document.querySelector('[data-scene]:not([aria-hidden="true"]) [data-live-value]')
    if (!found || !/\d/.test(found.textContent)) throw new Error('no figure yet')
    return found
  }, PATIENCE)
  act(() => app?.network.backend.cut(12_000))
  expect(await screen.findByText(/^Offline since \d\d:\d\d/, {}, PATIENCE)).toBeVisible()
  expect(figure).toBeVisible()
  expect(figure.textContent).toMatch(/\d/)
  expect(sceneName()).toBe('overview')
  await screen.findByText('Live', {}, { timeout: 60_000 })
  expect(screen.queryByText(/^Offline since/)).toBeNull()
}, 90_000)

it('is dark in the hours that its address names, by the clock of the park', async () => {
  app = await openApp('/wall/fhd-55-4m?park=bau-bang&night=9-12')
  await screen.findByText('Live', {}, PATIENCE)
  act(() => getSession().setTheme('room-light'))
  await waitFor(() => expect(shownTheme()).toBe('room-dark'))
  app.close()
  app = await openApp('/wall/fhd-55-4m?park=bau-bang&night=22-6')
  await screen.findByText('Live', {}, PATIENCE)
  act(() => getSession().setTheme('room-light'))
  await waitFor(() => expect(shownTheme()).toBe('room-light'))
})

it('works a wall out, names the field that cannot be, and makes links for those who may', async () => {
  app = await openApp('/wall/custom?w=3840&h=2160&inch=55&far=30')
  const distance = await screen.findByRole('textbox', { name: 'Farthest viewer, metres' }, PATIENCE)
  expect(distance).toHaveAccessibleDescription(/at most 4\.2 m/)
  await userEvent.clear(distance)
  await userEvent.type(distance, '4')
  expect(screen.getByRole('button', { name: 'One 4K screen, 55 inch, 4 m' })).toHaveAttribute('aria-pressed', 'true')
  expect(screen.getByText('Smallest text, 16′: 90 px')).toBeVisible()
  expect(screen.getByRole('link', { name: /#\/wall\/4k-55-4m\?park=bau-bang/ })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Make a link' })).toBeDisabled()
})

it('a manager makes a read-only link, sees its token once, and revokes it', async () => {
  const user = userEvent.setup()
  getSession().setRole('manager')
  app = await openApp('/wall/calibrate?park=bau-bang')
  const make = await screen.findByRole('button', { name: 'Make a link' }, PATIENCE)
  await screen.findByText('No link yet', {}, PATIENCE)
  await user.click(make)
  // Without a name there is nothing to revoke later by.
  expect(screen.getByText('No link yet')).toBeVisible()
  await user.type(screen.getByRole('textbox', { name: /^Name of the wall/ }), 'Lobby')
  await user.click(make)
  const link = await waitFor(() => {
    const found = document.querySelector<HTMLAnchorElement>('[data-wall-link]')
    if (!found) throw new Error('no link yet')
    return found
  }, PATIENCE)
  const token = new URLSearchParams(link.hash.split('?')[1]).get('key')
  expect(link.hash).toMatch(/^#\/wall\/4k-55-4m\?park=bau-bang/)
  const asked = (): Promise<Response> =>
    fetch('http://park.test/api/v1/parks/bau-bang', { headers: { authorization: `Bearer ${token}` } })
  expect((await asked()).status).toBe(200)
  const entry = (await screen.findByText('Lobby', { selector: 'b' }, PATIENCE)).closest('li')
  if (!entry) throw new Error('no entry')
  await user.click(within(entry).getByRole('button', { name: 'Revoke' }))
  expect(await within(entry).findByText(/^Revoked/i, {}, PATIENCE)).toBeVisible()
  expect((await asked()).status).toBe(401)
})
