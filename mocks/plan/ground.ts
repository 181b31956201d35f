import { bufferLines, opened, regionRings, subtract, toRegions } from './clip.ts'
import { cutPlots } from './cut-plots.ts'
import { buildDetail } from './detail/detail.ts'
import { buildFrames } from './frames.ts'
import { signedArea } from './geometry.ts'
import { buildHardLines } from './hard-lines.ts'
import { buildLand, toGreen } from './land.ts'
import type { PlanParams } from './params.ts'
import { finishPlots } from './plots.ts'
import { buildPonds } from './ponds.ts'
import { buildRoadGraph } from './road-graph.ts'
import { buildRoadShapes } from './road-shapes.ts'
import { carveSites } from './sites.ts'
import { buildSurroundings } from './surroundings.ts'
import type { GroundPlan, Vec } from './types.ts'

/**
 * The ground plan of a park in local metres: the same parameters give the same plan, byte for byte.
 * Throws an Error that names the parameter that cannot be met.
 */
export function buildGround(params: PlanParams): GroundPlan {
  const frames = buildFrames(params)
  const hard = buildHardLines(params, frames)
  const graph = buildRoadGraph(params, frames, hard)
  const shapes = buildRoadShapes(params, graph, hard)
  const land = buildLand(params, frames, hard, graph, shapes.reserve)
  const { sites, blocks } = carveSites(params, frames, land.buildable)
  const bare = finishPlots(params, frames, graph.edges, cutPlots(params, frames, blocks))
  const frameAt = (p: Vec) => frames.at(p)
  const { plots, buildings, yards, units, ponds } = buildDetail(params, bare, sites, frameAt)
  // Clip residue becomes green, so that the land-use shares close.
  const used = [...plots.map((plot) => plot.ring), ...sites.map((site) => site.ring), ...regionRings(land.greens)]
  const verges = toRegions(opened(subtract(land.core, used), 1))
    .filter((region) => signedArea(region.ring) > 150)
    .map((region) => toGreen('verge', region))
  const medians = [...shapes.medians, ...shapes.islands].map((ring) => toGreen('median', { ring, holes: [] }))
  const { at, baseM, rise } = params.elevation
  return {
    boundary: hard.boundary,
    nodes: graph.nodes,
    edges: graph.edges,
    plots,
    sites,
    buildings,
    yards,
    greens: [...land.greens, ...verges, ...medians],
    reserves: toRegions(shapes.reserve),
    carriageways: shapes.carriageways,
    stream: hard.stream,
    streamArea: params.stream ? toRegions(bufferLines([hard.stream], params.stream.halfWidthM)) : [],
    ponds: [...buildPonds(params, frames, hard, land.greens), ...ponds],
    surroundings: buildSurroundings(params, hard),
    nationalRoad: hard.nationalRoad,
    corridor: land.corridor,
    units,
    elevation: (p: Vec) => baseM + (p[0] - at[0]) * rise[0] + (p[1] - at[1]) * rise[1],
    frameAt,
  }
}
