import { assert, asyncProperty, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ParkId, parkIdSchema } from '../../src/contract/primitives.ts'
import { type LiveClient, startLive } from '../../src/live/live-client.ts'
import type { OpenSocket } from '../../src/live/socket-runner.ts'
import { TalkAhead } from '../../src/live/talk-ahead.ts'
import { FakeScheduler } from './fake-scheduler.ts'
import { FakeServer, START_MS, makePoint } from './fake-server.ts'

const PARK: ParkId = parkIdSchema.parse('bau-bang')
const POINTS = [makePoint('wm-1.flow'), makePoint('wm-2.flow')]

/** Lets time pass, with room for promises in between. */
async function pass(scheduler: FakeScheduler, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    await new Promise((resolve) => setImmediate(resolve))
    scheduler.advance(Math.min(100, left))
  }
  await new Promise((resolve) => setImmediate(resolve))
}

function connect(
  server: FakeServer,
  scheduler: FakeScheduler,
  openSocket: OpenSocket,
  encoding: 'binary' | 'json' = 'binary',
): LiveClient {
  const options = { parkId: PARK, points: POINTS, baseUrl: 'http://park.test', call: server.fetchTicket, encoding }
  return startLive({ ...options, openSocket, scheduler, network: new EventTarget(), random: () => 0 })
}

function begin(): { scheduler: FakeScheduler; server: FakeServer; talk: TalkAhead; open: OpenSocket } {
  const scheduler = new FakeScheduler(START_MS)
  const server = new FakeServer(scheduler, POINTS)
  const talk = new TalkAhead({ url: 'ws://t', parkId: PARK, encoding: 'binary', open: server.openSocket, scheduler })
  let isTaken = false
  const open: OpenSocket = (url, handlers) => {
    if (isTaken) return server.openSocket(url, handlers)
    isTaken = true
    return talk.take(handlers)
  }
  return { scheduler, server, talk, open }
}

describe('a talk begun before anybody listens', () => {
  it('has the snapshot when the connection takes it over, and says nothing twice', async () => {
    const { scheduler, server, open } = begin()
    await pass(scheduler, 500)
    const client = connect(server, scheduler, open)
    // No time passes any more: what is there is told at once.
    await new Promise((resolve) => setImmediate(resolve))
    expect(client.connection.get().state).toBe('live')
    expect(client.display.read(0)?.value).toBe(0)
    expect(server).toMatchObject({ opened: 1, hellos: { length: 1 } })
    await pass(scheduler, 3000)
    expect(client.display.read(0)?.value).toBeGreaterThanOrEqual(2)
    expect(client.health().rejected).toEqual([])
  })

  it('says when the snapshot is there, not with the welcome before it', async () => {
    const heard: ((data: string) => void)[] = []
    const open: OpenSocket = (_url, { onMessage }) => {
      heard.push(onMessage)
      return { send: () => undefined, close: () => undefined }
    }
    const scheduler = new FakeScheduler(START_MS)
    const talk = new TalkAhead({ url: 'ws://t', parkId: PARK, encoding: 'json', open, scheduler })
    let isAnswered = false
    void talk.answered.then(() => (isAnswered = true))
    heard[0]?.('welcome')
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    heard[0]?.('snapshot')
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(true)
  })

  it('lets nobody wait for answers when it is over', async () => {
    const { talk } = begin()
    talk.close()
    await expect(talk.answered).resolves.toBeUndefined()
  })

  it('asks for the snapshot right behind its greeting, not after the welcome', async () => {
    const said: string[] = []
    const open: OpenSocket = (_url, { onOpen }) => {
      setImmediate(onOpen)
      return { send: (text) => void said.push(text), close: () => {} }
    }
    void new TalkAhead({ url: 'ws://t', parkId: PARK, encoding: 'json', open, scheduler: new FakeScheduler(START_MS) })
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(said).toMatchObject([expect.stringContaining('"hello"'), expect.stringContaining('"subscribe"')])
  })

  it('reckons with the time at which each message came, not with the one at which it is told', async () => {
    const { scheduler, server, open } = begin()
    server.ticking = false
    await pass(scheduler, 2000)
    const client = connect(server, scheduler, open)
    await new Promise((resolve) => setImmediate(resolve))
    expect(client.store.clock.offsetMs).toBe(0)
    expect(client.display.read(0)?.ageMs).toBe(1000)
  })

  it('answers pings of the server like any other line', async () => {
    const { scheduler, server, open } = begin()
    const client = connect(server, scheduler, open)
    await pass(scheduler, 500)
    server.heartbeatMs = 1000
    server.ticking = false
    for (let k = 0; k < 8; k++) {
      server.send({ type: 'ping', time: new Date(server.nowMs).toISOString() })
      await pass(scheduler, 1000)
    }
    expect(client.connection.get().state).toBe('live')
    expect(server.opened).toBe(1)
  })

  it('that was lost meanwhile counts as a lost line: the next try opens its own', async () => {
    const { scheduler, server, open } = begin()
    await pass(scheduler, 500)
    server.drop()
    const client = connect(server, scheduler, open)
    await new Promise((resolve) => setImmediate(resolve))
    expect(client.connection.get().state).not.toBe('live')
    await pass(scheduler, 2000)
    expect(client.connection.get().state).toBe('live')
    expect(server.opened).toBe(2)
  })

  it('is closed by whoever would have said something else', async () => {
    const { scheduler, server, open } = begin()
    await pass(scheduler, 500)
    const client = connect(server, scheduler, open, 'json')
    await new Promise((resolve) => setImmediate(resolve))
    expect(server.connected).toBe(false)
    await pass(scheduler, 2000)
    expect(client.connection.get().state).toBe('live')
    expect(server.hellos.at(-1)).toMatchObject({ encoding: 'json' })
  })

  it('tells nothing more once it was closed', async () => {
    const { scheduler, server, talk } = begin()
    await pass(scheduler, 500)
    const heard: string[] = []
    const socket = talk.take({
      onOpen: () => heard.push('open'),
      onMessage: () => heard.push('message'),
      onClose: () => heard.push('close'),
    })
    socket.close()
    await pass(scheduler, 2000)
    expect(heard).toEqual([])
    expect(server.connected).toBe(false)
  })

  it('ends as any connection does, whenever it is taken over', async () => {
    await assert(
      asyncProperty(
        integer({ min: 0, max: 40 }),
        integer({ min: 5, max: 30 }),
        async (takeAfter, runFor): Promise<void> => {
          const ahead = begin()
          await pass(ahead.scheduler, takeAfter * 100)
          const late = connect(ahead.server, ahead.scheduler, ahead.open)
          await pass(ahead.scheduler, runFor * 100)

          const plain = begin()
          plain.talk.close()
          await pass(plain.scheduler, takeAfter * 100)
          const usual = connect(plain.server, plain.scheduler, plain.server.openSocket)
          await pass(plain.scheduler, runFor * 100)

          expect(late.connection.get().state).toBe('live')
          expect(late.display.read(0)?.value).toBe(usual.display.read(0)?.value)
          expect(late.store.clock.offsetMs).toBe(usual.store.clock.offsetMs)
          expect(late.health().rejected).toEqual(usual.health().rejected)
          late.stop()
          usual.stop()
        },
      ),
      { numRuns: 40 },
    )
  })
})
