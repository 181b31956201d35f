import { bufferLines, byArea, subtract } from './clip.ts'
import type { FrameSet } from './frames.ts'
import { isInside, signedArea, splineThrough } from './geometry.ts'
import type { PlanParams, Place } from './params.ts'
import type { Ring, Vec } from './types.ts'

const STREAM_STEP_M = 20
const NATIONAL_ROAD_STEP_M = 60
const FIT_STEPS = 24
const FIT_RANGE_M: Vec = [-250, 300]

export interface HardLines {
  boundary: Ring
  /** How far the 'grow' places moved out to reach the published area, metres. */
  growM: number
  stream: Vec[]
  nationalRoad: Vec[]
}

/** Stream, national road and the boundary between them, its grown side bisected to the published area. */
export function buildHardLines(params: PlanParams, frames: FrameSet): HardLines {
  const fixed = (place: Place): Vec => frames.resolve(place, 0)
  const stream = params.stream ? splineThrough(params.stream.points.map(fixed), STREAM_STEP_M) : []
  const nationalRoad = params.nationalRoad
    ? splineThrough(params.nationalRoad.points.map(fixed), NATIONAL_ROAD_STEP_M)
    : []
  const kept: Ring[] = []
  if (params.stream) kept.push(...bufferLines([stream], params.stream.bankM))
  if (params.nationalRoad) kept.push(...bufferLines([nationalRoad], params.nationalRoad.zoneM))
  const cut = (growM: number): Ring => {
    const outline = params.boundary.outline.map((place) => frames.resolve(place, growM))
    if (signedArea(outline) < 0) outline.reverse()
    const pieces = byArea(subtract([outline], kept))
    const boundary = pieces.find((piece) => isInside(piece, frames.place(frames.at([0, 0]).id, 0, 0))) ?? pieces[0]
    if (!boundary) throw new Error('plan params: the boundary outline leaves no land')
    return boundary
  }
  let [low, high] = FIT_RANGE_M
  for (let step = 0; step < FIT_STEPS; step++) {
    const middle = (low + high) / 2
    if (signedArea(cut(middle)) > params.boundary.areaHa * 1e4) high = middle
    else low = middle
  }
  const growM = (low + high) / 2
  const boundary = cut(growM)
  const missed = Math.abs(signedArea(boundary) / 1e4 - params.boundary.areaHa)
  if (missed > 0.5) {
    throw new Error(
      `plan params: boundary misses ${params.boundary.areaHa} ha by ${missed.toFixed(1)} ha; no place grows?`,
    )
  }
  return { boundary, growM, stream, nationalRoad }
}
