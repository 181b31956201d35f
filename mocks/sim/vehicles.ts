import { wasteStreamSchema } from '../../src/contract/asset-kinds.ts'
import type { SimulationParams } from '../park/simulation-file.ts'
import { HOUR_MS, weekdayOf } from './civil.ts'
import type { WasteStore } from './waste-store.ts'
import type { WorldTime } from './world-time.ts'

type VehicleParameters = SimulationParams['waste']['vehicles'][number]

type Position = readonly number[]

interface Stop {
  container: number
  alongM: number
  arriveMs: number
  leaveMs: number
}

/** A vehicle's round as a timetable; all rounds of a vehicle are the same. */
export interface Round {
  parameters: VehicleParameters
  stops: readonly Stop[]
  durationMs: number
  startMs: number
}

const UNLOAD_MS = 10 * 60_000

/** Metres between two positions, flat earth at park scale. */
function metresBetween(a: Position, b: Position): number {
  const lat = ((((a[1] ?? 0) + (b[1] ?? 0)) / 2) * Math.PI) / 180
  const x = ((b[0] ?? 0) - (a[0] ?? 0)) * 111_320 * Math.cos(lat)
  const y = ((b[1] ?? 0) - (a[1] ?? 0)) * 110_574
  return Math.hypot(x, y)
}

/** Collection vehicles: where they are, how fast, with what on board, and when a container was last emptied. */
export class Fleet {
  readonly rounds: readonly Round[]
  private readonly store: WasteStore
  private readonly time: WorldTime
  private readonly containerOf: ReadonlyMap<string, number>
  private readonly lengths: readonly Float64Array[]
  private readonly brought: readonly Map<number, ReadonlyMap<string, number>>[]
  private readonly visits = new Map<number, { round: number; stop: Stop }>()

  constructor(parameters: SimulationParams, store: WasteStore, time: WorldTime) {
    this.store = store
    this.time = time
    this.containerOf = new Map(store.containers.map((container, i) => [container.assetId, i]))
    this.lengths = parameters.waste.vehicles.map(({ route }) => {
      const along = new Float64Array(route.length)
      for (let i = 1; i < route.length; i++) {
        along[i] = (along[i - 1] ?? 0) + metresBetween(route[i - 1] ?? [0, 0], route[i] ?? [0, 0])
      }
      return along
    })
    this.brought = parameters.waste.vehicles.map(() => new Map())
    this.rounds = parameters.waste.vehicles.map((vehicle, v) => this.plan(vehicle, v))
    this.rounds.forEach((round, index) => {
      for (const stop of round.stops)
        if (!this.visits.has(stop.container)) this.visits.set(stop.container, { round: index, stop })
    })
  }

  private plan(vehicle: VehicleParameters, v: number): Round {
    const along = this.lengths[v]
    const total = along?.[along.length - 1] ?? vehicle.lengthM
    const msPerM = 3600 / vehicle.speedKmH
    const scale = total / Math.max(1, vehicle.lengthM)
    let clock = 0
    let at = 0
    const stops: Stop[] = []
    for (const stop of vehicle.stops.toSorted((a, b) => a.alongM - b.alongM)) {
      const container = this.containerOf.get(stop.containerId)
      if (container === undefined) continue
      const alongM = Math.min(total, stop.alongM * scale)
      clock += (alongM - at) * msPerM
      const leaveMs = clock + vehicle.stopSeconds * 1000
      stops.push({ container, alongM, arriveMs: clock, leaveMs })
      at = alongM
      clock = leaveMs
    }
    const [hours = 6, minutes = 0] = vehicle.startLocal.split(':').map(Number)
    return {
      parameters: vehicle,
      stops,
      durationMs: clock + (total - at) * msPerM,
      startMs: hours * HOUR_MS + minutes * 60_000,
    }
  }

  /** Index of a container by its asset id, -1 when unknown. */
  containerIndex(assetId: string): number {
    return this.containerOf.get(assetId) ?? -1
  }

  /** Start of the latest round that began at or before an instant (a round may run past midnight). */
  lastStart(round: Round, tMs: number): number {
    let day = this.time.dayOf(tMs)
    if (this.time.sinceMidnight(tMs) < round.startMs) day -= 1
    while (!round.parameters.days.includes(weekdayOf(day)) && round.parameters.days.length > 0) day -= 1
    return this.time.startOf(day) + round.startMs
  }

  /** Start of the next round after an instant. */
  nextStart(round: Round, tMs: number): number {
    let day = this.time.dayOf(tMs)
    if (this.time.sinceMidnight(tMs) >= round.startMs) day += 1
    while (!round.parameters.days.includes(weekdayOf(day)) && round.parameters.days.length > 0) day += 1
    return this.time.startOf(day) + round.startMs
  }

  /** Instant of the latest emptying of a container at or before `tMs`. */
  emptiedBefore(container: number, tMs: number): number {
    const visit = this.visits.get(container)
    const round = visit === undefined ? undefined : this.rounds[visit.round]
    if (visit === undefined || round === undefined) return this.store.ownCollectionBefore(container, tMs)
    const start = this.lastStart(round, tMs)
    if (start + visit.stop.leaveMs <= tMs) return start + visit.stop.leaveMs
    return this.lastStart(round, start - 1) + visit.stop.leaveMs
  }

  /** Fill of a container, %: what was thrown in since it was emptied. */
  fillAt(container: number, tMs: number): number {
    const since = this.emptiedBefore(container, tMs)
    return Math.min(118, Math.max(0, this.store.gained(container, tMs) - this.store.gained(container, since)))
  }

  /** Mass that one stop of a round takes on board, t. */
  private loadOf(round: Round, stop: Stop, startMs: number): number {
    const leave = startMs + stop.leaveMs
    const before = this.lastStart(round, startMs - 1) + stop.leaveMs
    const percent = this.store.gained(stop.container, leave) - this.store.gained(stop.container, before)
    return (percent * (this.store.containers[stop.container]?.kgPerPercent ?? 0)) / 1000
  }

  /** Payload, t. It grows from stop to stop and is tipped at the transfer station after the round. */
  payloadAt(index: number, tMs: number): number {
    const round = this.rounds[index]
    if (round === undefined) return 0
    const start = this.lastStart(round, tMs)
    const clock = tMs - start
    if (clock > round.durationMs + UNLOAD_MS) return 0
    let mass = 0
    for (const stop of round.stops) if (stop.leaveMs <= clock) mass += this.loadOf(round, stop, start)
    const tipped = Math.max(0, (clock - round.durationMs) / UNLOAD_MS)
    return mass * (1 - Math.min(1, tipped))
  }

  /** Instant at which the round that an emptying belongs to has been tipped; collected mass counts from then. */
  private tippedBefore(round: Round, tMs: number): number {
    const start = this.lastStart(round, tMs)
    return start + round.durationMs + UNLOAD_MS <= tMs ? start : this.lastStart(round, start - 1)
  }

  /** Mass that a vehicle's rounds have brought in up to the one that began at `startMs`, kg by waste stream. */
  private broughtBy(index: number, startMs: number): ReadonlyMap<string, number> {
    const kept = this.brought[index]
    const known = kept?.get(startMs)
    if (known !== undefined) return known
    const masses = new Map<string, number>()
    for (const stop of this.rounds[index]?.stops ?? []) {
      const container = this.store.containers[stop.container]
      if (container === undefined || this.visits.get(stop.container)?.round !== index) continue
      const mass = this.store.gained(stop.container, startMs + stop.leaveMs) * container.kgPerPercent
      masses.set(container.stream, (masses.get(container.stream) ?? 0) + mass)
    }
    if (kept !== undefined && kept.size > 1000) kept.clear()
    kept?.set(startMs, masses)
    return masses
  }

  /** Mass brought to the transfer station since the first day, t, weighted per waste stream. */
  collectedTotal(tMs: number, shareOf: (stream: VehicleParameters['stream']) => number): number {
    let kilograms = 0
    this.rounds.forEach((round, index) => {
      const masses = this.broughtBy(index, this.tippedBefore(round, tMs))
      for (const stream of wasteStreamSchema.options) kilograms += (masses.get(stream) ?? 0) * shareOf(stream)
    })
    this.store.containers.forEach((container, i) => {
      if (this.visits.has(i)) return
      const until = this.store.ownCollectionBefore(i, tMs)
      kilograms += this.store.gained(i, until) * container.kgPerPercent * shareOf(container.stream)
    })
    return kilograms / 1000
  }

  /** Position [lng, lat] and speed in km/h. */
  placeAt(index: number, tMs: number): { lng: number; lat: number; speedKmH: number } {
    const round = this.rounds[index]
    const along = this.lengths[index]
    if (round === undefined || along === undefined) return { lng: 0, lat: 0, speedKmH: 0 }
    const { route, speedKmH } = round.parameters
    const clock = tMs - this.lastStart(round, tMs)
    if (clock >= round.durationMs) return { lng: route[0]?.[0] ?? 0, lat: route[0]?.[1] ?? 0, speedKmH: 0 }
    let at = 0
    let since = 0
    let standing = false
    for (const stop of round.stops) {
      if (clock < stop.arriveMs) break
      at = stop.alongM
      since = stop.leaveMs
      standing = clock < stop.leaveMs
    }
    const metres = standing ? at : at + ((clock - since) / 3600) * speedKmH
    let i = 1
    let high = along.length - 1
    while (i < high) {
      const middle = (i + high) >> 1
      if ((along[middle] ?? 0) < metres) i = middle + 1
      else high = middle
    }
    const from = along[i - 1] ?? 0
    const u = Math.min(1, Math.max(0, (metres - from) / Math.max(1e-6, (along[i] ?? from) - from)))
    const a = route[i - 1] ?? [0, 0]
    const b = route[i] ?? a
    return {
      lng: (a[0] ?? 0) + ((b[0] ?? 0) - (a[0] ?? 0)) * u,
      lat: (a[1] ?? 0) + ((b[1] ?? 0) - (a[1] ?? 0)) * u,
      speedKmH: standing ? 0 : speedKmH,
    }
  }
}
