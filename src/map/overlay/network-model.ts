import type { Network, NetworkEdgeFeature } from '../../contract/collections.ts'
import { FRESHNESS_BYTE } from '../../domain/quality/freshness.ts'
import { alongLine, createLocalFrame, lineLength } from '../geo.ts'
import type { Metres } from '../geo.ts'

/** Networks from the bottom up: deep pipes first, overhead lines last. */
export const DRAW_ORDER: readonly Network[] = [
  'storm',
  'sewer',
  'reclaimed',
  'water',
  'fibre',
  'waste-route',
  'power-22',
  'power-110',
]

const MIN_WIDTH_PX = 1
const MAX_WIDTH_PX = 8
/** Widths are shown in quarters of a pixel: a change that nobody can see draws nothing. */
const WIDTH_STEPS = 4

/**
 * Line width in pixels for a load: 1.35 √MW for power, √(m³/d) / 20 for water. Load in kW or m³/h.
 * Networks without a load have one width.
 */
export function edgeWidth(network: Network, role: string, load: number): number {
  if (role === 'service') return MIN_WIDTH_PX
  if (network === 'power-110') return 3.2
  if (network === 'fibre' || network === 'waste-route' || network === 'storm') return 1.4
  const size = Math.abs(load)
  if (!Number.isFinite(size)) return MIN_WIDTH_PX
  const width = network === 'power-22' ? 1.35 * Math.sqrt(size / 1000) : Math.sqrt(size * 24) / 20
  const clamped = Math.min(MAX_WIDTH_PX, Math.max(MIN_WIDTH_PX, width))
  return Math.round(clamped * WIDTH_STEPS) / WIDTH_STEPS
}

export type FlowState = 'along' | 'against' | 'none' | 'unknown'

/** Direction that the chevrons show. A reading that is not to be trusted shows none but a question mark. */
export function flowOf(load: number, freshness: number, role: string): FlowState {
  if (role === 'open' || role === 'service') return 'none'
  if (freshness === FRESHNESS_BYTE.waiting) return 'none'
  if (freshness >= FRESHNESS_BYTE.stale) return 'unknown'
  if (!Number.isFinite(load) || Math.abs(load) < 1e-6) return 'none'
  return load > 0 ? 'along' : 'against'
}

/** What of the live values is visible on the lines; two equal views need no new frame. */
export interface EdgeLook {
  widths: Float32Array
  flows: FlowState[]
}

/** Widths and directions of all edges. */
export function lookOf(
  edges: readonly NetworkEdgeFeature[],
  loads: Float32Array | null,
  freshness: Uint8Array | null,
): EdgeLook {
  const widths = new Float32Array(edges.length)
  const flows = edges.map(({ properties: { network, role } }, index): FlowState => {
    const load = loads?.[index] ?? Number.NaN
    widths[index] = edgeWidth(network, role, load)
    return flowOf(load, freshness?.[index] ?? FRESHNESS_BYTE.waiting, role)
  })
  return { widths, flows }
}

/** `true` where two looks draw the same picture. */
export function isSameLook(a: EdgeLook, b: EdgeLook): boolean {
  return (
    a.widths.length === b.widths.length &&
    a.widths.every((width, index) => width === b.widths[index]) &&
    a.flows.every((flow, index) => flow === b.flows[index])
  )
}

export interface Chevron {
  position: [number, number]
  /** Degrees counter-clockwise from east, in the direction of flow. */
  angle: number
  size: number
  edge: number
}

const CHEVRON_SPACING_PX = 170
/** Thinner lines carry none: an arrow wider than its line by much says more than the line. */
const CHEVRON_MIN_WIDTH_PX = 2

/** Static chevrons along the edges that flow, evenly spaced at one zoom. */
export function placeChevrons(
  edges: readonly NetworkEdgeFeature[],
  look: EdgeLook,
  visible: (edge: NetworkEdgeFeature) => boolean,
  metresPerPx: number,
): Chevron[] {
  const spacing = CHEVRON_SPACING_PX * metresPerPx
  return edges.flatMap((edge, index) => {
    const flow = look.flows[index]
    const width = look.widths[index] ?? 0
    if ((flow !== 'along' && flow !== 'against') || width < CHEVRON_MIN_WIDTH_PX || !visible(edge)) return []
    const turn = flow === 'along' ? 0 : 180
    return spread(edge, spacing, 0.5).map(({ position, angle }) => ({
      position,
      angle: angle + turn,
      size: Math.max(9, 1.9 * width + 4),
      edge: index,
    }))
  })
}

/** Question marks along the edges whose load is not known any more. */
export function placeUnknown(
  edges: readonly NetworkEdgeFeature[],
  look: EdgeLook,
  visible: (edge: NetworkEdgeFeature) => boolean,
  metresPerPx: number,
): [number, number][] {
  const spacing = 2 * CHEVRON_SPACING_PX * metresPerPx
  return edges.flatMap((edge, index) =>
    look.flows[index] === 'unknown' && visible(edge) ? spread(edge, spacing, 0.4).map(({ position }) => position) : [],
  )
}

interface Place {
  position: [number, number]
  angle: number
}

/** Places at even distances; a line shorter than a share of the spacing gets none. */
function spread(edge: NetworkEdgeFeature, spacing: number, least: number): Place[] {
  const first = edge.geometry.coordinates[0]
  if (!first) return []
  const frame = createLocalFrame(first)
  const line: Metres[] = edge.geometry.coordinates.map((p) => frame.toMetres(p))
  const length = lineLength(line)
  if (length < spacing * least) return []
  const count = Math.max(1, Math.floor(length / spacing))
  return Array.from({ length: count }, (_, i) => {
    const { point, angle } = alongLine(line, ((i + 0.5) * length) / count)
    const [lng, lat] = frame.toPosition(point)
    return { position: [lng, lat], angle: (angle * 180) / Math.PI }
  })
}
