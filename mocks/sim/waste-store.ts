import bins from '../../fixtures/profiles/bin-filling.json' with { type: 'json' }
import type { SimulationParams } from '../park/simulation-file.ts'
import { tetActivity } from './calendar.ts'
import { HOUR_MS, weekdayOf } from './civil.ts'
import { DayTotals } from './day-cache.ts'
import { bitsOf, streamOf, unitOf } from './hash.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

type Container = SimulationParams['waste']['containers'][number]

/** Filling of containers and what has been taken from them: amounts in per cent of one container's volume. */
export class WasteStore {
  readonly containers: readonly Container[]
  private readonly time: WorldTime
  private readonly stream: number
  private readonly totals: DayTotals

  constructor(parameters: SimulationParams, time: WorldTime, seed: number) {
    this.containers = parameters.waste.containers
    this.time = time
    this.stream = streamOf(seed, 'containers')
    this.totals = new DayTotals(FIRST_DAY, this.containers.length, (day, out) => {
      for (let i = 0; i < this.containers.length; i++) out[i] = this.perDay(i, day)
    })
  }

  /** Per cent that a container gains on a day: its mean times a factor drawn from real collections. */
  private perDay(i: number, day: number): number {
    const factor = bins.dayFactor[bitsOf(this.stream, i, day) % bins.dayFactor.length] ?? 1
    const damped = 0.5 + 0.5 * factor
    const sunday = weekdayOf(day) === 7 ? 0.55 : 1.075
    return (this.containers[i]?.fillPercentPerDay ?? 10) * damped * sunday * (0.2 + 0.8 * tetActivity(day))
  }

  /** Per cent thrown in since the first day. Most of it comes between six and twenty-two o'clock. */
  gained(i: number, tMs: number): number {
    const day = this.time.dayOf(tMs)
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const share = hour < 6 ? 0.01 * hour : hour < 22 ? 0.06 + ((hour - 6) / 16) * 0.92 : 0.98 + 0.01 * (hour - 22)
    return (this.totals.before(day)[i] ?? 0) + this.perDay(i, day) * share
  }

  /** Collection without a vehicle of the park: every few days, late morning. */
  ownCollectionBefore(i: number, tMs: number): number {
    const every = Math.min(7, Math.max(1, Math.floor(75 / (this.containers[i]?.fillPercentPerDay ?? 15))))
    const hour = 9 + 3 * unitOf(this.stream ^ 78, i)
    const phase = bitsOf(this.stream ^ 79, i) % every
    let day = this.time.dayOf(tMs)
    if (this.time.sinceMidnight(tMs) < hour * HOUR_MS) day -= 1
    day -= (((day - phase) % every) + every) % every
    return this.time.startOf(day) + hour * HOUR_MS
  }
}
