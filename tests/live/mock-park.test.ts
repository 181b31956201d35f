import { afterEach, describe, expect, it } from 'vitest'
import { LiveSession } from '../../mocks/live.ts'
import type { WorldHost } from '../../mocks/world-host.ts'
import { type LiveClient, startLive } from '../../src/live/live-client.ts'
import type { SocketHandlers } from '../../src/live/socket-runner.ts'
import { START_MS, createSmallHost } from '../contract/small-host.ts'
import { SMALL_PARK_ID } from '../contract/small-park.ts'
import { FakeScheduler } from './fake-scheduler.ts'

const S = 1000

/** The live client against the sessions of our own server, with nothing but function calls between them. */
class Rig {
  readonly scheduler = new FakeScheduler(START_MS)
  readonly host: WorldHost
  reachable = true
  client: LiveClient | null = null
  #session: LiveSession | null = null
  #handlers: SocketHandlers | null = null

  constructor(silentFromMs?: number) {
    const scheduler = this.scheduler
    this.host = createSmallHost(
      {
        get nowMs() {
          return scheduler.trueMs
        },
      },
      silentFromMs,
    )
  }

  async start(encoding: 'binary' | 'json'): Promise<LiveClient> {
    const { model } = await this.host.park(SMALL_PARK_ID)
    this.client = startLive({
      parkId: SMALL_PARK_ID,
      points: model.points,
      baseUrl: 'http://park.test',
      encoding,
      call: async () => {
        if (!this.reachable) throw new Error('unreachable')
        return this.host.issueTicket(SMALL_PARK_ID)
      },
      openSocket: (url, handlers) => this.#open(url, handlers),
      scheduler: this.scheduler,
      network: null,
      random: () => 0,
    })
    await this.pass(2 * S)
    return this.client
  }

  /** Lets seconds pass on both sides. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= S) {
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
      const park = await this.host.park(SMALL_PARK_ID)
      this.scheduler.advance(S)
      park.tick()
    }
    await new Promise((resolve) => setImmediate(resolve))
    this.scheduler.advance(20)
  }

  lose(): void {
    this.reachable = false
    this.#session?.end()
    this.#handlers?.onClose(1006, '')
  }

  stop(): void {
    this.client?.stop()
    this.host.stop()
  }

  #open(url: string, handlers: SocketHandlers): ReturnType<NonNullable<Parameters<typeof startLive>[0]['openSocket']>> {
    const session = new LiveSession(
      this.host,
      { send: (message) => handlers.onMessage(message), close: (code, reason) => handlers.onClose(code, reason) },
      new URL(url).searchParams.get('ticket'),
    )
    this.#session = session
    this.#handlers = handlers
    this.scheduler.after(1, () => handlers.onOpen())
    return { send: (text) => void session.receive(text), close: () => session.end() }
  }
}

let rig: Rig | null = null
afterEach(() => {
  rig?.stop()
  rig = null
})

describe('live client on our own server', () => {
  it.each(['binary', 'json'] as const)('reads what the world says, in %s', async (encoding) => {
    rig = new Rig()
    const client = await rig.start(encoding)
    await rig.pass(30 * S)
    const { world } = await rig.host.park(SMALL_PARK_ID)
    expect(client.connection.get().state).toBe('live')
    client.store.points.forEach((_, index) => {
      const truth = world.sampleAt(index, rig?.host.nowMs() ?? 0)
      expect(client.store.values[index]).toBeCloseTo(truth.value, 4)
      expect(client.store.sourceTimesMs[index]).toBe(truth.sourceTimeMs)
    })
    expect(client.health()).toMatchObject({ rejected: [], pointsGood: client.store.size })
  })

  it('resumes after a short loss, and takes a snapshot with a gap after a long one', async () => {
    rig = new Rig()
    const client = await rig.start('binary')
    await rig.pass(10 * S)
    rig.lose()
    await rig.pass(5 * S)
    rig.reachable = true
    await rig.pass(15 * S)
    expect(client.connection.get()).toMatchObject({ state: 'live', reconnects: 1 })
    expect(client.gap).toMatchObject({ replayed: true })
    rig.lose()
    await rig.pass(60 * S)
    expect(client.display.read(0)?.freshness).toBe('stale')
    rig.reachable = true
    await rig.pass(35 * S)
    expect(client.connection.get()).toMatchObject({ state: 'live', reconnects: 2 })
    expect(client.gap).toMatchObject({ replayed: false })
    expect(client.gapVersion).toBe(2)
    expect(client.display.read(0)?.freshness).toBe('live')
    expect(client.health().rejected).toEqual([])
  })

  it('shows a silent source as stale while the rest stays live', async () => {
    rig = new Rig(START_MS + 10 * S)
    const client = await rig.start('binary')
    await rig.pass(60 * S)
    expect(client.display.read(0)).toMatchObject({ freshness: 'stale' })
    expect(client.display.read(0)?.value).toBeGreaterThan(90)
    await rig.pass(16 * 60 * S)
    expect(client.display.read(0)).toMatchObject({ freshness: 'no-communication', value: Number.NaN })
    expect(client.display.read(1)?.freshness).toBe('live')
  })
})
