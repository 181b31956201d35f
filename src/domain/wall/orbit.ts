/** Radius in CSS pixels that the picture never leaves. */
export const ORBIT_PX = 4

/** Whole-pixel places on a small ring, in an order that never jumps across it. */
const RING: readonly (readonly [number, number])[] = [
  [0, 0],
  [2, 0],
  [3, 2],
  [2, 3],
  [0, 4],
  [-2, 3],
  [-3, 2],
  [-4, 0],
  [-3, -2],
  [-2, -3],
  [0, -4],
  [2, -3],
  [3, -2],
  [4, 0],
]

/**
 * Offset of the whole picture against burn-in, another one each minute: at least eight different ones in an hour,
 * never more than `ORBIT_PX` from the middle.
 *
 * @param minute whole minutes since the wall began; negative and broken ones count as the first
 */
export function orbitOffset(minute: number): readonly [number, number] {
  const at = Number.isFinite(minute) ? Math.max(0, Math.floor(minute)) % RING.length : 0
  return RING[at] ?? [0, 0]
}
