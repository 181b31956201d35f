import type { Metres } from './geo.ts'

/** Distance of the origin to a segment, in the segment's unit. */
export function distanceToSegment(a: Metres, b: Metres): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / length))
  return Math.hypot(a[0] + t * dx, a[1] + t * dy)
}
