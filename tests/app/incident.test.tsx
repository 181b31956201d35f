import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
const MINUTE_MS = 60_000
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
  vi.restoreAllMocks()
})

interface IncidentFile {
  kind: string
  park: string
  timeZone: string
  dataMode: string
  to: string
  asOf: string
  startsAt: string
  lines: { kind: string; time: string; receiveTime: string; sinceStartS: number; title: string }[]
}

it('an incident is told on one axis and handed on as a file and on paper, each with its range, zone and data mode', async () => {
  // jsdom has none of these.
  Object.assign(URL, { createObjectURL: () => '', revokeObjectURL: () => {} })
  const files: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
    if (made instanceof Blob) files.push(made)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const printed = vi.spyOn(globalThis, 'print').mockImplementation(() => undefined)
  app = await openApp('/bau-bang/replay', { scenario: 'feeder-trip', intoMs: 2 * MINUTE_MS })
  const table = await screen.findByRole('table', {}, PATIENCE)
  await waitFor(() => expect(within(table).getAllByRole('row').length).toBeGreaterThan(3), PATIENCE)

  await userEvent.click(screen.getByRole('button', { name: 'Export JSON' }))
  const file = JSON.parse((await files[0]?.text()) ?? '{}') as IncidentFile
  expect(file).toMatchObject({
    kind: 'parkscope-incident',
    park: 'bau-bang',
    timeZone: 'Asia/Ho_Chi_Minh',
    dataMode: 'Simulated data',
  })
  // The range that nobody chose ends now: at the minute, or at the last line within it.
  expect(Date.parse(file.to)).toBeLessThan(Date.parse(file.asOf) + MINUTE_MS)
  const times = file.lines.map(({ time }) => Date.parse(time))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(file.lines.some(({ kind, sinceStartS }) => kind === 'alarm' && sinceStartS === 0)).toBe(true)
  expect(file.lines.every(({ title }) => title.trim() !== '')).toBe(true)

  await userEvent.click(screen.getByRole('button', { name: 'Print or PDF' }))
  expect(printed).toHaveBeenCalledOnce()
  const paper = screen.getByRole('heading', { name: /Bàu Bàng Industrial Park/ }).closest('header')
  expect(paper).toHaveTextContent(/Asia\/Ho_Chi_Minh \(UTC\+7\)/)
  expect(paper).toHaveTextContent('Simulated data')
}, 90_000)
