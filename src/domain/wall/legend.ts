import type { Rect, WallLayout } from './layout.ts'

/** Size of a legend of five classes under its name, in its letters. */
const HEIGHT = 7.6
const WIDTH = 10

/**
 * Place of what the colours of the map mean: the lower left corner of the stage, inside one panel and clear of its
 * seams. Unit: CSS pixels of the wall. Never fails. Source: hmi.md, rule 4.4.
 */
export function legendRect({ cells, stage, margin, type }: WallLayout): Rect {
  const panel = cells.findLast(({ x, y }) => x === stage.x && y < stage.y + stage.height) ?? stage
  const height = Math.min(panel.height - margin, type.label * HEIGHT)
  return {
    x: panel.x + margin,
    y: panel.y + panel.height - height - margin / 2,
    width: Math.min(panel.width - 2 * margin, type.label * WIDTH),
    height,
  }
}
