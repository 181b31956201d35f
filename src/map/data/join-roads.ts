import type { FeatureOf, RoadClass } from '../../contract/collections.ts'
import type { Position } from '../../contract/geojson.ts'
import type { DrawnFeature } from '../style/style-types.ts'

type Road = FeatureOf<'roads'>

/** Which names are read first when there is room for few. */
const RANK: Readonly<Record<RoadClass, number>> = { national: 6, axis: 5, arterial: 4, collector: 3, service: 2 }

const key = ([x, y]: Position): string => `${x.toFixed(6)},${y.toFixed(6)}`

/**
 * Joins the pieces of each road end to end: a name needs a line longer than itself,
 * and pieces between two crossings are often shorter.
 */
export function joinRoads(roads: readonly Road[]): DrawnFeature[] {
  const groups = new Map<string, Road[]>()
  for (const road of roads) {
    const list = groups.get(road.properties.roadId)
    if (list) list.push(road)
    else groups.set(road.properties.roadId, [road])
  }
  return [...groups.values()].flatMap((pieces) => {
    const first = pieces[0]
    if (!first || first.properties.name === '') return []
    return joinLines(pieces.map((piece) => piece.geometry.coordinates)).map((coordinates, index): DrawnFeature => ({
      type: 'Feature',
      properties: {
        id: `${first.properties.roadId}-${index}`,
        name: first.properties.name,
        rank: RANK[first.properties.class],
      },
      geometry: { type: 'LineString', coordinates },
    }))
  })
}

/** Chains lines that share an end; lines that share none stay apart. */
export function joinLines(lines: readonly (readonly Position[])[]): Position[][] {
  const left = lines.map((line) => [...line])
  const joined: Position[][] = []
  for (let chain = left.shift(); chain; chain = left.shift()) {
    let grown = true
    while (grown) {
      grown = false
      for (const [index, line] of left.entries()) {
        const merged = mergeAtEnds(chain, line)
        if (!merged) continue
        chain = merged
        left.splice(index, 1)
        grown = true
        break
      }
    }
    joined.push(chain)
  }
  return joined
}

function mergeAtEnds(a: Position[], b: Position[]): Position[] | null {
  const [a0, a1, b0, b1] = [a[0], a.at(-1), b[0], b.at(-1)]
  if (!a0 || !a1 || !b0 || !b1) return null
  if (key(a1) === key(b0)) return [...a, ...b.slice(1)]
  if (key(a1) === key(b1)) return [...a, ...b.toReversed().slice(1)]
  if (key(a0) === key(b1)) return [...b, ...a.slice(1)]
  if (key(a0) === key(b0)) return [...b.toReversed(), ...a.slice(1)]
  return null
}
