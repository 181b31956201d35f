import { POINT_KINDS, type PointKind } from '../src/contract/point-kinds.ts'
import { QUALITY_BYTE } from '../src/contract/quality.ts'
import type { ReadingsFrame } from '../src/contract/readings-frame.ts'
import type { Snapshot } from '../src/contract/readings.ts'
import type { Point } from '../src/contract/resources.ts'
import { FrameRing } from './frame-ring.ts'
import { type HoldState, applyHold, holdStateOf } from './hold-policy.ts'
import type { ParkFiles, ParkModel } from './park/park-model.ts'
import type { Sample, World } from './sim/world.ts'

/** Frames kept for a resume: half a minute at one frame a second. */
const RING_FRAMES = 30
/** State younger than this needs no second look at every point: the next tick brings what was due since. */
const FRESH_ENOUGH_MS = 1000
const OFFSET_FLOOR_MS = -(2 ** 31)

/** A message of the live feed before it takes the form that each client asked for. */
export type FeedItem =
  | { kind: 'readings'; frame: ReadingsFrame; wide: number }
  | { kind: 'event'; seq: number; time: string; name: string; data: Record<string, unknown> }

export interface ParkHostOptions {
  model: ParkModel
  files: ParkFiles
  world: World
  epoch: string
  clock: () => number
  /**
   * Leaves registers and levels out of the first snapshot ("waiting for initial data") until `warmNext` has worked
   * them out: their long integrals would hold up the first picture of a page.
   */
  deferSlow?: boolean
}

/** Kinds that integrate over a long past or over the hours before, besides all registers. */
const SLOW_KINDS: ReadonlySet<PointKind> = new Set([
  'level',
  'level-percent',
  'fill-level',
  'mass-in-store',
  'payload',
  'oil-temperature',
])

const WAITING: Sample = {
  value: Number.NaN,
  quality: QUALITY_BYTE.BadWaitingForInitialData,
  sourceTimeMs: Number.NEGATIVE_INFINITY,
}

/** One served park: its data, its simulated world and the state of its live feed. */
export class ParkHost {
  readonly model: ParkModel
  readonly files: ParkFiles
  readonly world: World
  readonly epoch: string
  readonly wideOf: readonly boolean[]
  readonly indexOf: ReadonlyMap<string, number>
  seq = 0
  /** Called with server time when samples were taken: what is derived from them follows at once. */
  afterLook: ((nowMs: number) => void) | null = null
  readonly #clock: () => number
  readonly #ring = new FrameRing<FeedItem>(RING_FRAMES)
  readonly #listeners = new Set<(item: FeedItem) => void>()
  /** Latest sample by point; missing until it was first asked for. */
  readonly #last = new Map<number, Sample>()
  readonly #hold: HoldState[]
  readonly #due: number[] = []
  readonly #waiting: Set<number>
  /** Points that were sampled since the last tick and go out with the next one, each with what clients have of it. */
  readonly #unsent = new Map<number, Sample>()
  #lookedMs = Number.NEGATIVE_INFINITY
  #ticking = false

  constructor(options: ParkHostOptions) {
    this.model = options.model
    this.files = options.files
    this.world = options.world
    this.epoch = options.epoch
    this.#clock = options.clock
    this.wideOf = options.world.points.map((point) => POINT_KINDS[point.kind].wide)
    this.indexOf = new Map(options.world.points.map((point, index) => [point.id, index]))
    this.#hold = options.world.points.map(() => 'fresh')
    this.#waiting = new Set(options.deferSlow === true ? slowPoints(options.world.points) : [])
  }

  get listening(): number {
    return this.#listeners.size
  }

  /** Calls back with every feed item from now on; the answer ends that. */
  listen(listener: (item: FeedItem) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Missed items after `lastSeq`, or null when they cannot all be replayed. */
  missedSince(epoch: string, lastSeq: number): FeedItem[] | null {
    if (epoch !== this.epoch) return null
    return this.#ring.since(lastSeq, this.seq)?.map((entry) => entry.item) ?? null
  }

  /** Works out one point that was left out of the first snapshot; false when none is left. */
  warmNext(): boolean {
    const [index] = this.#waiting
    if (index === undefined) return false
    this.#waiting.delete(index)
    this.#take(index, this.#clock())
    return true
  }

  /** Takes the samples that were due since the last look. They are judged at once and sent with the next tick. */
  look(): void {
    const now = this.#clock()
    if (!this.#catchUp(now)) return
    this.afterLook?.(now)
  }

  /** Sends what was due since the last tick, plus points that became stale or lost in silence. */
  tick(): void {
    const now = this.#clock()
    if (!this.#catchUp(now)) return
    const due = this.#takeUnsent(now)
    const wide = orderWideFirst(due, this.wideOf)
    const count = due.length
    const frame: ReadingsFrame = {
      seq: this.seq + 1,
      t: now,
      indices: Uint32Array.from(due),
      values: new Float64Array(count),
      timeOffsetsMs: new Int32Array(count),
      quality: new Uint8Array(count),
    }
    for (let k = 0; k < count; k++) {
      const sample = this.reported(due[k] ?? 0)
      frame.values[k] = sample.value
      frame.quality[k] = sample.quality
      frame.timeOffsetsMs[k] = offsetMs(sample.sourceTimeMs, now)
    }
    this.#publish({ kind: 'readings', frame, wide }, frame.seq)
    this.afterLook?.(now)
  }

  /** Sends an event frame. */
  emitEvent(name: string, data: Record<string, unknown>): void {
    const seq = this.seq + 1
    this.#publish({ kind: 'event', seq, time: new Date(this.#clock()).toISOString(), name, data }, seq)
  }

  /** Brings the state up to now; from here on only ticks move it, so that every change has its frame. */
  resume(): void {
    this.#refreshAll(this.#clock())
    this.#ticking = true
  }

  /** Takes a first sample of every point, before anybody listens; `breathe` lets other work go first. */
  async refreshAhead(breathe: () => Promise<void>): Promise<void> {
    const now = this.#clock()
    for (let index = 0; index < this.world.points.length; index++) {
      // Somebody came and took them all.
      if (this.#lookedMs !== Number.NEGATIVE_INFINITY) return
      if (!this.#waiting.has(index)) this.#sample(index, now)
      await breathe()
    }
    this.#lookedMs = now
  }

  /** Forgets what could be replayed: a feed that has paused must send a snapshot to whoever comes back. */
  pause(): void {
    this.#ticking = false
    this.#ring.clear()
    this.seq += 1
  }

  /**
   * State after the frame of its `seq`, in the dense order of `indices` (all points of the world where none are given).
   * What the next frame brings is not in it: a client would have to take that for a sample sent twice.
   */
  snapshotNow(indices?: readonly number[]): Snapshot {
    const now = this.#clock()
    if (!this.#ticking) this.#refreshAll(now)
    return this.#snapshotOf(now, (index) => this.#unsent.get(index) ?? this.reported(index), indices)
  }

  /** State as it was reported at an instant. */
  snapshotAt(timeMs: number): Snapshot {
    return this.#snapshotOf(timeMs, (index) => this.reportedAt(index, timeMs))
  }

  /** The sample of a point as clients saw it at an instant. */
  reportedAt(index: number, timeMs: number): Sample {
    const sample = this.world.sampleAt(index, timeMs)
    return applyHold(sample, this.#holdOf(this.world.points[index], sample, timeMs))
  }

  #snapshotOf(timeMs: number, read: (index: number) => Sample, indices?: readonly number[]): Snapshot {
    const order = indices ?? this.world.points.map((_, index) => index)
    const snapshot: Snapshot = {
      parkId: this.model.park.id,
      epoch: this.epoch,
      seq: this.seq,
      time: new Date(timeMs).toISOString(),
      points: [],
      values: [],
      timeOffsetsMs: [],
      qualities: [],
    }
    for (const index of order) {
      const point = this.world.points[index]
      if (!point) continue
      const sample = read(index)
      snapshot.points.push(point.id)
      snapshot.values.push(Number.isFinite(sample.value) ? sample.value : null)
      snapshot.timeOffsetsMs.push(offsetMs(sample.sourceTimeMs, timeMs))
      snapshot.qualities.push(sample.quality)
    }
    return snapshot
  }

  /** Takes the samples due since the last look; false when the state is not kept up or time stands still. */
  #catchUp(now: number): boolean {
    if (now === this.#lookedMs || this.#lookedMs === Number.NEGATIVE_INFINITY) return false
    // A clock that was set back leaves nothing due for as long as it went: every point is taken anew instead.
    if (now < this.#lookedMs) {
      for (let index = 0; index < this.world.points.length; index++) this.#take(index, now)
    } else {
      const due = this.#due
      due.length = 0
      this.world.dueBetween(this.#lookedMs, now, due, this.#waiting)
      for (const index of due) this.#take(index, now)
    }
    this.#lookedMs = now
    return true
  }

  #take(index: number, now: number): void {
    if (this.#waiting.has(index)) return
    if (!this.#unsent.has(index)) this.#unsent.set(index, this.reported(index))
    this.#sample(index, now)
  }

  #takeUnsent(now: number): number[] {
    const due = new Set(this.#unsent.keys())
    this.#unsent.clear()
    for (const [index, sample] of this.#last) {
      if (due.has(index)) continue
      const state = this.#holdOf(this.world.points[index], sample, now)
      if (state === this.#hold[index]) continue
      this.#hold[index] = state
      due.add(index)
    }
    return [...due]
  }

  #refreshAll(now: number): void {
    const age = now - this.#lookedMs
    if (age >= 0 && age < FRESH_ENOUGH_MS) return
    for (let index = 0; index < this.world.points.length; index++) {
      if (!this.#waiting.has(index)) this.#sample(index, now)
    }
    this.#unsent.clear()
    this.#lookedMs = now
  }

  #sample(index: number, now: number): void {
    const sample = this.world.sampleAt(index, now)
    this.#last.set(index, sample)
    this.#hold[index] = this.#holdOf(this.world.points[index], sample, now)
  }

  /** The latest sample of a point as clients see it: fresh, held or lost. */
  reported(index: number): Sample {
    const sample = this.#last.get(index)
    return sample === undefined ? WAITING : applyHold(sample, this.#hold[index] ?? 'fresh')
  }

  #holdOf(point: Point | undefined, sample: Sample | undefined, now: number): HoldState {
    if (!point || !sample) return 'fresh'
    return holdStateOf(now - sample.sourceTimeMs, point.periodMs)
  }

  #publish(item: FeedItem, seq: number): void {
    this.seq = seq
    this.#ring.push(seq, item)
    for (const listener of this.#listeners) listener(item)
  }
}

/** Indices of slow points, levels before registers because registers take longest. */
function slowPoints(points: readonly Point[]): number[] {
  const having = (slow: (kind: PointKind) => boolean) =>
    points.flatMap(({ kind }, index) => (slow(kind) ? [index] : []))
  return [...having((kind) => SLOW_KINDS.has(kind)), ...having((kind) => POINT_KINDS[kind].counter)]
}

/** Source time relative to an instant, as columns carry it. */
export function offsetMs(sourceTimeMs: number, now: number): number {
  return Math.max(OFFSET_FLOOR_MS, Math.round(sourceTimeMs - now))
}

/** Reorders indices in place so that wide (f64) points come first; returns how many there are. */
function orderWideFirst(indices: number[], wideOf: readonly boolean[]): number {
  const narrow: number[] = []
  let wide = 0
  for (const index of indices) {
    if (wideOf[index]) indices[wide++] = index
    else narrow.push(index)
  }
  for (let k = 0; k < narrow.length; k++) indices[wide + k] = narrow[k] ?? 0
  return wide
}
