import { bufferLines, intersect, offset, opened, subtract } from './clip.ts'
import type { FrameSet } from './frames.ts'
import { signedArea } from './geometry.ts'
import type { HardLines } from './hard-lines.ts'
import type { Land } from './land.ts'
import type { PlanParams } from './params.ts'
import type { Ring, Vec } from './types.ts'

const SHORE_M = 14
/** Beyond the water's edge. */
const STREAM_CLEAR_M = 29
const SHORE_ROUNDING_M = 12
const MIN_M2 = 900
const CORNERS = 28

/** Storm ponds: irregular ovals in the stream park, clear of its edge and of the stream. */
export function buildPonds(params: PlanParams, frames: FrameSet, hard: HardLines, greens: Land['greens']): Ring[] {
  const park = greens.filter((green) => green.kind === 'stream-park').flatMap((green) => offset([green.ring], -SHORE_M))
  const stream =
    hard.stream.length > 1 ? bufferLines([hard.stream], (params.stream?.halfWidthM ?? 0) + STREAM_CLEAR_M) : []
  return params.ponds.flatMap((spec, i) => {
    const centre = frames.resolve(spec.at, hard.growM)
    const { e1, e2 } = frames.at(centre)
    const [a, b] = spec.radiiM
    const shore = Array.from({ length: CORNERS }, (_, k): Vec => {
      const t = (k / CORNERS) * 2 * Math.PI
      const bulge = 1 + 0.1 * Math.sin(2 * t + i) + 0.08 * Math.sin(3 * t + 2 * i)
      const [x, y] = [a * bulge * Math.cos(t), b * bulge * Math.sin(t)]
      return [centre[0] + e1[0] * x + e2[0] * y, centre[1] + e1[1] * x + e2[1] * y]
    })
    return opened(subtract(intersect([shore], park), stream), SHORE_ROUNDING_M).filter(
      (ring) => signedArea(ring) > MIN_M2,
    )
  })
}
