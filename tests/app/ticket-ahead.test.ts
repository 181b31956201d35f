import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { configureApi } from '../../src/api/config.ts'
import { parkIdSchema } from '../../src/contract/primitives.ts'
import { askForTicketAhead, callForTicket } from '../../src/app/ticket-ahead.ts'

const BAU_BANG = parkIdSchema.parse('bau-bang')
const LONG_DUC = parkIdSchema.parse('long-duc')
const asked: string[] = []
let refuses = false

async function takeTicket(parkId: string): Promise<string> {
  return (await callForTicket('liveTicket', { body: { parkId }, signal: new AbortController().signal })).ticket
}

beforeEach(() => {
  asked.length = 0
  refuses = false
  configureApi({
    baseUrl: 'http://server.test',
    fetch: async (_input, init) => {
      const body = typeof init?.body === 'string' ? init.body : ''
      asked.push(body)
      if (refuses) return new Response('{}', { status: 503 })
      return Response.json({ ticket: `ticket ${asked.length} of the test`, expires: '2026-11-20T00:00:30.000Z' })
    },
  })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a ticket asked for ahead', () => {
  it('is taken once by the park that it is for', async () => {
    askForTicketAhead(BAU_BANG)
    expect(await takeTicket('bau-bang')).toBe('ticket 1 of the test')
    expect(asked).toHaveLength(1)
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')
  })

  it('is left alone by another park', async () => {
    askForTicketAhead(LONG_DUC)
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')
    expect(asked.map((body) => JSON.parse(body))).toEqual([{ parkId: 'long-duc' }, { parkId: 'bau-bang' }])
  })

  it('is asked for anew when it was refused, and when it has lain for too long', async () => {
    refuses = true
    askForTicketAhead(BAU_BANG)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    refuses = false
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')

    vi.useFakeTimers({ toFake: ['performance'] })
    askForTicketAhead(BAU_BANG)
    vi.advanceTimersByTime(11_000)
    expect(await takeTicket('bau-bang')).toBe('ticket 4 of the test')
  })
})
