import { centroid, distance, lineLength, moved, nearestOnLine, pointAlong, unitTowards } from '../geometry.ts'
import type { GroundPlan, NetworkPlan, Vec } from '../types.ts'
import type { Consumer } from '../assets/consumers.ts'
import type { GridSubstation } from './power-grid.ts'
import { NetworkDraft, type Cut } from './network-draft.ts'

const SPAN_M = 190
/** Lines whose ends come this near are one line. */
const JOINT_M = 40
const NOMINAL_KV = 110

interface Spur {
  line: number
  at: number
  from: Vec
  /** Adds the far end and returns its node. */
  end: () => string
  meterPointId: string | null
}

function nearestLine(lines: readonly Vec[][], p: Vec): { line: number; at: number; p: Vec; distance: number } {
  const spots = lines.map((points, line) => ({ ...nearestOnLine(points, p), line }))
  const best = spots.toSorted((a, b) => a.distance - b.distance)[0]
  if (best === undefined) throw new Error('110 kV: the plan has no corridor')
  return best
}

/** Pylons at even spans, moved to where a spur leaves or another line joins. */
function supports(
  draft: NetworkDraft,
  points: readonly Vec[],
  line: number,
  fixed: readonly number[],
  joint: string | null,
): Cut[] {
  const length = lineLength(points)
  const spans = Math.max(1, Math.round(length / SPAN_M))
  const even = Array.from({ length: spans + 1 }, (_, i) => (length * i) / spans)
  const places = [...fixed, ...even.filter((at) => fixed.every((other) => Math.abs(other - at) > 45))].toSorted(
    (a, b) => a - b,
  )
  return places.map((at, i) => {
    const shared = i === 0 ? joint : null
    return { at, nodeId: shared ?? draft.node(`${line + 1}-${i}`, 'pylon', pointAlong(points, at).p) }
  })
}

function fenceOf(ground: GroundPlan, customer: Consumer): { ring: Vec[]; centre: Vec } {
  const plot = ground.plots.find((candidate) => candidate.id === customer.plotId)
  const first = plot?.ring[0]
  if (plot === undefined || first === undefined) throw new Error(`110 kV: ${customer.key} has no plot`)
  return { ring: [...plot.ring, first], centre: centroid(plot.ring) }
}

/** 110 kV lines on their pylons, from the grid outside to the substations and to the customers at 110 kV. */
export function buildTransmission(
  ground: GroundPlan,
  stations: readonly GridSubstation[],
  customers: readonly Consumer[],
): NetworkPlan {
  const draft = new NetworkDraft('power-110', 'hv')
  const lines = ground.corridor
  const spurs: Spur[] = []
  for (const station of stations) {
    const spot = nearestLine(lines, station.site.centre)
    const { assetId, site } = station
    const end = (): string => draft.node(assetId, 'substation', site.centre, { assetId })
    spurs.push({ line: spot.line, at: spot.at, from: spot.p, end, meterPointId: null })
  }
  for (const customer of customers) {
    const key = customer.key
    const { ring, centre } = fenceOf(ground, customer)
    const spot = nearestLine(lines, centre)
    const fence = nearestOnLine(ring, spot.p).p
    const end = (): string => {
      const assetId = `hvc-${key}`
      const inside = moved(fence, unitTowards(fence, centre), 45)
      return draft.node(assetId, 'hv-connection', inside, { assetId, plotId: customer.plotId })
    }
    spurs.push({ line: spot.line, at: spot.at, from: spot.p, end, meterPointId: `hvc-${key}.active-power` })
  }
  const joints = lines.flatMap((points, line) => {
    const start = points[0]
    if (line === 0 || start === undefined) return []
    const spot = nearestLine(lines.slice(0, line), start)
    return spot.distance < JOINT_M ? [{ line, onLine: spot.line, at: spot.at }] : []
  })
  const nodesOf: Cut[][] = []
  const nodeAt = (line: number, at: number): string => {
    const cuts = nodesOf[line] ?? []
    const nearest = cuts.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
    if (nearest === undefined) throw new Error(`110 kV: line ${line + 1} has no pylon`)
    return nearest.nodeId
  }
  for (const [line, points] of lines.entries()) {
    const own = spurs.filter((spur) => spur.line === line).map((spur) => spur.at)
    const joined = joints.filter((joint) => joint.onLine === line).map((joint) => joint.at)
    const joint = joints.find((candidate) => candidate.line === line)
    const shared = joint ? nodeAt(joint.onLine, joint.at) : null
    nodesOf.push(supports(draft, points, line, [...new Set([...own, ...joined])], shared))
  }
  for (const [line, cuts] of nodesOf.entries()) {
    const group = `tl-${171 + line}`
    const joint = joints.find((candidate) => candidate.line === line)
    const first = cuts[0]
    if (first === undefined) continue
    if (joint === undefined) {
      const start = lines[line]?.[0] ?? [0, 0]
      const outward = unitTowards(lines[line]?.[1] ?? start, start)
      const grid = draft.node(`grid-${line + 1}`, 'source', moved(start, outward, 160))
      draft.edge(grid, first.nodeId, [], { role: 'main', group, nominal: NOMINAL_KV })
    }
    for (const [i, cut] of cuts.entries()) {
      const previous = cuts[i - 1]
      if (previous) draft.edge(previous.nodeId, cut.nodeId, [], { role: 'main', group, nominal: NOMINAL_KV })
    }
  }
  for (const spur of spurs) addSpur(draft, spur, nodeAt(spur.line, spur.at))
  for (const customer of customers) addMeter(draft, customer)
  return draft.plan
}

/** A spur with its own pylons, from the line to a station. */
function addSpur(draft: NetworkDraft, spur: Spur, from: string): void {
  const end = spur.end()
  const line: Vec[] = [draft.place(from), draft.place(end)]
  const spans = Math.max(1, Math.round(distance(line[0] ?? [0, 0], line[1] ?? [0, 0]) / SPAN_M))
  const cuts = Array.from({ length: spans - 1 }, (_, i): Cut => {
    const at = (lineLength(line) * (i + 1)) / spans
    return { at, nodeId: draft.node(`${end.replace('hv.', '')}-${i + 1}`, 'pylon', pointAlong(line, at).p) }
  })
  draft.sections(from, end, line, cuts, { role: 'service', nominal: NOMINAL_KV, meterPointId: spur.meterPointId })
}

function addMeter(draft: NetworkDraft, customer: Consumer): void {
  const { key, plotId, gate } = customer
  const connection = draft.node(`hvc-${key}`, 'hv-connection', gate)
  const meter = draft.node(`m-${key}`, 'electricity-meter', moved(draft.place(connection), customer.ex, 6), {
    assetId: `em-${key}`,
    plotId,
  })
  draft.edge(connection, meter, [], { role: 'service', meterPointId: `em-${key}.active-power`, nominal: NOMINAL_KV })
}
