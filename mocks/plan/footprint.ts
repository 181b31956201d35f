import type { Vec } from './types.ts'

const ROUND_CORNERS = 20

/** Corners of a footprint in the frame that it stands in, counter-clockwise; round ones inscribe their rectangle. */
export function footprintCorners(x: number, y: number, w: number, d: number, round: boolean): Vec[] {
  if (!round) {
    return [
      [x, y],
      [x + w, y],
      [x + w, y + d],
      [x, y + d],
    ]
  }
  return Array.from({ length: ROUND_CORNERS }, (_, i): Vec => {
    const angle = (i / ROUND_CORNERS) * 2 * Math.PI
    return [x + (w / 2) * (1 + Math.cos(angle)), y + (d / 2) * (1 + Math.sin(angle))]
  })
}
