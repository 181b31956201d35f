import { FRESHNESS_BYTE } from '../domain/quality/freshness.ts'
import { QUALITY_BYTE } from '../contract/quality.ts'
import type { Rejection } from '../lib/rejection-log.ts'
import type { LiveStore } from './live-store.ts'

export interface DataHealth {
  /** Gateways most of whose points that have spoken are live or late, of those that any point names. */
  sourcesLive: number
  sourcesTotal: number
  /** The gateway that has been silent for longest, and when it was last heard (server time, NaN for never). */
  worst: { gatewayId: string; sinceMs: number } | null
  pointsGood: number
  pointsTotal: number
  rejected: readonly Rejection[]
}

export const NO_HEALTH: DataHealth = {
  sourcesLive: 0,
  sourcesTotal: 0,
  worst: null,
  pointsGood: 0,
  pointsTotal: 0,
  rejected: [],
}

/** Whether two judgements say the same, so that nothing need be drawn again. */
export function isSameHealth(a: DataHealth, b: DataHealth): boolean {
  return (
    a.sourcesLive === b.sourcesLive &&
    a.sourcesTotal === b.sourcesTotal &&
    a.pointsGood === b.pointsGood &&
    a.pointsTotal === b.pointsTotal &&
    a.rejected === b.rejected &&
    a.worst?.gatewayId === b.worst?.gatewayId &&
    Object.is(a.worst?.sinceMs, b.worst?.sinceMs)
  )
}

/** Share of a gateway's points that must be fresh for it to count as live. */
const LIVE_SHARE = 0.5

/** Judges sources and points from the columns of a store. Reuses its buffers between calls. */
export class DataHealthJudge {
  readonly #store: LiveStore
  readonly #gatewayIds: string[] = []
  /** Gateway of each point, -1 for none. */
  readonly #gatewayOf: Int32Array
  readonly #members: Uint32Array
  readonly #fresh: Uint32Array
  /** Points that have not had a first value yet: a slow analyser says nothing about its gateway. */
  readonly #waiting: Uint32Array
  readonly #heardMs: Float64Array

  constructor(store: LiveStore) {
    this.#store = store
    const known = new Map<string, number>()
    this.#gatewayOf = new Int32Array(store.size).fill(-1)
    for (const [i, { gatewayId }] of store.points.entries()) {
      if (gatewayId === null) continue
      const index = known.get(gatewayId) ?? known.size
      known.set(gatewayId, index)
      this.#gatewayOf[i] = index
    }
    this.#gatewayIds.push(...known.keys())
    this.#members = new Uint32Array(known.size)
    this.#fresh = new Uint32Array(known.size)
    this.#waiting = new Uint32Array(known.size)
    this.#heardMs = new Float64Array(known.size)
    for (const gateway of this.#gatewayOf) if (gateway >= 0) this.#members[gateway] = (this.#members[gateway] ?? 0) + 1
  }

  /** Health now. `rejected` are the refusals to list with it. */
  judge(rejected: readonly Rejection[]): DataHealth {
    const { freshness, qualities, sourceTimesMs, size } = this.#store
    this.#fresh.fill(0)
    this.#waiting.fill(0)
    this.#heardMs.fill(Number.NaN)
    let pointsGood = 0
    for (let i = 0; i < size; i++) {
      const isFresh = (freshness[i] ?? 255) <= FRESHNESS_BYTE.late
      const quality = qualities[i]
      if (isFresh && (quality === QUALITY_BYTE.Good || quality === QUALITY_BYTE.GoodLocalOverride)) pointsGood += 1
      const gateway = this.#gatewayOf[i] ?? -1
      if (gateway < 0) continue
      if (isFresh) this.#fresh[gateway] = (this.#fresh[gateway] ?? 0) + 1
      else if (freshness[i] === FRESHNESS_BYTE.waiting) this.#waiting[gateway] = (this.#waiting[gateway] ?? 0) + 1
      const timeMs = sourceTimesMs[i] ?? Number.NaN
      const heard = this.#heardMs[gateway] ?? Number.NaN
      if (!(timeMs <= heard) && !Number.isNaN(timeMs)) this.#heardMs[gateway] = timeMs
    }
    return { ...this.#judgeSources(), pointsGood, pointsTotal: size, rejected }
  }

  #judgeSources(): Pick<DataHealth, 'sourcesLive' | 'sourcesTotal' | 'worst'> {
    let sourcesLive = 0
    let worst: DataHealth['worst'] = null
    for (const [gateway, gatewayId] of this.#gatewayIds.entries()) {
      const fresh = this.#fresh[gateway] ?? 0
      const heard = (this.#members[gateway] ?? 1) - (this.#waiting[gateway] ?? 0)
      if (fresh > 0 && fresh >= LIVE_SHARE * heard) {
        sourcesLive += 1
        continue
      }
      const sinceMs = this.#heardMs[gateway] ?? Number.NaN
      // Never heard of is worse than any time.
      if (worst === null || Number.isNaN(sinceMs) || sinceMs < worst.sinceMs) worst = { gatewayId, sinceMs }
    }
    return { sourcesLive, sourcesTotal: this.#gatewayIds.length, worst }
  }
}
