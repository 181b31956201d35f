import { byArea, intersect } from '../clip.ts'
import { signedArea } from '../geometry.ts'
import type { PlotPlan, Ring } from '../types.ts'
import { EXTRAS } from './extras.ts'
import { fillHalls, type Field, type HallSpec } from './halls.ts'
import type { Extra, IndustryType } from './industry-types.data.ts'
import type { Pad } from './pad.ts'

const STREET_M = 16
const GIANT_HA = 30
const GIANT_EXTRAS: readonly Extra[] = ['tanks', 'polymer', 'utility']

/** A large plot: cells of 170 to 235 m between internal streets, each with its own use, utilities in the last row. */
export function fillCampus(
  pad: Pad,
  plot: PlotPlan,
  allowed: Ring,
  area: Field,
  type: IndustryType,
  halls: HallSpec,
): void {
  const giant = plot.areaHa > GIANT_HA
  const { random } = pad
  const columns = cellsAlong(area.x1 - area.x0, giant ? 235 : 170)
  const rows = cellsAlong(area.y1 - area.y0, giant ? 200 : 170)
  const [w, d] = [columns.sizeM, rows.sizeM]
  for (let i = 1; i < columns.count; i++) {
    street(pad, allowed, area.x0 + i * (w + STREET_M) - STREET_M + 3, area.y0, STREET_M - 6, area.y1 - area.y0)
  }
  for (let j = 1; j < rows.count; j++) {
    street(pad, allowed, area.x0, area.y0 + j * (d + STREET_M) - STREET_M + 3, area.x1 - area.x0, STREET_M - 6)
  }
  for (let j = 0; j < rows.count; j++) {
    for (let i = 0; i < columns.count; i++) {
      const x = area.x0 + i * (w + STREET_M)
      const y = area.y0 + j * (d + STREET_M)
      const roll = random()
      const cell: Field = { x0: x + 4, y0: y + 4, x1: x + w - 4, y1: y + d - 4 }
      const spec: HallSpec = {
        ...halls,
        hallWidthM: type.hallWidthM * (0.7 + random() * 0.6),
        hallLengthM: type.hallLengthM * (0.7 + random() * 0.6),
        roof: random() < 0.72 ? type.roof : random() < 0.5 ? 'monitor' : 'flat',
        heightM: type.heightM * (0.85 + random() * 0.35),
      }
      if (giant && roll < 0.13 && j > 0) {
        for (const ring of intersect([pad.rect(x, y, w, d)], [allowed])) pad.yard('lawn', ring)
        continue
      }
      const utilities = (j === rows.count - 1 && roll < 0.62) || (giant && roll > 0.86)
      if (utilities) {
        fillUtilities(pad, cell, giant ? [...type.extras, ...GIANT_EXTRAS] : type.extras)
        fillHalls(pad, { ...cell, y0: cell.y0 + 46 }, { ...spec, solar: 0 })
      } else {
        fillHalls(pad, cell, { ...spec, solar: halls.solar * (giant ? 0.4 : 1), skip: 0.06 })
      }
    }
  }
}

function cellsAlong(lengthM: number, cellM: number): { count: number; sizeM: number } {
  const count = Math.max(1, Math.round((lengthM + STREET_M) / (cellM + STREET_M)))
  return { count, sizeM: (lengthM - STREET_M * (count - 1)) / count }
}

function street(pad: Pad, allowed: Ring, x: number, y: number, w: number, d: number): void {
  for (const ring of byArea(intersect([pad.rect(x, y, w, d)], [allowed]))) {
    if (signedArea(ring) > 50) pad.yard('street', ring)
  }
}

function fillUtilities(pad: Pad, cell: Field, extras: readonly Extra[]): void {
  const half = (cell.x1 - cell.x0) / 2
  let x = cell.x0
  let y = cell.y0
  for (const extra of extras) {
    EXTRAS[extra](pad, x, y, Math.min(half, 80), 46)
    x += half
    if (x > cell.x1 - 30) {
      x = cell.x0
      y += 48
    }
    if (y > cell.y1 - 20) break
  }
}
