import { afterEach, describe, expect, it } from 'vitest'
import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { LiveSession } from '../../mocks/live.ts'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld, type ScenarioId } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { type Alarm, alarmSchema } from '../../src/contract/alarms.ts'
import { recordingSchema, snapshotSchema } from '../../src/contract/readings.ts'
import { SPEEDS } from '../../src/domain/replay/player.ts'
import { type LiveClient, startLive } from '../../src/live/live-client.ts'
import { type ReplayClient, startReplay } from '../../src/live/replay-client.ts'
import type { SocketHandlers } from '../../src/live/socket-runner.ts'
import { FakeScheduler } from './fake-scheduler.ts'

const PARK = 'bau-bang'
const START_MS = Date.parse('2026-11-20T03:10:00Z')
const S = 1000

/** What one screen shows of every point, as text that tells all of it: value, quality, freshness, source time. */
function pictureOf({ display, store }: Pick<LiveClient, 'display' | 'store'>): string[] {
  return store.points.map((point, index) => {
    const reading = display.read(index)
    return `${point.id} ${reading?.value} ${reading?.quality} ${reading?.freshness} ${reading?.sourceTimeMs}`
  })
}

interface Seen {
  points: readonly string[]
  alarms: readonly string[]
}

function alarmsText(alarms: readonly Alarm[]): string[] {
  return alarms.map(
    ({ id, stateName, severity, eventId, activeTime, ackTime, suppressedOrShelved, firstInGroupFlag }) =>
      [id, stateName, severity, eventId, activeTime, ackTime, suppressedOrShelved, firstInGroupFlag].join(' '),
  )
}

/** A park on the air with one client that watches it live, and its API for one that looks back. */
class Rig {
  readonly scheduler = new FakeScheduler(START_MS)
  readonly host: WorldHost
  live: LiveClient | null = null
  replay: ReplayClient | null = null
  requests = 0

  constructor(scenario: ScenarioId) {
    this.host = new WorldHost({
      parkIds: [PARK],
      openPark,
      createWorld,
      seed: 20261120,
      scenario,
      clock: () => this.scheduler.trueMs,
      randomId: createCountedId(),
      checkAnswers: false,
      tickMs: 2 ** 30,
      alarmHistoryMs: 600 * S,
    })
  }

  async watch(): Promise<LiveClient> {
    const { model } = await this.host.park(PARK)
    await this.host.alarms(PARK)
    this.live = startLive({
      parkId: PARK,
      points: model.points,
      baseUrl: 'http://park.test',
      // Numbers as JSON, like the recording's: the binary form rounds to 24 bits.
      encoding: 'json',
      call: async () => this.host.issueTicket(PARK),
      openSocket: (url, handlers) => this.#open(url, handlers),
      scheduler: this.scheduler,
      network: null,
      random: () => 0,
    })
    await this.pass(2)
    return this.live
  }

  /** Seconds pass on both sides, a tick in each. */
  async pass(seconds: number, each: (atMs: number) => Promise<void> = async () => undefined): Promise<void> {
    const park = await this.host.park(PARK)
    for (let k = 0; k < seconds; k++) {
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
      this.scheduler.advance(S)
      park.tick()
      this.live?.store.tick(this.scheduler.trueMs)
      this.live?.display.publish()
      await each(this.scheduler.trueMs)
    }
  }

  async get(path: string): Promise<unknown> {
    this.requests += 1
    const response = await handleRequest(this.host, new Request(`http://park.test/api/v1/parks/${PARK}${path}`))
    const body: unknown = await response.json()
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    return body
  }

  async alarmsAt(at: string): Promise<string[]> {
    const body = await this.get(`/alarms?retain=true&limit=1000${at}`)
    return alarmsText(alarmSchema.array().parse(Reflect.get(Object(body), 'items')))
  }

  /** An operator acknowledges the most urgent alarm. */
  async acknowledgeFirst(): Promise<void> {
    const { board } = await this.host.alarms(PARK)
    const alarm = board.list(this.scheduler.trueMs, true).find(({ ackedState }) => !ackedState)
    if (!alarm) throw new Error('nothing to acknowledge')
    const response = await handleRequest(
      this.host,
      new Request(`http://park.test/api/v1/parks/${PARK}/alarms/${alarm.id}/acknowledge`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.host.sessions.open('operator')}` },
        body: JSON.stringify({ idempotencyKey: 'replay-test-1', comment: 'seen' }),
      }),
    )
    if (response.status !== 200) throw new Error(`acknowledge: ${response.status}`)
  }

  async lookBack(atMs: number): Promise<ReplayClient> {
    const { model } = await this.host.park(PARK)
    this.replay = startReplay({
      parkId: PARK,
      points: model.points,
      atMs,
      scheduler: this.scheduler,
      liveNowMs: () => this.scheduler.trueMs,
      onLive: () => undefined,
      source: {
        stateAt: async (ms) => snapshotSchema.parse(await this.get(`/snapshot?at=${new Date(ms).toISOString()}`)),
        frames: async ({ fromMs, stepMs, count }) =>
          recordingSchema.parse(
            await this.get(`/recording?from=${new Date(fromMs).toISOString()}&step=${stepMs}&count=${count}`),
          ),
      },
    })
    await this.settle()
    return this.replay
  }

  /** Lets answers arrive while no time passes. */
  async settle(): Promise<void> {
    for (let i = 0; i < 200; i++) await new Promise((resolve) => setImmediate(resolve))
  }

  stop(): void {
    this.replay?.stop()
    this.live?.stop()
    this.host.stop()
  }

  #open(url: string, handlers: SocketHandlers) {
    const session = new LiveSession(
      this.host,
      { send: (message) => handlers.onMessage(message), close: (code, reason) => handlers.onClose(code, reason) },
      new URL(url).searchParams.get('ticket'),
    )
    this.scheduler.after(1, () => handlers.onOpen())
    return { send: (text: string) => void session.receive(text), close: () => session.end() }
  }
}

let rig: Rig | null = null
afterEach(() => {
  rig?.stop()
  rig = null
})

describe('replay of a scenario', () => {
  it.each(['feeder-trip', 'comms-loss'] as const)(
    'shows what live showed, point by point and alarm by alarm: %s',
    async (scenario) => {
      rig = new Rig(scenario)
      const live = await rig.watch()
      const seen = new Map<number, Seen>()
      const { board } = await rig.host.alarms(PARK)
      await rig.pass(170, async (atMs) => {
        // A command is part of the past like everything else.
        if (atMs === START_MS + 150 * S) await rig?.acknowledgeFirst()
        seen.set(atMs, { points: pictureOf(live), alarms: alarmsText(board.list(atMs, true)) })
      })
      const instants = [...seen.keys()]
      const [firstMs = 0] = instants
      expect(new Set(seen.get(instants.at(-1) ?? 0)?.points).size).toBe(live.store.size)
      // Something has happened on the way, or the test would show nothing.
      expect(seen.get(instants.at(-1) ?? 0)?.alarms).not.toEqual(seen.get(firstMs)?.alarms)

      const replay = await rig.lookBack(firstMs)
      expect(pictureOf(replay)).toEqual(seen.get(firstMs)?.points)
      replay.send({ type: 'play' })
      await rig.settle()
      const played: number[] = []
      for (let k = 0; k < 60; k++) {
        rig.scheduler.advance(S)
        await rig.settle()
        const { atMs } = replay.player.get()
        played.push(atMs)
        expect([atMs, pictureOf(replay)]).toEqual([atMs, seen.get(atMs)?.points])
      }
      expect(played).toEqual(instants.slice(1, 61))
      expect(replay.player.get().stalls).toBe(0)
      expect(replay.health().rejected).toEqual([])

      // Backwards and forwards, as a hand on the timeline does it: what was shown before leaves no trace.
      replay.send({ type: 'pause' })
      for (const back of [5, 160, 40, 161, 0]) {
        const atMs = instants.at(back) ?? 0
        replay.send({ type: 'seek', atMs })
        await rig.settle()
        expect([atMs, pictureOf(replay)]).toEqual([atMs, seen.get(atMs)?.points])
        expect(await rig.alarmsAt(`&at=${new Date(atMs).toISOString()}`)).toEqual(seen.get(atMs)?.alarms)
      }
    },
    120_000,
  )

  it.each(SPEEDS.filter((speed) => speed > 1))(
    'at %i times shows at each step what a jump there shows',
    async (speed) => {
      rig = new Rig('normal-day')
      const replay = await rig.lookBack(START_MS - 6 * 3600 * S)
      replay.send({ type: 'speed', speed })
      replay.send({ type: 'play' })
      await rig.settle()
      for (let k = 0; k < 12; k++) {
        rig.scheduler.advance(S)
        await rig.settle()
      }
      const played = pictureOf(replay)
      const { atMs, stalls } = replay.player.get()
      expect([atMs, stalls]).toEqual([START_MS - 6 * 3600 * S + 12 * speed * S, 0])
      replay.send({ type: 'pause' })
      replay.send({ type: 'seek', atMs })
      await rig.settle()
      expect(played).toEqual(pictureOf(replay))
    },
  )
})
