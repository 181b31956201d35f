import { byArea, intersect, offset, opened, simplified } from './clip.ts'
import type { FrameSet } from './frames.ts'
import { boxOf, signedArea, type Box } from './geometry.ts'
import type { BlockSpec, PlanParams } from './params.ts'
import { nextGaussian, randomStream, type Random } from './random.ts'
import type { Ring, Vec } from './types.ts'

const CORNER_M = 5
/** Rounded corners as few chords, which lie inside the arc. */
const CORNER_CHORD_M = 0.25
/** Keeps neighbours apart by more than the rounding of six decimals (0.11 m). */
const GAP_M = 0.1
/** Irregular blocks lose land at their edges: small targets are raised so that the mean comes out. */
const SMALL_PLOT_HA = 5

export type Side = 'north' | 'south' | 'east' | 'west'

export interface RawPlot {
  ring: Ring
  frame: string
  /** Box in the frame's own coordinates. */
  box: Box
  block: number
  /** Side that the layout asks for; null = any road will do. */
  front: Side | null
  /** Cut to a published vacant size. */
  published: boolean
}

interface Layout {
  spec: BlockSpec
  frame: string
  box: Box
  block: number
  ring: Ring
}

/** Cuts every block into plots: rectangles of its frame clipped by the block, so that none overlap. */
export function cutPlots(params: PlanParams, frames: FrameSet, blocks: readonly Ring[]): RawPlot[] {
  const random = randomStream(params.seed, 'plots')
  return blocks.flatMap((ring, block) => {
    const frame = frames.at(middleOf(ring)).id
    const box = boxOf(ring.map((p) => frames.uv(frame, p)))
    const layout = { spec: specFor(params, frame, box), frame, box, block, ring }
    return layout.spec.whole ? cutWhole(params, frames, layout) : cutRows(params, frames, layout, random)
  })
}

function middleOf(ring: Ring): Vec {
  const box = boxOf(ring)
  return [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
}

function specFor(params: PlanParams, frame: string, box: Box): BlockSpec {
  const [u, v] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
  const own = params.plots.blocks.filter((spec) => spec.at[0] === frame)
  const ranked = own
    .map((spec) => ({ spec, away: Math.hypot(spec.at[1] - u, spec.at[2] - v) }))
    .toSorted((a, b) => a.away - b.away)
  const best = ranked[0]
  if (!best) throw new Error(`plan params: no block is described in frame "${frame}"`)
  return best.spec
}

/** The plot inside a rectangle of the block, or null when too little is left. */
function clipPlot(params: PlanParams, layout: Layout, rect: Ring): Ring | null {
  const largest = byArea(intersect([layout.ring], [rect]))[0]
  if (!largest) return null
  const ring = byArea(simplified(offset(opened([largest], CORNER_M), -GAP_M), CORNER_CHORD_M))[0]
  return ring && signedArea(ring) >= params.plots.minHa * 1e4 - 1 ? ring : null
}

function toRaw(frames: FrameSet, layout: Layout, ring: Ring, front: Side | null, published = false): RawPlot {
  const { frame, block } = layout
  return { ring, frame, block, front, published, box: boxOf(ring.map((p) => frames.uv(frame, p))) }
}

function cutWhole(params: PlanParams, frames: FrameSet, layout: Layout): RawPlot[] {
  const { frame, box } = layout
  const ring = clipPlot(params, layout, frames.rect(frame, box.minX, box.minY, box.maxX, box.maxY))
  return ring ? [toRaw(frames, layout, ring, null)] : []
}

function cutRows(params: PlanParams, frames: FrameSet, layout: Layout, random: Random): RawPlot[] {
  const { spec, frame, box } = layout
  const length = spec.across ? box.maxY - box.minY : box.maxX - box.minX
  const depth = spec.across ? box.maxX - box.minX : box.maxY - box.minY
  const split = spec.rows === 2 ? 0.5 + (random() - 0.5) * 0.08 : 1
  const out: RawPlot[] = []
  const unplaced = [
    ...spec.vacantHa.map((areaHa) => ({ areaHa, vacant: true })),
    ...spec.letHa.map((areaHa) => ({ areaHa, vacant: false })),
  ]
  for (let row = 0; row < spec.rows; row++) {
    const from = row === 0 ? 0 : depth * split
    const rowDepth = row === 0 ? depth * split : depth * (1 - split)
    const front = spec.rows === 2 ? frontOfRow(spec.across, row) : null
    const rectOf = (start: number, width: number): Ring =>
      spec.across
        ? frames.rect(frame, box.minX + from, box.minY + start, box.minX + from + rowDepth, box.minY + start + width)
        : frames.rect(frame, box.minX + start, box.minY + from, box.minX + start + width, box.minY + from + rowDepth)
    let start = 0
    for (const wish of unplaced.splice(0)) {
      const width = widthForArea(params, layout, wish.areaHa, length - start, (w) => rectOf(start, w))
      const ring = width === null ? null : clipPlot(params, layout, rectOf(start, width))
      if (width === null || !ring) {
        unplaced.push(wish)
        continue
      }
      out.push(toRaw(frames, layout, ring, front, wish.vacant))
      start += width
    }
    for (const width of rowWidths(params, spec, rowDepth, length - start, random)) {
      const ring = clipPlot(params, layout, rectOf(start, width))
      if (ring) out.push(toRaw(frames, layout, ring, front))
      start += width
    }
  }
  if (unplaced.length > 0) {
    const sizes = unplaced.map((wish) => wish.areaHa).join(', ')
    throw new Error(`plan params: no room for a published plot of ${sizes} ha at ${spec.at.join(' ')}`)
  }
  return out
}

function frontOfRow(across: boolean, row: number): Side {
  if (across) return row === 0 ? 'west' : 'east'
  return row === 0 ? 'south' : 'north'
}

/** Width of the rectangle whose plot has exactly the published area; null when the row is too short. */
function widthForArea(
  params: PlanParams,
  layout: Layout,
  areaHa: number,
  maxWidth: number,
  rectOf: (width: number) => Ring,
): number | null {
  const areaAt = (width: number): number => {
    const ring = clipPlot({ ...params, plots: { ...params.plots, minHa: 0 } }, layout, rectOf(width))
    return ring ? signedArea(ring) : 0
  }
  if (areaAt(maxWidth) < areaHa * 1e4) return null
  let [low, high] = [0, maxWidth]
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (areaAt(middle) < areaHa * 1e4) low = middle
    else high = middle
  }
  return high
}

/** Log-normal widths, rescaled so that they close the row. */
function rowWidths(params: PlanParams, spec: BlockSpec, depth: number, length: number, random: Random): number[] {
  const widths: number[] = []
  let sum = 0
  const target = spec.targetHa * (spec.targetHa < SMALL_PLOT_HA ? 1.36 : 1.1)
  while (sum < length * 0.999) {
    const areaHa = Math.max(params.plots.minHa * 1.08, target * Math.exp(nextGaussian(random) * params.plots.spread))
    const width = Math.max(params.plots.minWidthM, (areaHa * 1e4) / depth)
    widths.push(width)
    sum += width
  }
  const last = widths.at(-1) ?? 0
  if (widths.length > 1 && sum - length > last * 0.5) {
    widths.pop()
    sum -= last
  }
  return widths.map((width) => (width * length) / sum)
}
