import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { ChartNoteForm } from '../../src/app/shell/chart-note-form.tsx'
import { ChartFrame } from '../../src/charts/chart-frame.tsx'
import { parkSchema } from '../../src/contract/resources.ts'
import { type LogEntry, logEntrySchema } from '../../src/contract/shift.ts'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { LogRow } from '../../src/features/shift/log-row.tsx'
import { type ChartNote, ChartNoteContext } from '../../src/session/chart-note.ts'
import type { ViewHandle } from '../../src/session/view.ts'
import { ViewProvider } from '../../src/session/view-provider.tsx'
import { answerWith, json } from '../api/fake-fetch.ts'
import { renderIn } from '../ui/render.tsx'
import { shellOf } from '../ui/view-fixture.ts'

afterEach(cleanup)

const FROM = '2026-11-20T01:00:00.000Z'
const TO = '2026-11-20T03:30:00.000Z'
const NOTE: ChartNote = { title: 'Load today', fromMs: Date.parse(FROM), toMs: Date.parse(TO), pointId: null }
const three = { vi: 'x', en: 'x', ja: 'x' }
const index = indexPark(
  parkSchema.parse({
    id: 'test',
    name: three,
    province: three,
    operator: 'x',
    centre: [106.6, 11.2],
    areaHa: 1,
    timeZone: 'Asia/Ho_Chi_Minh',
    dataMode: 'simulated',
    address: three,
    bbox: [106, 11, 107, 12],
    facts: [],
    targets: [],
    gridEmissionFactor: {
      tCO2PerMWh: 0.6,
      year: 2023,
      source: { title: 'test', year: 2023, confidence: 'simulated' },
    },
    planStatus: 'schematic',
    aliases: { wall: false, tour: false, export: false },
  }),
  [],
  [],
  [],
)

function entryWith(change: Partial<Record<keyof LogEntry, unknown>>): LogEntry {
  return logEntrySchema.parse({
    id: 'log-1',
    seq: 1,
    eventTime: TO,
    entryTime: TO,
    author: 'operator',
    category: 'operation',
    text: 'Load today: a dip',
    language: 'en',
    range: { from: FROM, to: TO },
    refs: [{ type: 'screen', id: 'energy' }],
    strikes: null,
    struckBy: null,
    carry: false,
    clears: null,
    clearedBy: null,
    simulated: false,
    ...change,
  })
}

const within = (handle: ViewHandle, content: ReactNode): ReactNode => (
  <QueryClientProvider client={new QueryClient()}>
    <ViewProvider value={handle}>{content}</ViewProvider>
  </QueryClientProvider>
)

it('a chart offers a log entry about the window that it shows, and none where nothing can be written', async () => {
  const write = vi.fn<(note: ChartNote) => void>()
  const { title, fromMs, toMs } = NOTE
  const meta = { title, unit: '', period: '', zone: '', source: '', dataMode: null, asOf: '', span: { fromMs, toMs } }
  const chart = (
    <ChartFrame title={title} meta="" table={null} exportMeta={meta} fileName="load">
      <svg />
    </ChartFrame>
  )
  await renderIn('en', within(shellOf({}), chart))
  expect(screen.queryByRole('button', { name: 'Log' })).toBeNull()
  cleanup()
  await renderIn('en', within(shellOf({}), <ChartNoteContext value={write}>{chart}</ChartNoteContext>))
  await userEvent.click(screen.getByRole('button', { name: 'Log' }))
  expect(write).toHaveBeenCalledExactlyOnceWith(NOTE)
})

it('the entry keeps the window and the screen, and its opening words alone are no entry', async () => {
  const asked = answerWith(() => json(entryWith({})))
  const onClose = vi.fn<() => void>()
  await renderIn('en', within(shellOf({ screen: 'energy' }), <ChartNoteForm note={NOTE} onClose={onClose} />))
  const text = await screen.findByRole('textbox')
  expect(screen.getByRole('button', { name: 'Write' })).toBeDisabled()
  await userEvent.type(text, 'a dip at nine')
  await userEvent.click(screen.getByRole('button', { name: 'Write' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(JSON.parse(asked[0]?.body ?? '{}')).toMatchObject({
    text: 'Load today: a dip at nine',
    range: { from: FROM, to: TO },
    refs: [{ type: 'screen', id: 'energy' }],
  })
})

it('the entry opens its chart as it was at the end of its window', async () => {
  const open = vi.fn<ViewHandle['open']>()
  const row = <LogRow entry={entryWith({})} index={index} denied={undefined} onWrite={() => undefined} />
  await renderIn('en', within(shellOf({ screen: 'shift' }, { open }), row))
  await userEvent.click(screen.getByRole('button', { name: /as it was/ }))
  expect(open).toHaveBeenCalledExactlyOnceWith('energy', { at: Date.parse(TO) })
  await userEvent.click(screen.getByRole('button', { name: 'Energy' }))
  expect(open).toHaveBeenLastCalledWith('energy', {})
})
