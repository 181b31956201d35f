import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { encodeReadings, decodeReadings } from '../../src/contract/readings-frame.ts'
import { recordingSchema, snapshotSchema } from '../../src/contract/readings.ts'
import { parkIdSchema } from '../../src/contract/primitives.ts'
import { type Point, pointSchema } from '../../src/contract/resources.ts'
import { DisplayReadings } from '../../src/live/display-readings.ts'
import { LiveStore } from '../../src/live/live-store.ts'
import { type ReplayClient, startReplay } from '../../src/live/replay-client.ts'
import { FakeScheduler } from '../live/fake-scheduler.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

/**
 * Script time of one step of a replay in which every point changes (the share of a window's text, its checks, the
 * store, freshness, what is shown), beside a live tick of the same points in the same run. And of a jump: the text of
 * a whole state, its checks, the store. The last figure is the whole jump on the shipped park, its server included.
 */
const POINTS = 1500
const ROUNDS = 120
const WARM_UP = 40
const STEP_LIMIT_MS = 8
const JUMP_LIMIT_MS = 500
const NOW_MS = Date.UTC(2026, 10, 20, 7, 0)
const STEP_MS = 600_000

const points: Point[] = Array.from({ length: POINTS }, (_, i) =>
  pointSchema.parse({
    id: `em-${i}.active-power`,
    assetId: `em-${i}`,
    kind: 'active-power',
    stream: 'energy',
    unit: 'kW',
    periodMs: 5000,
    range: [0, 5000],
    decimals: 0,
    limits: [],
    gatewayId: `gw-${i % 12}`,
  }),
)
const ids = points.map(({ id }) => id)
const indices = points.map((_, i) => i)
const parkId = parkIdSchema.parse('bench')
const valueAt = (i: number, k: number): number => ((i * 31 + k * 17) % 4000) / 2

function stateText(atMs: number): string {
  return JSON.stringify({
    parkId,
    epoch: 'bench',
    seq: 0,
    time: new Date(atMs).toISOString(),
    points: ids,
    values: points.map((_, i) => valueAt(i, atMs / 1000)),
    timeOffsetsMs: points.map((_, i) => -(i % 500)),
    qualities: points.map(() => QUALITY_BYTE.Good),
  })
}

function recordingText(fromMs: number, stepMs: number, count: number): string {
  const frames = Array.from({ length: count }, (_, k) => ({
    t: fromMs + k * stepMs,
    ids: indices,
    values: indices.map((i) => valueAt(i, fromMs / 1000 + k)),
    timeOffsets: indices.map((i) => -(i % 500)),
    quality: indices.map(() => QUALITY_BYTE.Good),
  }))
  return JSON.stringify({ parkId, from: new Date(fromMs).toISOString(), stepMs, points: ids, frames })
}

/** Lets promises of answers settle. */
async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** Script time of the client alone: texts are made before the clock runs. */
class Looking {
  readonly scheduler = new FakeScheduler(NOW_MS)
  readonly client: ReplayClient
  scriptMs = 0

  constructor() {
    this.client = startReplay({
      parkId,
      points,
      atMs: NOW_MS - 200 * 86_400_000,
      scheduler: this.scheduler,
      liveNowMs: () => NOW_MS,
      onLive: () => undefined,
      source: {
        stateAt: async (atMs) => {
          const text = stateText(atMs)
          return this.timed(() => snapshotSchema.parse(JSON.parse(text)))
        },
        frames: async ({ fromMs, stepMs, count }) => {
          const text = recordingText(fromMs, stepMs, count)
          return this.timed(() => recordingSchema.parse(JSON.parse(text)))
        },
      },
    })
  }

  timed<T>(work: () => T): T {
    const started = performance.now()
    const answer = work()
    this.scriptMs += performance.now() - started
    return answer
  }

  async measure(work: () => void): Promise<number> {
    this.scriptMs = 0
    this.timed(work)
    await settle()
    return this.scriptMs
  }
}

/** The live path of the same points, for the ratio. */
class Watching {
  readonly #scheduler = new FakeScheduler(NOW_MS)
  readonly #store = new LiveStore(points, { scheduler: this.#scheduler })
  readonly #display = new DisplayReadings(this.#store, this.#scheduler)
  #seq = 0

  constructor() {
    this.#store.applySnapshot(snapshotSchema.parse(JSON.parse(stateText(NOW_MS - 1000))), NOW_MS - 1000)
  }

  tick(): number {
    this.#scheduler.advance(1000)
    this.#seq += 1
    const bytes = encodeReadings(
      {
        seq: this.#seq,
        t: this.#scheduler.now(),
        indices: Uint32Array.from(points, (_, i) => i),
        values: Float64Array.from(points, (_, i) => valueAt(i, this.#seq)),
        timeOffsetsMs: Int32Array.from(points, (_, i) => -(i % 500)),
        quality: new Uint8Array(POINTS),
      },
      0,
    )
    const started = performance.now()
    const result = decodeReadings(bytes)
    if (!result.ok) throw new Error(result.detail)
    this.#store.applyFrame(result.frame, this.#scheduler.now())
    this.#store.tick(this.#store.serverNowMs)
    this.#display.publish()
    return performance.now() - started
  }
}

async function steps(): Promise<{ step: number; tick: number; jump: number; stalls: number }> {
  const looking = new Looking()
  await settle()
  const watching = new Watching()
  const tickMs: number[] = []
  const stepMs: number[] = []
  const jumpMs: number[] = []
  const { client } = looking
  client.send({ type: 'speed', speed: 600 })
  client.send({ type: 'play' })
  await settle()
  // Interleaved, so that a disturbance of the machine meets both alike. A window's cost falls into one step of ten:
  // its mean over a window is what a step costs.
  let window: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const tick = watching.tick()
    window.push(await looking.measure(() => client.send({ type: 'tick' })))
    if (round >= WARM_UP) tickMs.push(tick)
    if (window.length < 10) continue
    if (round >= WARM_UP) stepMs.push(window.reduce((sum, ms) => sum + ms, 0) / window.length)
    window = []
  }
  const { stalls } = client.player.get()
  client.send({ type: 'pause' })
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const atMs = NOW_MS - ((round * 7919) % 190_000) * STEP_MS * 0.5
    const ms = await looking.measure(() => client.send({ type: 'seek', atMs }))
    if (round >= WARM_UP) jumpMs.push(ms)
  }
  client.stop()
  return { step: medianOf(stepMs), tick: medianOf(tickMs), jump: medianOf(jumpMs), stalls }
}

/** Time of a whole jump on the shipped park: the server's work with everything behind it. */
async function jumpsOnPark(): Promise<{ median: number; worst: number }> {
  const host = new WorldHost({
    parkIds: ['bau-bang'],
    openPark,
    createWorld,
    seed: 20261120,
    scenario: 'normal-day',
    clock: () => NOW_MS,
    randomId: createCountedId(),
    checkAnswers: false,
  })
  const times: number[] = []
  for (let k = 0; k < 16; k++) {
    const at = new Date(NOW_MS - ((k * 48_271) % 700) * 86_400_000 - k * 977_000).toISOString()
    const started = performance.now()
    const response = await handleRequest(host, new Request(`http://park.test/api/v1/parks/bau-bang/snapshot?at=${at}`))
    snapshotSchema.parse(await response.json())
    if (k > 0) times.push(performance.now() - started)
  }
  host.stop()
  return { median: medianOf(times), worst: Math.max(...times) }
}

const { step, tick, jump, stalls } = await steps()
const park = await jumpsOnPark()
const group = 'replay'
const rows: Row[] = [
  {
    group,
    name: `replay step, ${POINTS} points`,
    value: step,
    unit: 'ms',
    floor: tick,
    target: STEP_LIMIT_MS,
    note: 'floor: a live tick of the same points',
  },
  { group, name: 'steps waited for at 600×', value: stalls, unit: '', target: 0 },
  { group, name: `jump, script, ${POINTS} points`, value: jump, unit: 'ms', target: JUMP_LIMIT_MS },
  {
    group,
    name: 'jump on bau-bang, server and checks',
    value: park.median,
    unit: 'ms',
    target: JUMP_LIMIT_MS,
    note: `longest ${park.worst.toFixed(0)} ms`,
  },
]
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'replay', rows }))
else for (const { name, value, unit, floor } of rows) console.log(name, value.toFixed(3), unit, floor?.toFixed(3) ?? '')
