import type { RoadClass } from '../../src/contract/collections.ts'
import type { RawPlot, Side } from './cut-plots.ts'
import type { FrameSet } from './frames.ts'
import { nearestOnLine, signedArea } from './geometry.ts'
import { assignOccupancy } from './occupancy.ts'
import type { PlanParams } from './params.ts'
import type { PlotPlan, RoadEdge, Vec } from './types.ts'

/** A plot looks for its road this far beyond the road's own reserve. */
const REACH_M = 34
/** A wider strip of green or a corridor in front: another side is better. */
const GREEN_GAP_M = 12
const FENCE_REACH_M = 8
/** Numbering goes in bands of this depth from north to south. */
const BAND_M = 120

const SIDES: readonly Side[] = ['north', 'south', 'east', 'west']

/** The axis is for through traffic: plots open to it only where nothing else passes. */
const FRONT_RANK: Record<RoadClass, number> = { arterial: 4, collector: 3, service: 2, axis: 1, national: 0 }

type Unnumbered = Omit<PlotPlan, 'id' | 'code' | 'zone' | 'status' | 'industry'>

/** Gives every cut plot its front, frame, code, status and industry. */
export function finishPlots(
  params: PlanParams,
  frames: FrameSet,
  edges: readonly RoadEdge[],
  raws: readonly RawPlot[],
): PlotPlan[] {
  const zoneOf = (raw: RawPlot): string => {
    const u = (raw.box.minX + raw.box.maxX) / 2
    const v = (raw.box.minY + raw.box.maxY) / 2
    const zone = params.plots.zones.find(
      (spec) =>
        spec.frame === raw.frame &&
        v >= (spec.minV ?? -Infinity) &&
        v < (spec.maxV ?? Infinity) &&
        u >= (spec.minU ?? -Infinity) &&
        u < (spec.maxU ?? Infinity),
    )
    if (!zone)
      throw new Error(`plan params: no zone for a plot in frame "${raw.frame}" at u ${u.toFixed(0)}, v ${v.toFixed(0)}`)
    return zone.code
  }
  const blockTop = new Map<number, number>()
  const blockLeft = new Map<number, number>()
  for (const raw of raws) {
    blockTop.set(raw.block, Math.max(blockTop.get(raw.block) ?? -Infinity, raw.box.maxY))
    blockLeft.set(raw.block, Math.min(blockLeft.get(raw.block) ?? Infinity, raw.box.minX))
  }
  const key = (raw: RawPlot): (string | number)[] => [
    zoneOf(raw),
    -Math.round((blockTop.get(raw.block) ?? 0) / BAND_M),
    blockLeft.get(raw.block) ?? 0,
    -Math.round(raw.box.maxY / BAND_M),
    raw.box.minX,
    -raw.box.maxY,
  ]
  const ordered = raws.toSorted((a, b) => compareKeys(key(a), key(b)))
  const counts = new Map<string, number>()
  const numbered = ordered.map((raw) => {
    const zone = zoneOf(raw)
    const count = (counts.get(zone) ?? 0) + 1
    counts.set(zone, count)
    const code = zone + String(count).padStart(2, '0')
    const id = `plot-${code.toLowerCase()}`
    return Object.assign(frameOnRoad(frames, edges, raw), { id, code, zone })
  })
  const published = new Set(numbered.filter((_, i) => ordered[i]?.published).map((plot) => plot.id))
  return assignOccupancy(params, numbered, published)
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i]
    if (y === undefined || x === y) continue
    return x < y ? -1 : 1
  }
  return 0
}

function firstNonEmpty<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? []
}

function back(v: Vec): Vec {
  return [-v[0], -v[1]]
}

/** Chooses the side on the highest road beside the plot and builds the right-handed frame on it. */
function frameOnRoad(frames: FrameSet, edges: readonly RoadEdge[], raw: RawPlot): Unnumbered {
  const { minX, minY, maxX, maxY } = raw.box
  const at = (u: number, v: number): Vec => frames.place(raw.frame, u, v)
  const middles: Record<Side, Vec> = {
    north: at((minX + maxX) / 2, maxY),
    south: at((minX + maxX) / 2, minY),
    east: at(maxX, (minY + maxY) / 2),
    west: at(minX, (minY + maxY) / 2),
  }
  const fence = [...raw.ring, ...raw.ring.slice(0, 1)]
  const beside = SIDES.flatMap((side) => {
    const road = roadBeside(edges, middles[side])
    // Where a site or a curve cuts the plot short, the middle of the box is not on its fence.
    const onFence = nearestOnLine(fence, middles[side]).distance < FENCE_REACH_M
    return road ? [{ side, road: road.edge, direct: onFence && road.gapM < GREEN_GAP_M }] : []
  })
  const options = firstNonEmpty(
    beside.filter((option) => option.side === raw.front && option.direct),
    beside.filter((option) => option.direct),
    beside,
  )
  const best = options.toSorted((a, b) => FRONT_RANK[b.road.cls] - FRONT_RANK[a.road.cls])[0]
  const side = best?.side ?? raw.front ?? 'south'

  const { e1, e2 } = frames.at(at((minX + maxX) / 2, (minY + maxY) / 2))
  const [origin, ex, ey] = {
    south: [at(minX, minY), e1, e2] as const,
    north: [at(maxX, maxY), back(e1), back(e2)] as const,
    west: [at(minX, maxY), back(e2), e1] as const,
    east: [at(maxX, minY), e2, back(e1)] as const,
  }[side]
  const alongU = side === 'south' || side === 'north'
  const widthM = alongU ? maxX - minX : maxY - minY
  const depthM = alongU ? maxY - minY : maxX - minX
  const gate: Vec = [origin[0] + (ex[0] * widthM) / 2, origin[1] + (ex[1] * widthM) / 2]
  return {
    ring: raw.ring,
    areaHa: signedArea(raw.ring) / 1e4,
    origin,
    ex,
    ey,
    widthM,
    depthM,
    gate,
    meters: [gate[0] + ey[0] * 7, gate[1] + ey[1] * 7],
    roadId: best?.road.roadId ?? null,
  }
}

/** Nearest road and the green between its reserve and the plot. */
function roadBeside(edges: readonly RoadEdge[], p: Vec): { edge: RoadEdge; gapM: number } | null {
  const near = edges
    .map((edge) => ({ edge, gapM: nearestOnLine(edge.points, p).distance - edge.widthM / 2 }))
    .filter((option) => option.gapM < REACH_M)
    .toSorted((a, b) => a.gapM - b.gapM)
  return near[0] ?? null
}
