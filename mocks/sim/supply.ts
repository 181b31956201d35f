import type { Command, Curve, Effect } from './events.ts'
import { curveAt } from './events.ts'
import type { Topology } from './topology.ts'

const MINUTE_MS = 60_000
const RETURN_RAMP_MS = 6 * MINUTE_MS
/** Water runs on for minutes after production stops, and comes back with it. */
const WATER_STOP_MS = 8 * MINUTE_MS
const WATER_BACK_MS = 15 * MINUTE_MS
/** People still use a little water while a plant is without power. */
const WATER_KEPT = 0.08

interface Change {
  atMs: number
  order: number
  apply(state: SwitchState): void
}

interface SwitchState {
  open: Set<number>
  carriedBy: Map<number, number>
  off: Set<number>
  switches: Map<string, boolean>
}

/** Which consumers are supplied, by which feeder, at any time: the outcome of commands and scenario. */
export interface Supply {
  /** First instant at which anything differs from the undisturbed park; Infinity without events. */
  firstMs: number
  /** Instants of all steps, rising. */
  stepsMs: readonly number[]
  /** Share of a consumer's load that is lost. */
  loadLoss: readonly (Curve | null)[]
  solarLoss: readonly (Curve | null)[]
  waterLoss: readonly (Curve | null)[]
  /** Feeder that carries the consumers of a feeder; -1 while nobody does. */
  carrierAt(feeder: number, tMs: number): number
  feederClosed(feeder: number, tMs: number): boolean
  /** Commanded or transferred state of a ring switch; `null` keeps its normal one. */
  ringSwitchAt(assetId: string, tMs: number): boolean | null
}

/** Appends a change of loss to a curve: a step when it grows, a ramp when it falls. */
function append(curve: [number, number][], atMs: number, target: number, rampMs: number): void {
  curve.push([atMs, curveAt(curve, atMs)], [atMs + rampMs, target])
}

export function buildSupply(topology: Topology, effects: readonly Effect[], commands: readonly Command[]): Supply {
  const changes: Change[] = []
  const add = (atMs: number, apply: Change['apply']): void => {
    changes.push({ atMs, order: changes.length, apply })
  }
  for (const effect of effects) {
    if (effect.kind === 'open-feeder') {
      const feeder = topology.feeders.indexOf(effect.feederId)
      if (feeder >= 0) add(effect.atMs, (state) => state.open.add(feeder))
    } else if (effect.kind === 'transfer') {
      const from = topology.feeders.indexOf(effect.feederId)
      const to = otherEnd(topology, effect.tieId, from)
      if (from >= 0 && to >= 0) {
        add(effect.atMs, (state) => {
          state.carriedBy.set(from, to)
          state.switches.set(effect.tieId, true)
        })
      }
    }
  }
  for (const command of commands) addCommand(topology, command, add)
  changes.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
  return walk(topology, changes)
}

/** Feeder at the other end of a tie; -1 where the tie does not touch the feeder. */
function otherEnd(topology: Topology, tieId: string, feeder: number): number {
  const tie = topology.ties.find(({ assetId }) => assetId === tieId)
  if (tie === undefined || !tie.feeders.includes(feeder)) return -1
  const [a, b] = tie.feeders
  return a === feeder ? b : a
}

function addCommand(topology: Topology, command: Command, add: (atMs: number, apply: Change['apply']) => void): void {
  if (command.kind === 'consumer') {
    const consumer = topology.consumerOf.get(command.assetId)
    if (consumer === undefined) return
    add(command.atMs, (state) => (command.on ? state.off.delete(consumer) : state.off.add(consumer)))
    return
  }
  const feeder = topology.feeders.indexOf(command.assetId)
  if (feeder >= 0) {
    add(command.atMs, (state) => {
      if (command.closed) {
        state.open.delete(feeder)
        state.carriedBy.delete(feeder)
      } else state.open.add(feeder)
    })
    return
  }
  const ends = topology.ties.find(({ assetId }) => assetId === command.assetId)?.feeders ?? []
  add(command.atMs, (state) => {
    state.switches.set(command.assetId, command.closed)
    for (const side of ends) {
      if (!state.open.has(side)) continue
      if (command.closed) state.carriedBy.set(side, otherEnd(topology, command.assetId, side))
      else if (state.carriedBy.get(side) === otherEnd(topology, command.assetId, side)) state.carriedBy.delete(side)
    }
  })
}

/** Curves of consumers that nothing happened to are left out. */
function orNull(curves: [number, number][][]): (Curve | null)[] {
  return curves.map((curve) => (curve.length === 0 ? null : curve))
}

function walk(topology: Topology, changes: readonly Change[]): Supply {
  const count = topology.consumers.length
  const load: [number, number][][] = Array.from({ length: count }, () => [])
  const solar: [number, number][][] = Array.from({ length: count }, () => [])
  const water: [number, number][][] = Array.from({ length: count }, () => [])
  const state: SwitchState = { open: new Set(), carriedBy: new Map(), off: new Set(), switches: new Map() }
  const history: { atMs: number; carriers: Int32Array; closed: boolean[]; switches: Map<string, boolean> }[] = []
  const carrierNow = (feeder: number): number => {
    if (!state.open.has(feeder)) return feeder
    const by = state.carriedBy.get(feeder) ?? -1
    return by >= 0 && !state.open.has(by) ? by : -1
  }
  const wasOff = new Uint8Array(count)
  const wasDark = new Uint8Array(count)
  for (const change of changes) {
    change.apply(state)
    const carriers = Int32Array.from(topology.feeders, (_, feeder) => carrierNow(feeder))
    const closed = topology.feeders.map((_, feeder) => !state.open.has(feeder))
    history.push({ atMs: change.atMs, carriers, closed, switches: new Map(state.switches) })
    for (let c = 0; c < count; c++) {
      const transformer = topology.transformerOf[c] ?? -1
      const feeder = transformer < 0 ? -1 : (topology.feederOfTransformer[transformer] ?? -1)
      const dark = feeder >= 0 && (carriers[feeder] ?? -1) < 0
      const off = dark || state.off.has(c)
      const at = change.atMs
      if (Number(off) !== wasOff[c]) {
        append(load[c] ?? [], at, off ? 1 : 0, off ? 0 : RETURN_RAMP_MS)
        const kept = state.off.has(c) ? 0 : WATER_KEPT
        append(water[c] ?? [], at, off ? 1 - kept : 0, off ? WATER_STOP_MS : WATER_BACK_MS)
        wasOff[c] = Number(off)
      }
      if (Number(dark) !== wasDark[c]) {
        append(solar[c] ?? [], at, dark ? 1 : 0, dark ? 0 : RETURN_RAMP_MS)
        wasDark[c] = Number(dark)
      }
    }
  }
  const stateAt = (tMs: number): (typeof history)[number] | undefined => {
    let found: (typeof history)[number] | undefined
    for (const entry of history) {
      if (entry.atMs > tMs) break
      found = entry
    }
    return found
  }
  return {
    firstMs: changes[0]?.atMs ?? Number.POSITIVE_INFINITY,
    stepsMs: changes.map((change) => change.atMs),
    loadLoss: orNull(load),
    solarLoss: orNull(solar),
    waterLoss: orNull(water),
    carrierAt: (feeder, tMs) => stateAt(tMs)?.carriers[feeder] ?? feeder,
    feederClosed: (feeder, tMs) => stateAt(tMs)?.closed[feeder] ?? true,
    ringSwitchAt: (assetId, tMs) => stateAt(tMs)?.switches.get(assetId) ?? null,
  }
}
