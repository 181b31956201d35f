import type { SimulationParams } from '../park/simulation-file.ts'
import { dayTypeOf } from './calendar.ts'
import { DAY_MS, HOUR_MS, weekdayOf } from './civil.ts'
import { DayCache } from './day-cache.ts'
import type { Demand } from './demand.ts'
import { streamOf } from './hash.ts'
import { Ripple } from './ripple.ts'
import type { Topology } from './topology.ts'
import { type LostWater, WeightedFlow } from './weighted-flow.ts'
import { FIRST_DAY, type WorldTime } from './world-time.ts'

const RIPPLE_SHARE = 0.04
/** Leakage grows with pressure, and pressure falls with flow: share of the mean leak per unit of relative demand. */
const LEAK_SLOPE = 0.22
/** The plant follows a change of demand half an hour to two hours later; tanks carry the difference. */
const FOLLOW_LAGS_MS = [0.5, 1, 1.5, 2].map((hours) => hours * HOUR_MS)
const TANK_MIDDLE = 0.6
const TANK_SWING = 0.32

interface SupplyDay {
  total: number
  /** How far production follows the tariff instead of the demand, 0 to 1. */
  follow: number
}

/** Drinking water: meters, districts with leakage, the plant's pump schedule and tanks as volume balances. */
export class WaterSystem {
  readonly topology: Topology
  private readonly time: WorldTime
  private readonly lost: LostWater
  private readonly demand: Demand
  private readonly meanM3H: Float64Array
  private readonly all: WeightedFlow
  private readonly meanAll: number
  private readonly districtFlows: WeightedFlow[]
  private readonly districtMembers: number[][]
  /** Mean leakage of a district with all below it, m3/h. */
  private readonly leakBelow: Float64Array
  private readonly leakAll: number
  private readonly usableM3: number
  private readonly days: DayCache<SupplyDay>
  private readonly ripple: Ripple

  constructor(
    topology: Topology,
    parameters: SimulationParams,
    demand: Demand,
    time: WorldTime,
    lost: LostWater,
    seed: number,
  ) {
    this.topology = topology
    this.time = time
    this.lost = lost
    this.demand = demand
    const { consumers, districts } = topology
    this.meanM3H = Float64Array.from(consumers, (consumer) =>
      consumer.waterMeterId === null ? 0 : consumer.waterM3PerDay / 24,
    )
    this.all = new WeightedFlow(demand, time, this.meanM3H, lost)
    this.meanAll = Math.max(
      1,
      this.meanM3H.reduce((sum, value) => sum + value, 0),
    )
    this.ripple = new Ripple(streamOf(seed, 'water ripple'), consumers.length)
    this.leakBelow = new Float64Array(districts.length)
    this.districtMembers = districts.map(() => [])
    const own = districts.map(
      (id) => (parameters.water.districts.find((d) => d.assetId === id)?.leakageM3PerDay ?? 0) / 24,
    )
    const upwards = (district: number): number[] => {
      const path: number[] = []
      for (let at = district; at >= 0; at = topology.districtAbove[at] ?? -1) path.push(at)
      return path
    }
    own.forEach((leak, d) => {
      for (const up of upwards(d)) this.leakBelow[up] = (this.leakBelow[up] ?? 0) + leak
    })
    consumers.forEach((_, c) => {
      for (const up of upwards(topology.districtOf[c] ?? -1)) this.districtMembers[up]?.push(c)
    })
    this.leakAll = own.reduce((sum, leak) => sum + leak, 0)
    this.districtFlows = this.districtMembers.map((members) => {
      const weights = new Float64Array(consumers.length)
      for (const c of members) weights[c] = this.meanM3H[c] ?? 0
      return new WeightedFlow(demand, time, weights, lost)
    })
    this.usableM3 = Math.max(
      1,
      parameters.water.tanks.reduce((sum, t) => sum + (t.volumeM3 * (t.maxLevelM - t.minLevelM)) / t.heightM, 0),
    )
    this.days = new DayCache(96, (day) => this.buildDay(day))
  }

  /** Flow of a tenant's meter, m3/h. `full` adds the fast movement of taps and valves. */
  meterAt(c: number, tMs: number, full: boolean): number {
    const mean = this.meanM3H[c] ?? 0
    const smooth = mean * (this.demand.waterAt(c, tMs) - this.lost.rateAt(c, tMs))
    if (!full) return smooth
    this.ripple.moveTo(tMs)
    return smooth * (1 + RIPPLE_SHARE * this.ripple.at(c))
  }

  /** Register of a tenant's meter, m3 since the first day. */
  meterTotal(c: number, tMs: number): number {
    return (this.meanM3H[c] ?? 0) * (this.demand.waterHours(c, tMs) - this.lost.hoursAt(c, tMs))
  }

  /** Demand of all meters over its mean. */
  relativeDemand(tMs: number): number {
    return this.all.at(tMs) / this.meanAll
  }

  private leakShare(relative: number): number {
    return 1 + LEAK_SLOPE * (1 - relative)
  }

  /** Leakage of one district alone, m3/h. */
  leakAt(district: number, tMs: number): number {
    let own = this.leakBelow[district] ?? 0
    this.topology.districtAbove.forEach((above, below) => {
      if (above === district) own -= this.leakBelow[below] ?? 0
    })
    return own * this.leakShare(this.relativeDemand(tMs))
  }

  /** Flow through a district meter, m3/h: its meters, its leakage and the districts below. */
  districtAt(district: number, tMs: number, full: boolean): number {
    const leak = (this.leakBelow[district] ?? 0) * this.leakShare(this.relativeDemand(tMs))
    return leak + this.movingSum(this.districtFlows[district], this.districtMembers[district] ?? [], tMs, full)
  }

  private movingSum(flow: WeightedFlow | undefined, members: readonly number[], tMs: number, full: boolean): number {
    if (flow === undefined) return 0
    if (!full) return flow.at(tMs)
    let sum = 0
    for (const c of members) sum += this.meterAt(c, tMs, true)
    return sum
  }

  /** Register of a district meter, m3 since the first day. */
  districtTotal(district: number, tMs: number): number {
    return this.leakTotal(this.leakBelow[district] ?? 0, tMs) + (this.districtFlows[district]?.totalAt(tMs) ?? 0)
  }

  private leakTotal(meanM3H: number, tMs: number): number {
    const hours = (tMs - this.time.startOf(FIRST_DAY)) / HOUR_MS
    return meanM3H * ((1 + LEAK_SLOPE) * hours - (LEAK_SLOPE * this.all.totalAt(tMs)) / this.meanAll)
  }

  /** What leaves the tanks for the network, m3/h. */
  networkAt(tMs: number): number {
    return this.all.at(tMs) + this.leakAll * this.leakShare(this.relativeDemand(tMs))
  }

  private plainNetworkAt(tMs: number): number {
    const flow = this.all.plainAt(tMs)
    return flow + this.leakAll * this.leakShare(flow / this.meanAll)
  }

  private plainNetworkTotal(tMs: number): number {
    return this.plainNetworkOf(this.all.plainTotal(tMs), (tMs - this.time.startOf(FIRST_DAY)) / HOUR_MS)
  }

  /** Network water that events have taken away, m3. */
  private lostNetworkTotal(tMs: number): number {
    return this.all.lostTotal(tMs) * (1 - (this.leakAll * LEAK_SLOPE) / this.meanAll)
  }

  /** Production relative to the day's mean by the tariff: nights more, peaks less. */
  private scheduleAt(day: number, hour: number): number {
    const peakDay = weekdayOf(day) !== 7
    if (hour >= 22 || hour < 4) return 1.15
    if (peakDay && ((hour >= 9.5 && hour < 11.5) || (hour >= 17 && hour < 20))) return 0.85
    return peakDay ? (24 - 6 * 1.15 - 5 * 0.85) / 13 : (24 - 6 * 1.15) / 18
  }

  /** Integral of the schedule from midnight, hours. */
  private scheduleHours(day: number, hour: number): number {
    let sum = 0
    const edges = [4, 9.5, 11.5, 17, 20, 22, 24]
    let from = 0
    for (const edge of edges) {
      const to = Math.min(edge, hour)
      if (to > from) sum += (to - from) * this.scheduleAt(day, from)
      from = edge
      if (hour <= edge) break
    }
    return sum
  }

  /** Network water for the meters' share of it, over so many hours. */
  private plainNetworkOf(volume: number, hours: number): number {
    return volume + this.leakAll * ((1 + LEAK_SLOPE) * hours - (LEAK_SLOPE * volume) / this.meanAll)
  }

  private plainNetworkToday(tMs: number): number {
    return this.plainNetworkOf(this.all.plainOfToday(tMs), this.time.sinceMidnight(tMs) / HOUR_MS)
  }

  private buildDay(day: number): SupplyDay {
    const start = this.time.startOf(day)
    const total = this.plainNetworkOf(this.all.plainOfDay(day), DAY_MS / HOUR_MS)
    let widest = 1
    for (let hour = 1; hour < 24; hour++) {
      const stored = (total / 24) * this.scheduleHours(day, hour) - this.plainNetworkToday(start + hour * HOUR_MS)
      widest = Math.max(widest, Math.abs(stored))
    }
    const follow = Math.min(1, (TANK_SWING * this.usableM3) / widest) * (dayTypeOf(day) === 6 ? 0.9 : 1)
    return { total, follow }
  }

  private disturbed(tMs: number): boolean {
    return this.lost.members.length > 0 && this.all.lostTotal(tMs) > 0
  }

  /** Production of all plants, m3/h. */
  productionAt(tMs: number): number {
    const day = this.time.dayOf(tMs)
    const built = this.days.get(day)
    const planned =
      built.follow * (built.total / 24) * this.scheduleAt(day, this.time.sinceMidnight(tMs) / HOUR_MS) +
      (1 - built.follow) * this.plainNetworkAt(tMs)
    if (!this.disturbed(tMs)) return planned
    let change = 0
    for (const lag of FOLLOW_LAGS_MS) change += this.networkAt(tMs - lag) - this.plainNetworkAt(tMs - lag)
    return Math.max(0, planned + change / FOLLOW_LAGS_MS.length)
  }

  /** Water in all tanks above the middle, m3: production less what the network took. */
  private storedAt(tMs: number): number {
    const day = this.time.dayOf(tMs)
    const built = this.days.get(day)
    const hour = this.time.sinceMidnight(tMs) / HOUR_MS
    const taken = this.plainNetworkToday(tMs)
    let stored = built.follow * ((built.total / 24) * this.scheduleHours(day, hour) - taken)
    if (this.disturbed(tMs)) {
      stored += this.lostNetworkTotal(tMs)
      for (const lag of FOLLOW_LAGS_MS) stored -= this.lostNetworkTotal(tMs - lag) / FOLLOW_LAGS_MS.length
    }
    return stored
  }

  /** Produced volume since the first day, m3. */
  productionTotal(tMs: number): number {
    return this.plainNetworkTotal(tMs) - this.lostNetworkTotal(tMs) + this.storedAt(tMs)
  }

  /** Level of every tank between its lowest and highest, 0 to 1. */
  tankShareAt(tMs: number): number {
    return Math.min(0.99, Math.max(0.02, TANK_MIDDLE + this.storedAt(tMs) / this.usableM3))
  }

  /** Pressure lost on the way to a place, bar, for a head loss at mean flow. */
  headLoss(meanLossBar: number, tMs: number): number {
    const relative = this.relativeDemand(tMs)
    return meanLossBar * (relative * relative - 1)
  }
}
