import type { PlotFeature } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import { footOn } from './flat-earth.ts'

export interface Place {
  /** Code of the plot at whose front it is. */
  plotCode: string
  roadId: string | null
}

/** Nearest plot front within `withinM` metres of a position; null where none is near. */
export function placeOf(position: Position, plots: readonly PlotFeature[], withinM = 150): Place | null {
  let best: Place | null = null
  let bestM = withinM
  for (const { properties } of plots) {
    const [start, end] = properties.front
    const { distanceM } = footOn(position, cornerOf(start), cornerOf(end))
    if (distanceM >= bestM) continue
    best = { plotCode: properties.code, roadId: properties.roadId }
    bestM = distanceM
  }
  return best
}

function cornerOf(corner: readonly number[]): Position {
  return [corner[0] ?? Number.NaN, corner[1] ?? Number.NaN]
}
