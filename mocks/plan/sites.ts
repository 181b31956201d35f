import { byArea, intersect, offset, opened, subtract } from './clip.ts'
import type { FrameSet } from './frames.ts'
import { centroid, signedArea } from './geometry.ts'
import type { PlanParams } from './params.ts'
import type { Ring, SitePlan } from './types.ts'

const CORNER_M = 7
/** Keeps sites and plots apart by more than the rounding of six decimals. */
const GAP_M = 0.1
const SITE_MIN_M2 = 3000
const BLOCK_CORNER_M = 9
const BLOCK_MIN_M2 = 5000

/** Carves the technical and service sites; what is left, with rounded corners, are the blocks for plots. */
export function carveSites(
  params: PlanParams,
  frames: FrameSet,
  buildable: readonly Ring[],
): { sites: SitePlan[]; blocks: Ring[] } {
  const sites: SitePlan[] = []
  let rest: Ring[] = [...buildable]
  for (const spec of params.sites) {
    const rect = frames.rect(...spec.rect)
    const pieces = byArea(offset(opened(intersect(rest, [rect]), CORNER_M), -GAP_M)).filter(
      (ring) => signedArea(ring) > SITE_MIN_M2,
    )
    if (pieces.length === 0) throw new Error(`plan params: site "${spec.id}" finds no free land`)
    // A road may cut a site: its parts count on from 2.
    for (const [i, ring] of pieces.entries()) {
      sites.push({ id: i === 0 ? spec.id : `${spec.id}-${i + 1}`, kind: spec.kind, ring, centre: centroid(ring) })
    }
    rest = subtract(rest, [rect])
  }
  const blocks = opened(rest, BLOCK_CORNER_M).filter((ring) => signedArea(ring) > BLOCK_MIN_M2)
  return { sites, blocks }
}
