import type { Projection } from '../geo.ts'
import type { WallMap } from '../map-types.ts'
import { followDeskMarks } from './desk-marks.ts'
import type { MarkGround } from './mark-ground.ts'
import { followMarks } from './place-marks.ts'

/** Moves the marks with the map: at a desk beside what they speak of, on a wall clear of its seams. */
export function moveMarks(map: Projection, layer: HTMLElement, ground: MarkGround, wall: WallMap | undefined): void {
  if (wall) followMarks(map, layer, ground.places, wall)
  else followDeskMarks(map, layer, ground)
}
