import { bufferLines, intersect, offset, subtract, toRegions, type Region } from './clip.ts'
import type { FrameSet } from './frames.ts'
import { signedArea } from './geometry.ts'
import type { HardLines } from './hard-lines.ts'
import type { PlanParams } from './params.ts'
import type { RoadGraph } from './road-graph.ts'
import type { GroundPlan, Ring, Vec } from './types.ts'

type Green = GroundPlan['greens'][number]

export interface Land {
  /** Land inside the boundary that is no road reserve and not beyond the stream road. */
  core: Ring[]
  /** What is left of it for sites and plots. */
  buildable: Ring[]
  greens: Green[]
  corridor: Vec[][]
}

/** Takes the green framework out of the land between the roads, before anything is built on it. */
export function buildLand(
  params: PlanParams,
  frames: FrameSet,
  hard: HardLines,
  graph: RoadGraph,
  reserve: readonly Ring[],
): Land {
  const inside = [hard.boundary]
  const greens: Green[] = []
  let core = subtract(inside, reserve)
  const park = streamPark(params, frames, hard, graph)
  if (park) {
    greens.push(...toRegions(intersect(core, [park])).map((region) => toGreen('stream-park', region)))
    core = subtract(core, [park])
  }
  const corridor = (params.corridor?.lines ?? []).map((line) => line.map((place) => frames.resolve(place, hard.growM)))
  const corridorArea = params.corridor ? bufferLines(corridor, params.corridor.halfWidthM) : []
  for (const { points, halfWidthM } of params.strips) {
    const line = points.map((place) => frames.resolve(place, hard.growM))
    corridorArea.push(...bufferLines([line], halfWidthM))
  }
  const axisLines = graph.edges.filter((edge) => edge.cls === 'axis')
  const strips: Ring[] = [
    ...subtract(inside, offset(inside, -params.green.beltM)),
    ...(params.nationalRoad ? intersect(bufferLines([hard.nationalRoad], params.nationalRoad.greenM), inside) : []),
    ...(params.stream ? intersect(bufferLines([hard.stream], params.stream.greenM), inside) : []),
    ...axisLines.flatMap((edge) => bufferLines([edge.points], edge.widthM / 2 + params.green.axisStripM)),
  ]
  const withoutStrips = subtract(core, strips)
  const buildable = subtract(withoutStrips, corridorArea)
  const add = (kind: Green['kind'], rings: readonly Ring[]): void => {
    for (const region of toRegions(rings)) if (signedArea(region.ring) > 20) greens.push(toGreen(kind, region))
  }
  add('belt', subtract(core, withoutStrips))
  add('corridor', subtract(withoutStrips, buildable))
  return { core, buildable, greens, corridor }
}

export function toGreen(kind: Green['kind'], region: Region): Green {
  return { kind, ring: region.ring, holes: region.holes }
}

function streamPark(params: PlanParams, frames: FrameSet, hard: HardLines, graph: RoadGraph): Ring | null {
  const spec = params.stream?.park
  if (!spec) return null
  const road = graph.lines.get(spec.roadId)
  if (!road) throw new Error(`plan params: stream park names unknown road "${spec.roadId}"`)
  const ring = [...road, ...spec.closing.map((place) => frames.resolve(place, hard.growM))]
  return signedArea(ring) < 0 ? ring.toReversed() : ring
}
