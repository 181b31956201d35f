import type { FeatureOf } from '../../src/contract/collections.ts'
import { simplifiedLine } from './clip.ts'
import type { PlanParams } from './params.ts'
import type { Projector } from './project.ts'
import type { GroundPlan, RoadEdge, Vec } from './types.ts'

/**
 * One line per road, edges joined end to end, so that a name stands once on its road. A road that is interrupted
 * gives several features, numbered from 2.
 */
export function collectRoads(
  plan: Pick<GroundPlan, 'edges' | 'nationalRoad'>,
  params: PlanParams,
  project: Projector,
): FeatureOf<'roads'>[] {
  const out: FeatureOf<'roads'>[] = []
  for (const road of params.roads) {
    const runs = joinRuns(plan.edges.filter((edge) => edge.roadId === road.id))
    for (const [i, line] of runs.entries()) {
      out.push({
        type: 'Feature',
        id: `road-${road.id.toLowerCase()}${i === 0 ? '' : `-${i + 1}`}`,
        geometry: { type: 'LineString', coordinates: project.toLine(simplifiedLine(line, 0.3)) },
        properties: { roadId: road.id, name: road.name, class: road.class, widthM: road.widthM },
      })
    }
  }
  const national = params.nationalRoad
  if (national) {
    out.push({
      type: 'Feature',
      id: `road-${national.id.toLowerCase()}`,
      geometry: { type: 'LineString', coordinates: project.toLine(simplifiedLine(plan.nationalRoad, 0.3)) },
      properties: { roadId: national.id, name: national.name, class: 'national', widthM: national.zoneM * 2 },
    })
  }
  return out
}

/** Edges come in order along their road: a run ends where the next edge does not start at its end. */
function joinRuns(edges: readonly RoadEdge[]): Vec[][] {
  const runs: Vec[][] = []
  let end = -1
  for (const edge of edges) {
    const run = runs.at(-1)
    if (run && edge.a === end) run.push(...edge.points.slice(1))
    else runs.push([...edge.points])
    end = edge.b
  }
  return runs
}
