import { bufferLines, byArea, intersect, offset, subtract, toRegions } from '../clip.ts'
import { signedArea } from '../geometry.ts'
import type { Ring, Vec } from '../types.ts'
import type { SiteContext } from './site-context.ts'

const LAKE_PARK_M2 = 60_000
const PATH_HALF_M = 1.6

/** Central park: a lake with a path around it and a path along the edge; small parks get two crossing paths. */
export function layOutPark(context: SiteContext): void {
  const { pad, site } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  const loops: Vec[][] = []
  const edge = byArea(offset([site.ring], -13, 'round'))[0]
  if (edge) loops.push(closeLoop(edge))
  if (signedArea(site.ring) > LAKE_PARK_M2) {
    const radius = Math.min(W * 0.3, 170)
    const shore: Ring = Array.from({ length: 40 }, (_, i): Vec => {
      const t = (i / 40) * 2 * Math.PI
      const r = radius * (1 + 0.18 * Math.sin(2 * t + 1) + 0.12 * Math.sin(3 * t))
      return pad.at(W * 0.52 + r * Math.cos(t), D * 0.52 + r * 0.42 * Math.sin(t))
    })
    for (const lake of intersect([shore], offset([site.ring], -24))) {
      context.ponds.push(lake)
      const around = byArea(offset([lake], 9, 'round'))[0]
      if (around) loops.push(closeLoop(around))
    }
  } else {
    loops.push([pad.at(W * 0.05, D * 0.05), pad.at(W * 0.95, D * 0.95)])
    loops.push([pad.at(W * 0.95, D * 0.05), pad.at(W * 0.05, D * 0.95)])
  }
  const paths = subtract(intersect(bufferLines(loops, PATH_HALF_M, 'butt'), [context.allowed]), [])
  for (const region of toRegions(paths)) pad.yard('path', region.ring, region.holes)
}

function closeLoop(ring: Ring): Vec[] {
  const first = ring[0]
  return first ? [...ring, first] : []
}
