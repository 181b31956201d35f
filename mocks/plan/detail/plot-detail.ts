import { byArea, intersect, offset } from '../clip.ts'
import { isInside, nearestOnLine, signedArea } from '../geometry.ts'
import type { PlanParams } from '../params.ts'
import { randomStream } from '../random.ts'
import type { PlotPlan, Ring, Vec } from '../types.ts'
import { fillCampus } from './campus.ts'
import { EXTRAS } from './extras.ts'
import { placeFrontBand } from './front-band.ts'
import { fillHalls, type HallSpec } from './halls.ts'
import { INDUSTRY_TYPES } from './industry-types.data.ts'
import { createPad, type PadOutput } from './pad.ts'

const CAMPUS_HA = 9
const REAR_BAND_M = 22
/** Guard house and roofs of sheds stay a little below the legal density. */
const DENSITY_SAFETY = 0.97

/** Clear strip along the fence and depth of the front garden by plot size, metres. */
function setbacks(areaHa: number): { fenceM: number; frontM: number } {
  if (areaHa > 10) return { fenceM: 12, frontM: 24 }
  if (areaHa > 3) return { fenceM: 8, frontM: 16 }
  return { fenceM: 6, frontM: 12 }
}

/** Buildings and yards of one plot; also moves its gate and meters to where the layout puts the entrance. */
export function detailPlot(params: PlanParams, plot: PlotPlan, solarPlot: boolean, output: PadOutput): PlotPlan {
  const { fenceM, frontM } = setbacks(plot.areaHa)
  const allowed = byArea(offset([plot.ring], -fenceM))[0]
  if (plot.status === 'vacant' || !plot.industry || !allowed) return placeGate(plot, plot.widthM / 2)
  const random = randomStream(params.seed, `plot:${plot.id}`)
  const roofLimitM2 = plot.areaHa * 1e4 * params.occupancy.maxCoverage * DENSITY_SAFETY
  const pad = createPad(plot.id, plot, allowed, roofLimitM2, random, output)
  const type = INDUSTRY_TYPES[plot.industry]
  const scale = plot.areaHa < 1.5 ? 0.7 : plot.areaHa > 5 ? 1.15 : 1
  const halls: HallSpec = {
    ...type,
    hallWidthM: type.hallWidthM * scale,
    hallLengthM: type.hallLengthM * scale,
    solar: solarPlot ? 0.7 : 0,
    skip: 0,
  }
  if (plot.status === 'construction') {
    pad.yard('bare', allowed)
    const shell = { x0: fenceM + 10, y0: frontM + 20, x1: plot.widthM * 0.6, y1: plot.depthM * 0.6 }
    fillHalls(pad, shell, { ...halls, roof: 'none', heightM: 6, docks: false, solar: 0 })
    return placeGate(plot, plot.widthM / 2)
  }
  const lawn = byArea(intersect([pad.rect(0, 0, plot.widthM, frontM - 4)], offset([plot.ring], -2)))[0]
  if (lawn && signedArea(lawn) > 100) pad.yard('lawn', lawn)
  const { gateX, endY } = placeFrontBand(pad, frontM, plot.areaHa > 6)
  if (plot.areaHa > CAMPUS_HA) {
    fillCampus(
      pad,
      plot,
      allowed,
      { x0: fenceM + 4, y0: endY, x1: plot.widthM - fenceM - 4, y1: plot.depthM - fenceM - 4 },
      type,
      halls,
    )
    return placeGate(plot, gateX)
  }
  const rearM = plot.areaHa > 2.2 ? REAR_BAND_M : 0
  const rearY = plot.depthM - fenceM - 19
  let endX = plot.widthM - fenceM - 6
  if (plot.areaHa > 3 && random() < 0.25) {
    // Land kept for a later hall.
    endX = plot.widthM * (0.62 + random() * 0.15)
    const kept = byArea(intersect([pad.rect(endX + 6, endY, plot.widthM, plot.depthM)], [allowed]))[0]
    if (kept) pad.yard('lawn', kept)
  }
  if (rearM > 0) {
    let x = fenceM + 6
    for (const extra of type.extras) {
      if (x > endX - 20) break
      EXTRAS[extra](pad, x, rearY, Math.max(20, (endX - x) / 2), 17)
      x += 52
    }
    if (x < endX - 24 && pad.claim(x, rearY + 2, 22, 12, 3)) {
      pad.build({ kind: 'canteen', x, y: rearY + 2, w: 22, d: 12, heightM: 5 })
    }
  }
  const dockM = type.docks ? 14 : 0
  const field = { x0: fenceM + 6 + dockM, y0: endY, x1: endX, y1: plot.depthM - fenceM - 4 - rearM }
  fillHalls(pad, field, halls)
  if (!type.extras.includes('utility') && plot.areaHa > 1) {
    EXTRAS.utility(pad, plot.widthM - fenceM - 20, plot.depthM - fenceM - 16, 18, 12)
  }
  return placeGate(plot, gateX)
}

/** Gate on the fence nearest to its place on the front, meters three metres inside. */
function placeGate(plot: PlotPlan, x: number): PlotPlan {
  const wished: Vec = [plot.origin[0] + plot.ex[0] * x, plot.origin[1] + plot.ex[1] * x]
  const gate = nearestOnLine(closedLine(plot.ring), wished).p
  const inner = byArea(offset([plot.ring], -3))[0] ?? plot.ring
  const inside: Vec = [gate[0] + plot.ey[0] * 6, gate[1] + plot.ey[1] * 6]
  const meters = isInside(inner, inside) ? inside : nearestOnLine(closedLine(inner), inside).p
  return { ...plot, gate, meters }
}

function closedLine(ring: Ring): Vec[] {
  const first = ring[0]
  return first ? [...ring, first] : []
}
