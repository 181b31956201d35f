import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { decodeReadings, encodeReadings } from '../../src/contract/readings-frame.ts'
import { type ParkId, parkIdSchema } from '../../src/contract/primitives.ts'
import { type Point, pointSchema } from '../../src/contract/resources.ts'
import {
  type LoadEdge,
  buildEdgeLoadIndex,
  computeEdgeFreshness,
  computeEdgeLoads,
} from '../../src/domain/network/edge-loads.ts'
import { FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { DisplayReadings } from '../../src/live/display-readings.ts'
import { LiveStore } from '../../src/live/live-store.ts'
import { FakeScheduler } from '../live/fake-scheduler.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

/**
 * Script time of one tick in which every point changes, from the bytes of a frame to the attributes of the map
 * and the text of the numbers: decode, store, freshness, edge loads, colours and widths, numbers. What the browser
 * does with the result (upload, layout, paint) is not in it; the page's own benchmark has that.
 */
const SIZES = [1500, 10_000, 100_000] as const
const LIMITS_MS: Record<(typeof SIZES)[number], number> = { 1500: 2, 10_000: 4, 100_000: 8 }
const ROUNDS = 60
const WARM_UP = 30
/** One point in four is a consumer's meter, twenty meters on a feeder. */
const POINTS_PER_METER = 4
const METERS_PER_FEEDER = 20
/** One value in twenty is a register and travels as f64. */
const WIDE_SHARE = 0.05
const NUMBERS_ON_SCREEN = 60
const START_MS = Date.UTC(2026, 10, 20, 7, 32, 7)
const PARTS = ['decode', 'store', 'freshness', 'edge loads', 'attributes', 'numbers'] as const
const BREAKS = [50, 200, 500, 1000, 2000]
const PALETTE = Uint32Array.of(0xff4a525b, 0xff5f6f7f, 0xff7488a0, 0xff8aa2c0, 0xffa0bce0, 0xffb6d6ff)
const NO_DATA = 0x00000000

function makePoints(n: number): Point[] {
  return Array.from({ length: n }, (_, i) =>
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
}

/** Radial feeders: a main from tap to tap and a service at each. */
function makeEdges(meters: number): LoadEdge[] {
  return Array.from({ length: meters }, (_, m) => {
    const feeder = Math.floor(m / METERS_PER_FEEDER)
    const before = m % METERS_PER_FEEDER === 0 ? `bus-${feeder}` : `tap-${m - 1}`
    return [
      edge(`main-${m}`, before, `tap-${m}`, null),
      edge(`service-${m}`, `tap-${m}`, `end-${m}`, `em-${m * POINTS_PER_METER}.active-power`),
    ]
  }).flat()
}

function edge(id: string, from: string, to: string, meter: string | null): LoadEdge {
  const meterPointId = meter === null ? null : pointSchema.shape.id.parse(meter)
  const role = meter === null ? 'main' : 'service'
  return { id, properties: { network: 'power-22', from, to, role, meterPointId } }
}

/** One park of n points that can be ticked and timed. */
class Bench {
  readonly n: number
  readonly times: Record<(typeof PARTS)[number] | 'total', number[]>
  readonly #scheduler = new FakeScheduler(START_MS)
  readonly #store: LiveStore
  readonly #display: DisplayReadings
  readonly #index: ReturnType<typeof buildEdgeLoadIndex>
  readonly #loads: Float32Array
  readonly #edgeFreshness: Uint8Array
  readonly #widths: Float32Array
  readonly #colours: Uint32Array
  readonly #format = new Intl.NumberFormat('vi', { maximumFractionDigits: 0 })
  #seq = 0
  checksum = 0

  constructor(n: number) {
    this.n = n
    this.times = { decode: [], store: [], freshness: [], 'edge loads': [], attributes: [], numbers: [], total: [] }
    const points = makePoints(n)
    this.#store = new LiveStore(points, { scheduler: this.#scheduler })
    this.#display = new DisplayReadings(this.#store, this.#scheduler)
    const edges = makeEdges(Math.floor(n / POINTS_PER_METER))
    this.#index = buildEdgeLoadIndex(edges, [], new Map(), (id) => this.#store.indexOf(id))
    this.#loads = new Float32Array(edges.length)
    this.#edgeFreshness = new Uint8Array(edges.length)
    this.#widths = new Float32Array(edges.length)
    this.#colours = new Uint32Array(n)
    this.#store.applySnapshot(
      {
        parkId: parkIdOf('bench'),
        epoch: 'bench',
        seq: 0,
        time: new Date(START_MS).toISOString(),
        points: points.map(({ id }) => id),
        values: points.map(() => 0),
        timeOffsetsMs: points.map(() => 0),
        qualities: points.map(() => QUALITY_BYTE.Good),
      },
      START_MS,
    )
  }

  tick(record: boolean): void {
    const bytes = this.#makeFrame()
    const started = performance.now()
    const result = decodeReadings(bytes)
    const decoded = performance.now()
    if (!result.ok) throw new Error(result.detail)
    const report = this.#store.applyFrame(result.frame, this.#scheduler.now())
    this.#scheduler.advance(16)
    const stored = performance.now()
    if (report.applied !== this.n) throw new Error(`${report.applied} of ${this.n} readings taken`)
    this.#store.tick(this.#store.serverNowMs)
    const judged = performance.now()
    computeEdgeLoads(this.#index, this.#store, this.#loads)
    computeEdgeFreshness(this.#index, this.#store.freshness, this.#edgeFreshness)
    const loaded = performance.now()
    this.#fillAttributes()
    const filled = performance.now()
    this.#showNumbers()
    const ended = performance.now()
    if (!record) return
    this.times.decode.push(decoded - started)
    this.times.store.push(stored - decoded)
    this.times.freshness.push(judged - stored)
    this.times['edge loads'].push(loaded - judged)
    this.times.attributes.push(filled - loaded)
    this.times.numbers.push(ended - filled)
    this.times.total.push(ended - started)
  }

  #makeFrame(): ArrayBuffer {
    this.#scheduler.advance(1000)
    this.#seq += 1
    const seq = this.#seq
    const { n } = this
    return encodeReadings(
      {
        seq,
        t: this.#scheduler.now(),
        indices: Uint32Array.from({ length: n }, (_, i) => i),
        values: Float64Array.from({ length: n }, (_, i) => ((i * 31 + seq * 17) % 4000) / 2),
        timeOffsetsMs: Int32Array.from({ length: n }, (_, i) => -(i % 500)),
        quality: new Uint8Array(n),
      },
      Math.floor(n * WIDE_SHARE),
    )
  }

  #fillAttributes(): void {
    const { values, freshness } = this.#store
    const colours = this.#colours
    for (let i = 0; i < colours.length; i++) {
      if ((freshness[i] as number) > FRESHNESS_BYTE.stale) {
        colours[i] = NO_DATA
        continue
      }
      const value = values[i] as number
      let step = 0
      while (step < BREAKS.length && value >= (BREAKS[step] as number)) step += 1
      colours[i] = PALETTE[step] as number
    }
    const widths = this.#widths
    const loads = this.#loads
    for (let e = 0; e < widths.length; e++) widths[e] = 1 + Math.sqrt(Math.max(0, loads[e] as number)) * 0.1
  }

  #showNumbers(): void {
    for (let k = 0; k < NUMBERS_ON_SCREEN; k++) {
      const reading = this.#display.read(Math.floor((k * this.n) / NUMBERS_ON_SCREEN))
      this.checksum += this.#format.format(reading?.value ?? 0).length
    }
  }
}

function parkIdOf(id: string): ParkId {
  return parkIdSchema.parse(id)
}

const benches = SIZES.map((size) => new Bench(size))
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  // Interleaved, so that a disturbance of the machine meets all sizes alike.
  for (const bench of benches) bench.tick(round >= WARM_UP)
}

const results = benches.map((bench, b) => {
  const size = SIZES[b] ?? 1500
  const partsMs = Object.fromEntries(PARTS.map((part) => [part, round3(medianOf(bench.times[part]))]))
  return { points: bench.n, totalMs: round3(medianOf(bench.times.total)), limitMs: LIMITS_MS[size], partsMs }
})
const [first, , last] = results
const growth =
  first && last ? Math.log(last.totalMs / first.totalMs) / Math.log(last.points / first.points) : Number.NaN

if (process.argv.includes('--json')) {
  const rows = results.map(({ points, totalMs, limitMs, partsMs }): Row => {
    const note = PARTS.map((part) => `${part} ${partsMs[part]?.toFixed(2)}`).join(', ')
    return { group: 'tick', name: `tick, ${points} points`, value: totalMs, unit: 'ms', target: limitMs, note }
  })
  rows.push({ group: 'tick', name: 'tick, growth with points', value: round3(growth), unit: 'exponent' })
  console.log(JSON.stringify({ bench: 'tick', rounds: ROUNDS, results, rows }))
} else {
  console.log(`tick: every point changes, median of ${ROUNDS} interleaved rounds, ms of script`)
  console.log(['points', ...PARTS, 'total', 'limit'].map((head) => head.padStart(11)).join(''))
  for (const { points, partsMs, totalMs, limitMs } of results) {
    const cells = [String(points), ...PARTS.map((part) => partsMs[part]?.toFixed(3) ?? '')]
    console.log([...cells, totalMs.toFixed(3), String(limitMs)].map((cell) => cell.padStart(11)).join(''))
  }
  console.log(`growth: time ~ points^${growth.toFixed(2)}`)
}

function round3(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
