import { afterEach, describe, expect, it, vi } from 'vitest'
import { CLOSE, type ServerFrame, serverFrameSchema } from '../../src/contract/live.ts'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { type ReadingsFrame, decodeReadings } from '../../src/contract/readings-frame.ts'
import type { LiveMessage } from '../../mocks/live-encoder.ts'
import { LiveSession } from '../../mocks/live.ts'
import type { WorldHost } from '../../mocks/world-host.ts'
import { START_MS, type TestClock, createSmallHost } from './small-host.ts'

const PARK = 'small-park'

class FakeSocket {
  readonly sent: LiveMessage[] = []
  closed: { code: number; reason: string } | null = null

  send(message: LiveMessage): void {
    this.sent.push(message)
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason }
  }

  json(): ServerFrame[] {
    return this.sent
      .filter((message) => typeof message === 'string')
      .map((text) => serverFrameSchema.parse(JSON.parse(text)))
  }

  frames(): ReadingsFrame[] {
    return this.sent.flatMap((message) => {
      const result = typeof message === 'string' ? null : decodeReadings(message)
      return result?.ok ? [result.frame] : []
    })
  }
}

interface Opened {
  socket: FakeSocket
  session: LiveSession
}

const hosts: WorldHost[] = []
afterEach(() => {
  for (const host of hosts.splice(0)) host.stop()
  vi.useRealTimers()
})

function createHost(clock: TestClock, silentFromMs?: number): WorldHost {
  const host = createSmallHost(clock, silentFromMs)
  hosts.push(host)
  return host
}

async function open(host: WorldHost, hello: object = {}, points: unknown = 'all'): Promise<Opened> {
  const { ticket } = host.issueTicket(PARK)
  const socket = new FakeSocket()
  const session = new LiveSession(host, socket, ticket)
  void session.receive(JSON.stringify({ type: 'hello', contract: '1.0', encoding: 'binary', parkId: PARK, ...hello }))
  await session.receive(JSON.stringify({ type: 'subscribe', points }))
  return { socket, session }
}

async function tick(host: WorldHost, clock: TestClock, seconds: number): Promise<void> {
  const park = await host.park(PARK)
  for (let k = 0; k < seconds; k++) {
    clock.nowMs += 1000
    park.tick()
  }
}

describe('live session', () => {
  it('welcomes, sends a snapshot, then one frame a second without holes', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const { socket, session } = await open(host)
    await tick(host, clock, 12)
    expect(socket.json().map(({ type }) => type)).toEqual(['welcome', 'snapshot'])
    expect(socket.frames().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    // Five-second points report at 5 and 10 s; the minute and five-minute ones do not.
    expect(socket.frames().map(({ indices }) => indices.length)).toEqual([0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0])
    // The wide point (longitude, index 4) comes first.
    expect(Array.from(socket.frames()[4]?.indices ?? [])[0]).toBe(4)
    session.end()
  })

  it('uses a ticket once, and not after 30 s', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const { ticket } = host.issueTicket(PARK)
    expect(host.redeemTicket(ticket)?.parkId).toBe(PARK)
    expect(host.redeemTicket(ticket)).toBe(null)
    const late = host.issueTicket(PARK)
    clock.nowMs += 30_001
    const socket = new FakeSocket()
    expect(new LiveSession(host, socket, late.ticket)).toBeInstanceOf(LiveSession)
    expect(socket.closed?.code).toBe(CLOSE.ticketRefused)
    expect(socket.json()[0]).toMatchObject({ type: 'bye', problem: { status: 401 } })
  })

  it('replays missed frames only when it has all of them', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const first = await open(host)
    await tick(host, clock, 3)
    first.session.end()
    await tick(host, clock, 4)
    const again = await open(host, { resume: { epoch: host.epoch, lastSeq: 3 } })
    await tick(host, clock, 1)
    expect(again.socket.json()).toMatchObject([{ type: 'welcome', resumed: true }])
    expect(again.socket.frames().map(({ seq }) => seq)).toEqual([4, 5, 6, 7, 8])
    again.session.end()
    await tick(host, clock, 40)
    const late = await open(host, { resume: { epoch: host.epoch, lastSeq: 8 } })
    expect(late.socket.json()).toMatchObject([
      { type: 'welcome', resumed: false },
      { type: 'snapshot', seq: 48 },
    ])
    late.session.end()
  })

  it.each([
    ['another epoch', { epoch: 'other', lastSeq: 1 }],
    ['a sequence from the future', { epoch: 'test-id-000001', lastSeq: 99 }],
  ])('sends a snapshot to a client that comes with %s', async (_, resume) => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const { socket, session } = await open(host, { resume })
    expect(socket.json()).toMatchObject([{ resumed: false }, { type: 'snapshot' }])
    session.end()
  })

  it('loses no frame between hello and subscribe of a resume', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const first = await open(host)
    await tick(host, clock, 2)
    first.session.end()
    const { ticket } = host.issueTicket(PARK)
    const socket = new FakeSocket()
    const session = new LiveSession(host, socket, ticket)
    const resume = { epoch: host.epoch, lastSeq: 1 }
    await session.receive(JSON.stringify({ type: 'hello', contract: '1.4', encoding: 'binary', parkId: PARK, resume }))
    await tick(host, clock, 2)
    await session.receive(JSON.stringify({ type: 'subscribe', points: 'all' }))
    expect(socket.frames().map(({ seq }) => seq)).toEqual([2, 3, 4])
    session.end()
  })

  it('sends a subset in the order asked for, unknown ids left out, as JSON columns', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const points = ['em-a01.voltage', 'no-such.point', 'em-a01.active-power']
    const { socket, session } = await open(host, { encoding: 'json' }, points)
    await tick(host, clock, 5)
    const frames = socket.json()
    expect(frames[1]).toMatchObject({ type: 'snapshot', points: ['em-a01.voltage', 'em-a01.active-power'] })
    expect(frames.at(-1)).toMatchObject({ type: 'readings', seq: 5, ids: [1, 0], quality: [0, 0] })
    session.end()
  })

  it('holds the last value of a silent source, then gives it up', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock, START_MS)
    const { socket, session } = await open(host)
    await tick(host, clock, 15)
    expect(readingsOf(socket, 0)).toEqual([])
    await tick(host, clock, 1)
    expect(readingsOf(socket, 0)).toMatchObject([{ quality: QUALITY_BYTE.UncertainLastUsableValue, offset: -16_000 }])
    await tick(host, clock, 900)
    const lost = readingsOf(socket, 0)
    expect(lost).toHaveLength(2)
    expect(lost[1]).toMatchObject({ quality: QUALITY_BYTE.BadNoCommunication, value: Number.NaN })
    const park = await host.park(PARK)
    expect(park.snapshotNow()).toMatchObject({ values: expect.arrayContaining([null]) })
    expect(park.snapshotAt(START_MS + 60_000).qualities[0]).toBe(QUALITY_BYTE.UncertainLastUsableValue)
    session.end()
  })

  it.each([
    ['no JSON', '{'],
    ['an unknown frame', '{"type":"dance"}'],
    ['a negative sequence', helloWith({ resume: { epoch: 'x', lastSeq: -1 } })],
    ['a sequence that is no number', helloWith({ resume: { epoch: 'x', lastSeq: null } })],
    ['subscribe before hello', '{"type":"subscribe","points":"all"}'],
    ['bytes', new ArrayBuffer(8)],
  ])('ends a session that sends %s, with a message', async (_, message) => {
    const host = createHost({ nowMs: START_MS })
    const { ticket } = host.issueTicket(PARK)
    const socket = new FakeSocket()
    await new LiveSession(host, socket, ticket).receive(message)
    expect(socket.closed?.code).toBe(CLOSE.contractRefused)
    expect(socket.json().at(-1)).toMatchObject({ type: 'bye', problem: { status: 400 } })
  })

  it.each([
    [{ contract: '2.0' }, CLOSE.contractRefused],
    [{ contract: 'one' }, CLOSE.contractRefused],
    [{ parkId: 'other-park' }, CLOSE.unknownPark],
  ])('refuses hello with %o', async (hello, code) => {
    const host = createHost({ nowMs: START_MS })
    const { socket } = await open(host, hello)
    expect(socket.closed?.code).toBe(code)
  })

  it('pings, and sends away who never subscribes', async () => {
    vi.useFakeTimers()
    const host = createHost({ nowMs: START_MS })
    const { socket, session } = await open(host)
    const { ticket } = host.issueTicket(PARK)
    const silent = new FakeSocket()
    const other = new LiveSession(host, silent, ticket)
    await vi.advanceTimersByTimeAsync(20_500)
    expect(socket.json().filter(({ type }) => type === 'ping')).toHaveLength(2)
    expect(silent.closed?.code).toBe(CLOSE.contractRefused)
    session.end()
    other.end()
  })

  it('sends registers later where they would hold up the first snapshot', async () => {
    const clock = { nowMs: START_MS }
    const host = createSmallHost(clock, Infinity, true)
    hosts.push(host)
    const { socket, session } = await open(host)
    const snapshot = socket.json()[1]
    const waiting = QUALITY_BYTE.BadWaitingForInitialData
    expect(snapshot).toMatchObject({ qualities: [0, 0, waiting, 0, 0, 0], values: expect.arrayContaining([null]) })
    await tick(host, clock, 60)
    expect(readingsOf(socket, 2)).toEqual([])
    const park = await host.park(PARK)
    expect([park.warmNext(), park.warmNext()]).toEqual([true, false])
    // Worked out, but not sent yet.
    expect(park.snapshotNow().qualities[2]).toBe(waiting)
    await tick(host, clock, 1)
    expect(readingsOf(socket, 2)).toMatchObject([{ quality: QUALITY_BYTE.Good, offset: -1000 }])
    session.end()
  })

  it('gives who joins between a sample and its frame the state without it, so that the frame repeats nothing', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const first = await open(host)
    await tick(host, clock, 4)
    const park = await host.park(PARK)
    clock.nowMs += 1000
    // The five-second points are sampled for the alarms; their frame goes out a quarter of a second later.
    park.look()
    const second = await open(host)
    clock.nowMs += 250
    park.tick()
    const snapshot = second.socket.json()[1]
    expect(snapshot).toMatchObject({ seq: 4, timeOffsetsMs: [-5000, -5000, -5000, -5000, -5000, -5000] })
    expect(readingsOf(second.socket, 0)).toMatchObject([{ offset: -250 }])
    expect(second.socket.frames()).toEqual(first.socket.frames().slice(4))
    first.session.end()
    second.session.end()
  })

  it('carries events in the same sequence', async () => {
    const clock = { nowMs: START_MS }
    const host = createHost(clock)
    const { socket, session } = await open(host)
    const park = await host.park(PARK)
    park.emitEvent('scenario', { id: 'storm' })
    await tick(host, clock, 1)
    expect(socket.json().at(-1)).toMatchObject({ type: 'event', seq: 1, name: 'scenario', data: { id: 'storm' } })
    expect(socket.frames().map(({ seq }) => seq)).toEqual([2])
    session.end()
  })
})

function helloWith(more: object): string {
  return JSON.stringify({ type: 'hello', contract: '1.0', encoding: 'binary', parkId: PARK, ...more })
}

function readingsOf(socket: FakeSocket, index: number): { quality: number; value: number; offset: number }[] {
  return socket.frames().flatMap((frame) => {
    const at = frame.indices.indexOf(index)
    if (at < 0) return []
    return [{ quality: frame.quality[at] ?? -1, value: frame.values[at] ?? 0, offset: frame.timeOffsetsMs[at] ?? 0 }]
  })
}
