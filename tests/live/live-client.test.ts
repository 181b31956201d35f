import { describe, expect, it } from 'vitest'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { type LiveClient, liveUrl, startLive } from '../../src/live/live-client.ts'
import { FakeScheduler } from './fake-scheduler.ts'
import { FakeServer, START_MS, bytesOf, makePoint } from './fake-server.ts'

const S = 1000
const MIN = 60 * S

interface Rig {
  scheduler: FakeScheduler
  server: FakeServer
  client: LiveClient
  /** Lets time pass second by second, with room for promises in between. */
  pass: (ms: number) => Promise<void>
  value: () => number | undefined
  freshness: () => string | undefined
  state: () => string
  rejected: () => Record<string, number>
}

async function startRig(adjust: (scheduler: FakeScheduler, server: FakeServer) => void = () => {}): Promise<Rig> {
  const scheduler = new FakeScheduler(START_MS)
  const points = [makePoint('wm-1.flow', { gatewayId: 'gw-1' }), makePoint('wm-2.flow', { gatewayId: 'gw-2' })]
  const server = new FakeServer(scheduler, points)
  adjust(scheduler, server)
  const network = new EventTarget()
  const client = startLive({
    parkId: 'bau-bang',
    points,
    baseUrl: 'http://park.test',
    call: server.fetchTicket,
    openSocket: server.openSocket,
    scheduler,
    network,
    random: () => 0,
  })
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 100) {
      // Promises of the ticket office settle between the timers.
      await new Promise((resolve) => setImmediate(resolve))
      scheduler.advance(Math.min(100, left))
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  await pass(500)
  return {
    scheduler,
    server,
    client,
    pass,
    value: () => client.display.read(0)?.value,
    freshness: () => client.display.read(0)?.freshness,
    state: () => client.connection.get().state,
    rejected: () => Object.fromEntries(client.health().rejected.map(({ reason, count }) => [reason, count])),
  }
}

describe('live client', () => {
  it('shows the first values as soon as they are there', async () => {
    const rig = await startRig()
    expect(rig.state()).toBe('live')
    expect(rig.value()).toBe(0)
    expect(rig.freshness()).toBe('live')
  })

  it('goes stale when the socket is lost for a minute, then reports the gap', async () => {
    const rig = await startRig()
    await rig.pass(10 * S)
    expect(rig.value()).toBeGreaterThanOrEqual(9)
    rig.server.reachable = false
    rig.server.drop()
    await rig.pass(8 * S)
    expect(rig.state()).toBe('reconnecting')
    expect(rig.freshness()).toBe('late')
    expect(rig.client.connection.get().retryInMs).toBeGreaterThan(0)
    await rig.pass(52 * S)
    expect(rig.freshness()).toBe('stale')
    // The last good value stays on screen, with its age.
    expect(rig.value()).toBeGreaterThanOrEqual(9)
    expect(rig.client.display.read(0)?.ageMs).toBeGreaterThanOrEqual(59 * S)
    expect(rig.client.connection.get().behindMs).toBeGreaterThanOrEqual(59 * S)
    expect(rig.client.gapVersion).toBe(0)

    rig.server.reachable = true
    await rig.pass(31 * S)
    expect(rig.state()).toBe('live')
    expect(rig.freshness()).toBe('live')
    expect(rig.client.gapVersion).toBe(1)
    expect(rig.client.gap?.fromMs).toBeCloseTo(START_MS + 10 * S, -4)
    const view = rig.client.connection.get()
    expect(view.gapFilledMs).toBeGreaterThanOrEqual(60 * S)
    expect(view).toMatchObject({ reconnects: 1, retryInMs: null, behindMs: 0 })
    expect(rig.rejected()).toEqual({})
  })

  it('says no communication after the holding time, and shows no number', async () => {
    const rig = await startRig()
    rig.server.reachable = false
    rig.server.drop()
    await rig.pass(15 * MIN)
    expect(rig.freshness()).toBe('stale')
    await rig.pass(20 * S)
    expect(rig.freshness()).toBe('no-communication')
    expect(rig.value()).toBeNaN()
    expect(rig.client.health()).toMatchObject({ sourcesLive: 0, sourcesTotal: 2, pointsGood: 0 })
    expect(rig.client.health().worst?.sinceMs).toBeCloseTo(START_MS, -3)
  })

  it('takes up where it was when the server replays what was missed', async () => {
    const rig = await startRig((_, server) => {
      server.canResume = true
    })
    await rig.pass(5 * S)
    rig.server.drop()
    await rig.pass(3 * S)
    expect(rig.state()).toBe('live')
    expect(rig.server.hellos.at(-1)).toMatchObject({ resume: { epoch: 'run-1' } })
    expect(rig.client.gap).toMatchObject({ replayed: true })
    expect(rig.value()).toBeGreaterThanOrEqual(7)
    expect(rig.rejected()).toEqual({})
  })

  it('finds out that a socket is dead though it never closed', async () => {
    const rig = await startRig()
    rig.server.silent = true
    await rig.pass(9 * S)
    expect(rig.state()).toBe('live')
    await rig.pass(3 * S)
    expect(rig.state()).toBe('reconnecting')
    expect(rig.server.opened).toBe(2)
    rig.server.silent = false
    await rig.pass(31 * S)
    expect(rig.state()).toBe('live')
  })

  it('starts afresh when the server was restarted', async () => {
    const rig = await startRig((_, server) => {
      server.canResume = true
    })
    await rig.pass(5 * S)
    rig.server.epoch = 'run-2'
    rig.server.seq = 0
    rig.server.drop(1012)
    await rig.pass(4 * S)
    expect(rig.state()).toBe('live')
    expect(rig.value()).toBeGreaterThanOrEqual(8)
    expect(rig.client.gap).toMatchObject({ replayed: false })
  })

  it('asks again for frames that went missing', async () => {
    const rig = await startRig((_, server) => {
      server.canResume = true
    })
    rig.server.silent = true
    await rig.pass(2 * S)
    rig.server.silent = false
    await rig.pass(4 * S)
    expect(rig.state()).toBe('live')
    expect(rig.rejected()).toEqual({ 'lost-sequence': 2 })
    expect(rig.server.hellos).toHaveLength(2)
    expect(rig.value()).toBeGreaterThanOrEqual(5)
  })

  it('refuses what is broken by reason and sample, and keeps the rest', async () => {
    const rig = await startRig()
    await rig.pass(1 * S)
    const whole = bytesOf(99, rig.server.nowMs, [{ index: 0, value: 1 }])
    const flipped = whole.slice(0)
    new Uint8Array(flipped).set([255], 40)
    rig.server.send(whole.slice(0, 45))
    rig.server.send(flipped)
    rig.server.send('{')
    rig.server.send({ type: 'readings', seq: -1, t: 0, ids: [], values: [], timeOffsets: [], quality: [] })
    rig.server.send({ type: 'readings', seq: 99, t: 0, ids: [1], values: [], timeOffsets: [0], quality: [0] })
    rig.server.send({ type: 'gossip' })
    rig.server.send(bytesOf(11, rig.server.nowMs, [{ index: 0, value: 1000 }]))
    await rig.pass(2 * S)
    expect(rig.state()).toBe('live')
    expect(rig.value()).toBeLessThan(10)
    expect(rig.rejected()).toMatchObject({
      'frame-bad-length': 1,
      'frame-bad-sum': 1,
      'frame-json': 1,
      'frame-seq': 1,
      'frame-columns': 1,
      'frame-type': 1,
      'repeated-sequence': 1,
    })
    for (const { sample } of rig.client.health().rejected) expect(sample).not.toBe('')
  })

  it.each([
    ['an hour ahead', 60 * MIN],
    ['an hour behind', -60 * MIN],
    ['a century behind', -36_525 * 24 * 60 * MIN],
  ])('judges by the server when its own clock is %s', async (_, skewMs) => {
    const rig = await startRig((scheduler) => {
      scheduler.skewMs = skewMs
    })
    await rig.pass(5 * S)
    expect(rig.freshness()).toBe('live')
    expect(rig.client.connection.get()).toMatchObject({ isClockSkewed: true, behindMs: 0 })
    expect(rig.client.connection.get().clockSkewMs).toBe(0 - skewMs)
    expect(Math.abs(rig.client.display.nowMs - rig.server.nowMs)).toBeLessThan(1100)
    rig.server.reachable = false
    rig.server.drop()
    await rig.pass(30 * S)
    expect(rig.freshness()).toBe('stale')
  })

  it.each([60 * MIN, -60 * MIN])('loses nothing when the server clock is set by %i ms', async (stepMs) => {
    const rig = await startRig()
    await rig.pass(5 * S)
    rig.server.skewMs = stepMs
    const shown: (number | undefined)[] = []
    for (let i = 0; i < 10; i++) {
      await rig.pass(S)
      shown.push(rig.value())
    }
    expect(new Set(shown).size).toBe(10)
    expect(rig.freshness()).toBe('live')
    expect(rig.rejected()).toEqual({})
    expect(rig.client.connection.get().clockSkewMs).toBe(stepMs)
  })

  it('recovers within seconds when its own clock is set', async () => {
    const rig = await startRig()
    await rig.pass(5 * S)
    rig.scheduler.skewMs = 60 * MIN
    await rig.pass(8 * S)
    expect(rig.freshness()).toBe('live')
    expect(rig.state()).toBe('live')
  })

  it('does not believe a single absurd stamp', async () => {
    const rig = await startRig()
    await rig.pass(3 * S)
    rig.server.skewMs = 400 * 24 * 60 * MIN
    rig.server.frame([{ index: 0, value: 50 }])
    rig.server.skewMs = 0
    await rig.pass(2 * S)
    expect(rig.freshness()).toBe('live')
    expect(rig.value()).toBeLessThan(10)
    expect(rig.rejected()).toEqual({})
    expect(rig.client.connection.get().clockSkewMs).toBe(0)
  })

  it('holds what is shown while frozen, and catches up after', async () => {
    const rig = await startRig()
    await rig.pass(3 * S)
    const held = rig.value()
    rig.client.setFrozen(true)
    await rig.pass(5 * S)
    expect(rig.value()).toBe(held)
    rig.client.setFrozen(false)
    expect(rig.value()).toBeGreaterThanOrEqual(7)
  })

  it('ends with the reason when the contract is refused', async () => {
    const rig = await startRig((_, server) => {
      server.contract = '2.0'
    })
    expect(rig.client.connection.get()).toMatchObject({ state: 'offline', refusal: 'contract 2.0', retryInMs: null })
    await rig.pass(60 * S)
    expect(rig.server.opened).toBe(1)
  })

  it('keeps asking for a ticket', async () => {
    const rig = await startRig((_, server) => {
      server.refuseTickets = true
    })
    await rig.pass(40 * S)
    expect(rig.server.tickets).toBeGreaterThanOrEqual(6)
    rig.server.refuseTickets = false
    await rig.pass(31 * S)
    expect(rig.state()).toBe('live')
  })

  it('leaves nothing behind when stopped', async () => {
    const rig = await startRig()
    rig.client.stop()
    await rig.pass(S)
    expect(rig.server.connected).toBe(false)
    // The server's own tick is all that is left.
    expect(rig.scheduler.pending).toBe(1)
  })

  it('lists gateways whose points are silent', async () => {
    const rig = await startRig()
    await rig.pass(2 * S)
    expect(rig.client.health()).toMatchObject({ sourcesLive: 2, sourcesTotal: 2, worst: null, pointsGood: 2 })
    rig.server.ticking = false
    for (let i = 0; i < 20; i++) {
      await rig.pass(S)
      rig.server.frame([{ index: 0, value: i }])
    }
    expect(rig.client.health()).toMatchObject({ sourcesLive: 1, worst: { gatewayId: 'gw-2' }, pointsGood: 1 })
    expect(rig.client.display.read(1)).toMatchObject({ freshness: 'stale', value: 2 })
    rig.server.frame([{ index: 1, value: Number.NaN, quality: QUALITY_BYTE.BadNoCommunication }])
    await rig.pass(2 * S)
    // The last value is held though the server sends none.
    expect(rig.client.display.read(1)).toMatchObject({ freshness: 'stale', value: 2, quality: 'BadNoCommunication' })
    expect(rig.client.health()).toMatchObject({ sourcesLive: 1, worst: { gatewayId: 'gw-2' }, pointsGood: 1 })
  })
})

describe('address of the live channel', () => {
  it.each([
    ['', 'http://host:8080/sub/index.html', 'ws://host:8080/api/v1/live'],
    ['https://park.test', 'http://host/', 'wss://park.test/api/v1/live'],
    ['https://park.test/api/v1', 'http://host/', 'wss://park.test/api/v1/live'],
    ['https://park.test/gate/', 'http://host/', 'wss://park.test/gate/api/v1/live'],
    ['/gate', 'https://host/x', 'wss://host/gate/api/v1/live'],
  ])('of %j on %s is %s', (baseUrl, page, expected) => {
    expect(liveUrl(baseUrl, page)).toBe(expected)
  })
})
