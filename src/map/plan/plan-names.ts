import { metresPerPixel } from '../geo.ts'
import type { DrawnCollection } from '../style/style-types.ts'
import type { Palette } from '../tokens.ts'
import type { PlanView } from './plan-view.ts'

const SQUARE_METRES_PER_HA = 10_000
/** Edge of the least square plot that its code fits into, in heights of a letter. */
const ROOM = 3
const HALO = 0.25

interface Box {
  x: number
  y: number
  width: number
}

/** Writes the code of each plot that has room for it, large plots first; `letterPx` is the height of a letter. */
export function drawPlotCodes(
  g: CanvasRenderingContext2D,
  labels: DrawnCollection,
  view: PlanView,
  palette: Palette,
  letterPx: number,
): void {
  g.font = `600 ${letterPx}px "Inter Variable", sans-serif`
  g.textAlign = 'center'
  g.textBaseline = 'middle'
  g.lineJoin = 'round'
  g.setLineDash([])
  g.lineWidth = letterPx * HALO
  g.strokeStyle = palette.halo
  g.fillStyle = palette.label
  const written: Box[] = []
  const isFree = (box: Box): boolean =>
    written.every(({ x, y, width }) => Math.abs(x - box.x) > (width + box.width) / 2 || Math.abs(y - box.y) > letterPx)
  const bySize = labels.features.toSorted((a, b) => Number(b.properties['areaHa']) - Number(a.properties['areaHa']))
  for (const { geometry, properties } of bySize) {
    if (geometry.type !== 'Point') continue
    const [lng = 0, lat = 0] = geometry.coordinates
    const edge = Math.sqrt(Number(properties['areaHa']) * SQUARE_METRES_PER_HA) / metresPerPixel(view.zoom, lat)
    if (!(edge > ROOM * letterPx)) continue
    const [x, y] = view.project(lng, lat)
    const code = String(properties['code'])
    const box = { x, y, width: g.measureText(code).width + letterPx / 2 }
    if (!isFree(box)) continue
    written.push(box)
    g.strokeText(code, x, y)
    g.fillText(code, x, y)
  }
}
