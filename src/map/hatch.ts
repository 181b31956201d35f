import type { Palette } from './tokens.ts'

/** Edge of the hatch's tile, device pixels at two for one of the style. */
export const HATCH_PX = 16

/** Tile of the hatch of what has no data. */
export function drawHatch(g: CanvasRenderingContext2D, palette: Palette): void {
  g.fillStyle = palette.hatchGround
  g.fillRect(0, 0, HATCH_PX, HATCH_PX)
  g.strokeStyle = palette.hatchLine
  g.lineWidth = 2.2
  for (const offset of [-HATCH_PX, 0, HATCH_PX]) {
    g.beginPath()
    g.moveTo(offset - 2, 18)
    g.lineTo(offset + 18, -2)
    g.stroke()
  }
}

/** Tile of the hatch in units of the style. */
const SCALE = 0.5

/** The hatch as something to fill areas of a canvas with, as large as on the map; null where there is none to be had. */
export function hatchPattern(g: CanvasRenderingContext2D, palette: Palette): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = HATCH_PX
  tile.height = HATCH_PX
  const ink = tile.getContext('2d')
  if (!ink) return null
  drawHatch(ink, palette)
  const pattern = g.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(SCALE))
  return pattern
}
