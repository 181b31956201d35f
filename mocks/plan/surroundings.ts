import { bufferLines, offset, simplified, subtract, toRegions, unite } from './clip.ts'
import { boxOf, boxesMeet, isInsideAny, lineLength, pointAlong, signedArea } from './geometry.ts'
import type { HardLines } from './hard-lines.ts'
import type { PlanParams } from './params.ts'
import { randomStream } from './random.ts'
import type { GroundPlan, Ring, Vec } from './types.ts'

type Surrounding = GroundPlan['surroundings'][number]

const KEEP_CLEAR_M = 26
/** Beyond the water's edge. */
const STREAM_CLEAR_M = 35
const BANK_M = 33
const ROAD_CLEAR_M = 90
const TRACK_M = 8
const CELL_MIN_M2 = 9000
const HOUSE_STEP_M = 22
const HOUSE_REACH_M = 2600
const HOUSE_ROWS_M = [46, 68] as const

/** Faint land around the park: rubber compartments, fields, the stream's banks, houses along the national road. */
export function buildSurroundings(params: PlanParams, hard: HardLines): Surrounding[] {
  const spec = params.surroundings
  if (!spec) return []
  const keep = offset([hard.boundary], KEEP_CLEAR_M, 'round')
  const out: Surrounding[] = []
  const waterHalfM = params.stream?.halfWidthM ?? 0
  if (hard.stream.length > 1) {
    const banks = subtract(unite(bufferLines([hard.stream], waterHalfM + BANK_M)), [hard.boundary])
    for (const region of toRegions(simplified(banks, 1))) out.push({ kind: 'bank', ...region })
  }
  const hardLand = [
    ...keep,
    ...(hard.stream.length > 1 ? bufferLines([hard.stream], waterHalfM + STREAM_CLEAR_M) : []),
    ...(hard.nationalRoad.length > 1 ? bufferLines([hard.nationalRoad], ROAD_CLEAR_M) : []),
  ]
  const random = randomStream(params.seed, 'surroundings')
  for (const cell of gridCells(spec.cellM, (spec.tiltDeg * Math.PI) / 180, spec.reachM)) {
    const kind = random() < spec.plantationShare ? 'plantation' : 'field'
    const near = hardLand.filter((ring) => boxesMeet(boxOf(ring), boxOf(cell)))
    const left = near.length > 0 ? simplified(subtract([cell], near), 1.5) : [cell]
    for (const region of toRegions(left)) if (signedArea(region.ring) > CELL_MIN_M2) out.push({ kind, ...region })
  }
  if (spec.houses && hard.nationalRoad.length > 1) {
    for (const ring of roadsideHouses(params, hard, keep)) out.push({ kind: 'house', ring, holes: [] })
  }
  return out
}

function gridCells([w, d]: readonly [number, number], tilt: number, reachM: number): Ring[] {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const turn = (u: number, v: number): Vec => [u * cos - v * sin, u * sin + v * cos]
  const cells: Ring[] = []
  const columns = Math.ceil(reachM / w)
  const rows = Math.ceil((reachM * 0.7) / d)
  for (let i = -columns; i < columns; i++) {
    for (let j = -rows; j < rows; j++) {
      // Every other row is shifted, as compartments are.
      const x = i * w + (Math.abs(j) % 2) * w * 0.28 + TRACK_M
      const y = j * d + TRACK_M
      const [x1, y1] = [x + w - 2 * TRACK_M, y + d - 2 * TRACK_M]
      cells.push([turn(x, y), turn(x1, y), turn(x1, y1), turn(x, y1)])
    }
  }
  return cells
}

/** Two broken rows of houses on either side of the national road. */
function roadsideHouses(params: PlanParams, hard: HardLines, keep: readonly Ring[]): Ring[] {
  const random = randomStream(params.seed, 'houses')
  const road = hard.nationalRoad
  const middle = lineLength(road) / 2
  const out: Ring[] = []
  for (let s = middle - HOUSE_REACH_M; s < middle + HOUSE_REACH_M; s += HOUSE_STEP_M) {
    const { p, heading } = pointAlong(road, s)
    const [cos, sin] = [Math.cos(heading), Math.sin(heading)]
    for (const side of [-1, 1]) {
      for (const [row, awayM] of HOUSE_ROWS_M.entries()) {
        if (random() > (row === 0 ? 0.72 : 0.36)) continue
        const away = (awayM + random() * 7) * side
        const [along, across] = [5 + random() * 3, 4 + random() * 3.5]
        const corner = (u: number, v: number): Vec => [p[0] + cos * u - sin * v, p[1] + sin * u + cos * v]
        if (isInsideAny(keep, corner(0, away))) continue
        out.push([
          corner(-along, away - across),
          corner(along, away - across),
          corner(along, away + across),
          corner(-along, away + across),
        ])
      }
    }
  }
  return out
}
