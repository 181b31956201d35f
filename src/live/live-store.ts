import { QUALITY_BYTE, type QualityName, isUsableByte } from '../contract/quality.ts'
import type { ReadingsFrame } from '../contract/readings-frame.ts'
import type { Snapshot } from '../contract/readings.ts'
import type { Point } from '../contract/resources.ts'
import { FRESHNESS_BYTE, type Freshness, HOLD_LAST_VALUE_MS, freshnessByte } from '../domain/quality/freshness.ts'
import { Listeners } from '../lib/listeners.ts'
import { RejectionLog } from '../lib/rejection-log.ts'
import { type Scheduler, createPageScheduler } from '../lib/scheduler.ts'
import {
  KNOWN_QUALITIES,
  MAX_FUTURE_MS,
  MAX_PAST_MS,
  MAX_SNAPSHOT_PAST_MS,
  type ApplyReport,
  emptyReport,
  logReport,
} from './apply-report.ts'
import { ServerClock } from './server-clock.ts'

const NO_COMMUNICATION = QUALITY_BYTE.BadNoCommunication
const USABLE = new Uint8Array(256)
for (let byte = 0; byte < KNOWN_QUALITIES; byte++) if (isUsableByte(byte)) USABLE[byte] = 1

export type { Freshness }

/** One reading as a screen shows it. `value` is NaN when there is none to show. */
export interface LiveReading {
  value: number
  quality: QualityName
  freshness: Freshness
  /** Server time minus source time, in steps of a second (ten after two minutes); NaN before the first value. */
  ageMs: number
  sourceTimeMs: number
  unit: string
  decimals: number
}

export interface LiveStoreOptions {
  scheduler?: Scheduler
  rejections?: RejectionLog
  holdMs?: number
  /** Whose time counts; the server's, estimated from its stamps, unless a replay sets it. */
  clock?: StoreClock
}

export type StoreClock = Pick<ServerClock, 'at' | 'observe' | 'offsetMs' | 'isPaced'>

/**
 * Latest reading of every point in typed-array columns. One writer (the socket), many readers; `version`
 * grows at each change, `versions[i]` is the version at which point i last changed. Listeners hear of
 * changes at most once per animation frame.
 */
export class LiveStore {
  readonly size: number
  readonly points: readonly Point[]
  /** Latest value, NaN for none. A source that stops communicating leaves its last value here. */
  readonly values: Float64Array
  /** Source time of that value, epoch milliseconds; NaN before the first. */
  readonly sourceTimesMs: Float64Array
  readonly qualities: Uint8Array
  /** FRESHNESS_BYTE of each point at the last frame or tick. */
  readonly freshness: Uint8Array
  readonly versions: Uint32Array
  readonly periodsMs: Float64Array
  readonly clock: StoreClock
  readonly rejections: RejectionLog
  holdMs: number
  /** Server time of the newest frame, NaN before the first. */
  lastFrameMs = Number.NaN

  #version = 0
  #map: Int32Array
  #frozen = false
  #flushPending = false
  #flushedVersion = 0
  readonly #indexById = new Map<string, number>()
  readonly #scheduler: Scheduler
  readonly #listeners = new Listeners()
  readonly #byPoint = new Map<number, Listeners>()

  constructor(points: readonly Point[], options: LiveStoreOptions = {}) {
    this.points = points
    this.size = points.length
    this.values = new Float64Array(this.size).fill(Number.NaN)
    this.sourceTimesMs = new Float64Array(this.size).fill(Number.NaN)
    this.qualities = new Uint8Array(this.size).fill(QUALITY_BYTE.BadWaitingForInitialData)
    this.freshness = new Uint8Array(this.size).fill(FRESHNESS_BYTE.waiting)
    this.versions = new Uint32Array(this.size)
    this.periodsMs = Float64Array.from(points, (point) => point.periodMs)
    this.#map = new Int32Array(0)
    points.forEach((point, index) => this.#indexById.set(point.id, index))
    this.#scheduler = options.scheduler ?? createPageScheduler()
    this.rejections = options.rejections ?? new RejectionLog()
    this.holdMs = options.holdMs ?? HOLD_LAST_VALUE_MS
    this.clock = options.clock ?? new ServerClock()
  }

  /** Grows at each applied frame, snapshot and change of freshness. */
  get version(): number {
    return this.#version
  }

  /** Estimated server time now, epoch milliseconds. */
  get serverNowMs(): number {
    return this.clock.at(this.#scheduler.now())
  }

  /** Index of a point, -1 when the park has none of that id. */
  indexOf(pointId: string): number {
    return this.#indexById.get(pointId) ?? -1
  }

  /** Takes the whole state and agrees the indices of the frames that follow; false when its columns do not fit. */
  applySnapshot(s: Snapshot, receivedMs: number): boolean {
    const n = s.points.length
    if (s.values.length !== n || s.timeOffsetsMs.length !== n || s.qualities.length !== n) {
      this.rejections.add('snapshot-columns', 1, () => `${n} points, ${s.values.length} values`)
      return false
    }
    const now = this.#observe(Date.parse(s.time), receivedMs)
    const map = new Int32Array(n).fill(-1)
    const unknown: string[] = []
    let refused = 0
    this.#version += 1
    for (let i = 0; i < n; i++) {
      const id = s.points[i] ?? ''
      const index = this.indexOf(id)
      map[i] = index
      if (index < 0) {
        unknown.push(id)
        continue
      }
      const value = s.values[i] ?? Number.NaN
      const quality = s.qualities[i] ?? 255
      const offset = s.timeOffsetsMs[i] ?? Number.NaN
      const timely = offset <= MAX_FUTURE_MS && offset >= -MAX_SNAPSHOT_PAST_MS
      if (!timely || quality >= KNOWN_QUALITIES || (USABLE[quality] === 1 && !Number.isFinite(value))) refused += 1
      else this.#put(index, value, now + offset, quality, now)
    }
    this.#map = map
    this.rejections.add('unknown-point', unknown.length, () => unknown.slice(0, 5).join(' '))
    this.rejections.add('snapshot-reading', refused, () => `snapshot ${s.seq} of ${s.epoch}`)
    this.#requestFlush()
    return true
  }

  /** Takes the readings of one frame, each by itself: what cannot be taken is counted, the rest kept. */
  applyFrame(f: ReadingsFrame, receivedMs: number): ApplyReport {
    const report = emptyReport()
    const n = f.indices.length
    if (f.values.length !== n || f.timeOffsetsMs.length !== n || f.quality.length !== n) {
      this.rejections.add('frame-columns', 1, () => `frame ${f.seq}: ${n} indices, ${f.values.length} values`)
      return report
    }
    const now = this.#observe(f.t, receivedMs)
    this.#version += 1
    this.#applyColumns(f, now, report)
    logReport(f, report, this.#map.length, this.rejections)
    if (report.applied > 0) this.#requestFlush()
    return report
  }

  #applyColumns(f: ReadingsFrame, now: number, report: ApplyReport): void {
    // The one hot loop of the product: no allocation, no calls that do not inline, columns in locals.
    const { indices, values: newValues, timeOffsetsMs: offsets, quality: newQualities } = f
    const { values, sourceTimesMs: times, qualities, freshness, versions, periodsMs, holdMs } = this
    const map = this.#map
    const mapped = map.length
    const version = this.#version
    const n = indices.length
    for (let i = 0; i < n; i++) {
      const wire = indices[i] as number
      const index = wire < mapped ? (map[wire] as number) : -1
      if (index < 0) {
        report.unknownIndex += 1
        continue
      }
      const quality = newQualities[i] as number
      if (quality >= KNOWN_QUALITIES) {
        report.unknownQuality += 1
        continue
      }
      const offset = offsets[i] as number
      if (offset > MAX_FUTURE_MS) {
        report.future += 1
        continue
      }
      if (offset < -MAX_PAST_MS) {
        report.past += 1
        continue
      }
      const value = newValues[i] as number
      // value − value is 0 for finite numbers only.
      const finite = value - value === 0
      if (!finite && (value === value || USABLE[quality] === 1)) {
        report.notANumber += 1
        continue
      }
      const time = now + offset
      const held = times[index] as number
      if (time <= held) {
        if (time < held) {
          // A held time from the future (a source whose clock was put right) must not lock its point.
          if (held <= now) {
            report.outOfOrder += 1
            report.outOfOrderAt = i
            continue
          }
        } else if (quality === qualities[index] && (value === values[index] || !finite)) {
          report.duplicate += 1
          report.duplicateAt = i
          continue
        }
      }
      if (!finite && quality === NO_COMMUNICATION) {
        // The last value stays, with its own time: what is shown is "held since", then "no comms since".
        qualities[index] = quality
        freshness[index] = freshnessByte(
          quality,
          values[index] === values[index],
          now - held,
          periodsMs[index] as number,
          holdMs,
        )
      } else {
        values[index] = value
        times[index] = time
        qualities[index] = quality
        freshness[index] = freshnessByte(quality, finite, now - time, periodsMs[index] as number, holdMs)
      }
      versions[index] = version
      report.applied += 1
    }
  }

  /** Judges every point's freshness again; called once a second, so a dead socket goes stale as well. */
  tick(serverNowMs: number): void {
    const { values, sourceTimesMs: times, qualities, freshness, versions, periodsMs, holdMs, size } = this
    const version = this.#version + 1
    let changed = 0
    for (let i = 0; i < size; i++) {
      const value = values[i] as number
      const age = serverNowMs - (times[i] as number)
      const next = freshnessByte(qualities[i] as number, value === value, age, periodsMs[i] as number, holdMs)
      if (next === freshness[i]) continue
      freshness[i] = next
      versions[i] = version
      changed += 1
    }
    if (changed === 0) return
    this.#version = version
    this.#requestFlush()
  }

  /** Forgets every reading: what comes next belongs to another time. */
  clear(): void {
    this.#version += 1
    this.values.fill(Number.NaN)
    this.sourceTimesMs.fill(Number.NaN)
    this.qualities.fill(QUALITY_BYTE.BadWaitingForInitialData)
    this.freshness.fill(FRESHNESS_BYTE.waiting)
    this.versions.fill(this.#version)
    this.#requestFlush()
  }

  /** Calls back at most once per animation frame when anything changed; the answer unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  /** As `subscribe`, for one point. */
  subscribePoint(index: number, listener: () => void): () => void {
    const listeners = this.#byPoint.get(index) ?? new Listeners()
    this.#byPoint.set(index, listeners)
    const leave = listeners.add(listener)
    return () => {
      leave()
      if (listeners.size === 0 && this.#byPoint.get(index) === listeners) this.#byPoint.delete(index)
    }
  }

  /** While frozen the columns go on but nobody is told; the release tells all at once. */
  setFrozen(frozen: boolean): void {
    this.#frozen = frozen
    if (!frozen && this.#flushedVersion < this.#version) this.#requestFlush()
  }

  #put(index: number, value: number, timeMs: number, quality: number, now: number): void {
    const finite = Number.isFinite(value)
    const holds = !finite && quality === NO_COMMUNICATION && !Number.isNaN(this.values[index])
    if (!holds) {
      this.values[index] = finite ? value : Number.NaN
      this.sourceTimesMs[index] = timeMs
    }
    this.qualities[index] = quality
    const age = now - (this.sourceTimesMs[index] ?? Number.NaN)
    const period = this.periodsMs[index] ?? 0
    this.freshness[index] = freshnessByte(quality, finite || holds, age, period, this.holdMs)
    this.versions[index] = this.#version
  }

  #observe(serverMs: number, receivedMs: number): number {
    const { timeMs, stepMs } = this.clock.observe(serverMs, receivedMs)
    // When the server's clock was set back, what is held must not look newer than what comes.
    if (stepMs < 0) for (let i = 0; i < this.size; i++) this.sourceTimesMs[i] = (this.sourceTimesMs[i] ?? 0) + stepMs
    this.lastFrameMs = timeMs
    return timeMs
  }

  #requestFlush(): void {
    if (this.#flushPending || this.#frozen) return
    this.#flushPending = true
    this.#scheduler.onFrame(() => {
      this.#flushPending = false
      if (this.#frozen) return
      const since = this.#flushedVersion
      this.#flushedVersion = this.#version
      for (const [index, listeners] of this.#byPoint) if ((this.versions[index] ?? 0) > since) listeners.notify()
      this.#listeners.notify()
    })
  }
}
