import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { configureApi } from '../../src/api/config.ts'
import { parkIdSchema } from '../../src/contract/primitives.ts'
import { askForTicketAhead, callForTicket, openChannel, snapshotAhead } from '../../src/app/ticket-ahead.ts'

const BAU_BANG = parkIdSchema.parse('bau-bang')
const LONG_DUC = parkIdSchema.parse('long-duc')
const asked: string[] = []
const sockets: FakeSocket[] = []

/** A socket that never opens. */
class FakeSocket extends EventTarget {
  readonly url: string
  readonly said: string[] = []
  isClosed = false

  constructor(url: string) {
    super()
    this.url = url
    sockets.push(this)
  }

  send(line: string): void {
    this.said.push(line)
  }

  close(): void {
    this.isClosed = true
  }
}

const handlers = { onOpen: () => {}, onMessage: () => {}, onClose: () => {} }

/** Address of the channel for the ticket of the n-th question. */
const channelOf = (n: number) => `ws://server.test/api/v1/live?ticket=ticket+${n}+of+the+test`

/** A promise's turn and that of what waits for it. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
let refuses = false

async function takeTicket(parkId: string): Promise<string> {
  return (await callForTicket('liveTicket', { body: { parkId }, signal: new AbortController().signal })).ticket
}

beforeEach(() => {
  asked.length = 0
  sockets.length = 0
  vi.stubGlobal('WebSocket', FakeSocket)
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
  vi.unstubAllGlobals()
})

describe('a ticket asked for ahead', () => {
  it('is taken once by the park that it is for', async () => {
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    expect(await takeTicket('bau-bang')).toBe('ticket 1 of the test')
    expect(asked).toHaveLength(1)
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')
  })

  it('is left alone by another park', async () => {
    void askForTicketAhead(LONG_DUC, 'http://server.test')
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')
    expect(asked.map((body) => JSON.parse(body))).toEqual([{ parkId: 'long-duc' }, { parkId: 'bau-bang' }])
  })

  it('is asked for anew when it was refused, and when it has lain for too long', async () => {
    refuses = true
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    refuses = false
    expect(await takeTicket('bau-bang')).toBe('ticket 2 of the test')

    vi.useFakeTimers({ toFake: ['performance'] })
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    vi.advanceTimersByTime(11_000)
    expect(await takeTicket('bau-bang')).toBe('ticket 4 of the test')
  })
})

/** Whether somebody who waits for the first figures may go on. */
async function mayGoOn(): Promise<boolean> {
  let goes = false
  void snapshotAhead().then(() => (goes = true))
  await settle()
  return goes
}

const hears = (data: string) => sockets[0]?.dispatchEvent(new MessageEvent('message', { data }))

describe('figures that are on their way from near by', () => {
  it('are waited for until the snapshot has come', async () => {
    void askForTicketAhead(BAU_BANG, 'http://server.test', true)
    await settle()
    sockets[0]?.dispatchEvent(new Event('open'))
    expect(await mayGoOn()).toBe(false)
    hears('welcome')
    expect(await mayGoOn()).toBe(false)
    hears('snapshot')
    expect(await mayGoOn()).toBe(true)
    expect(await mayGoOn()).toBe(true)
  })

  it('are waited for only a moment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    void askForTicketAhead(BAU_BANG, 'http://server.test', true)
    const waiting = snapshotAhead()
    vi.advanceTimersByTime(100)
    await expect(waiting).resolves.toBeUndefined()
  })

  it('are not waited for where the ticket is refused, or the server is elsewhere', async () => {
    refuses = true
    await askForTicketAhead(BAU_BANG, 'http://server.test', true)
    expect(await mayGoOn()).toBe(true)
    refuses = false
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    expect(await mayGoOn()).toBe(true)
  })
})

describe('a channel opened ahead', () => {
  it('says when its first lines are on their way', async () => {
    let begun = false
    const asking = askForTicketAhead(BAU_BANG, 'http://server.test').then(() => (begun = true))
    await settle()
    expect(begun).toBe(false)
    sockets[0]?.dispatchEvent(new Event('open'))
    await asking
    expect(sockets[0]?.said.map((line) => JSON.parse(line))).toMatchObject([{ type: 'hello' }, { type: 'subscribe' }])
  })

  it('does not let anybody wait for a ticket that was refused, or a socket that was closed', async () => {
    refuses = true
    await askForTicketAhead(BAU_BANG, 'http://server.test')
    refuses = false
    const asking = askForTicketAhead(LONG_DUC, 'http://server.test')
    await settle()
    sockets[0]?.dispatchEvent(Object.assign(new Event('close'), { code: 1006, reason: '' }))
    await asking
    expect(sockets[0]?.said).toEqual([])
  })

  it('is opened with the ticket as soon as that is there, and taken by whoever comes with it', async () => {
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    await settle()
    expect(sockets.map(({ url }) => url)).toEqual([channelOf(1)])
    await takeTicket('bau-bang')
    openChannel(channelOf(1), handlers)
    expect(sockets).toHaveLength(1)
    openChannel(channelOf(2), handlers)
    expect(sockets.map(({ url }) => url)).toEqual([channelOf(1), channelOf(2)])
  })

  it('is closed when another park comes for its ticket', async () => {
    void askForTicketAhead(LONG_DUC, 'http://server.test')
    await settle()
    await takeTicket('bau-bang')
    expect(sockets).toMatchObject([{ isClosed: true }])
  })

  it('is not opened for a ticket that came too late', async () => {
    void askForTicketAhead(LONG_DUC, 'http://server.test')
    await takeTicket('bau-bang')
    await settle()
    expect(sockets.every(({ isClosed }) => isClosed)).toBe(true)
  })

  it('leaves an address that the browser refuses to the connection', async () => {
    const refused = vi.fn<() => void>(function refuse() {
      throw new DOMException('insecure', 'SecurityError')
    })
    vi.stubGlobal('WebSocket', refused)
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    await settle()
    expect(refused).toHaveBeenCalledOnce()
    expect(await takeTicket('bau-bang')).toBe('ticket 1 of the test')
    expect(() => openChannel(channelOf(1), handlers)).toThrow('insecure')
  })

  it('is closed when nobody has come for it in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    void askForTicketAhead(BAU_BANG, 'http://server.test')
    await vi.waitFor(() => expect(sockets).toHaveLength(1))
    vi.advanceTimersByTime(10_001)
    expect(sockets).toMatchObject([{ isClosed: true }])
  })
})
