import { boxOf, dot } from './geometry.ts'
import type { GroundPlan, PlotPlan, Ring, SitePlan, Vec } from './types.ts'

/** Right-handed frame of a plot or site: x along its front, y inward, metres. */
export interface LocalFrame {
  origin: Vec
  ex: Vec
  ey: Vec
  widthM: number
  depthM: number
}

/** A site has no front of its own: its frame follows the land and starts at the south-west corner of its box. */
export function siteFrame(site: Pick<SitePlan, 'ring' | 'centre'>, frameAt: GroundPlan['frameAt']): LocalFrame {
  const { e1, e2 } = frameAt(site.centre)
  const box = boxOf(site.ring.map((p): Vec => [dot(p, e1), dot(p, e2)]))
  return {
    origin: [e1[0] * box.minX + e2[0] * box.minY, e1[1] * box.minX + e2[1] * box.minY],
    ex: e1,
    ey: e2,
    widthM: box.maxX - box.minX,
    depthM: box.maxY - box.minY,
  }
}

/** Frames of everything that buildings stand on, by feature id. */
export function localFrames(plan: Pick<GroundPlan, 'plots' | 'sites' | 'frameAt'>): Map<string, LocalFrame> {
  return new Map<string, LocalFrame>([
    ...plan.plots.map((plot): [string, PlotPlan] => [plot.id, plot]),
    ...plan.sites.map((site): [string, LocalFrame] => [site.id, siteFrame(site, plan.frameAt)]),
  ])
}

export function toWorld(frame: Pick<LocalFrame, 'origin' | 'ex' | 'ey'>, x: number, y: number): Vec {
  return [frame.origin[0] + frame.ex[0] * x + frame.ey[0] * y, frame.origin[1] + frame.ex[1] * x + frame.ey[1] * y]
}

export function rectInFrame(frame: LocalFrame, x: number, y: number, w: number, d: number): Ring {
  return [toWorld(frame, x, y), toWorld(frame, x + w, y), toWorld(frame, x + w, y + d), toWorld(frame, x, y + d)]
}
