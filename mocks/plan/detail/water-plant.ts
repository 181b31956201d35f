import { intersect } from '../clip.ts'
import { round } from './extras.ts'
import { addBox, addUnit, type SiteContext } from './site-context.ts'

/** Water works: sedimentation basins, filters, clear-water tanks, pump house and tower. */
export function layOutWaterPlant(context: SiteContext): void {
  const { pad, allowed } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  for (const ring of intersect([pad.rect(0, D * 0.34, W, 6)], [allowed])) pad.yard('street', ring)
  for (let i = 0; i < 2; i++) {
    const x = W * 0.08 + i * W * 0.23
    const [w, d] = [W * 0.2, D * 0.44]
    if (!pad.claim(x, D * 0.42, w, d, 1)) continue
    pad.yard('basin-wall', pad.rect(x - 2, D * 0.42 - 2, w + 4, d + 4))
    pad.yard('basin', pad.rect(x, D * 0.42, w, d))
    addUnit(context, `sedimentation-${i + 1}`, x + w / 2, D * 0.64)
  }
  const filtersX = W * 0.57
  if (pad.claim(filtersX - 1, D * 0.42 - 1, 90, D * 0.3 + 2)) {
    pad.yard('basin-wall', pad.rect(filtersX - 0.8, D * 0.42 - 0.8, 88.6, D * 0.3 + 1.6))
    for (let i = 0; i < 6; i++) pad.yard('basin', pad.rect(filtersX + i * 15, D * 0.42, 12, D * 0.3))
    addUnit(context, 'filters', filtersX + 44, D * 0.57)
  }
  if (addBox(context, 'utility', [filtersX, D * 0.77, 60, 18], 9))
    addUnit(context, 'pumps', filtersX + 30, D * 0.77 + 9)
  if (addBox(context, 'office', [W * 0.82, D * 0.77, 34, 16], 8))
    addUnit(context, 'control', W * 0.82 + 17, D * 0.77 + 8)
  for (let i = 0; i < 2; i++) {
    const x = filtersX + i * 48
    if (!pad.claim(x, D * 0.11, 40, 34, 1)) continue
    pad.build({ kind: 'tank', x, y: D * 0.11, w: 40, d: 34, heightM: 4.5, roof: 'flat' })
    addUnit(context, `clear-water-${i + 1}`, x + 20, D * 0.11 + 17)
  }
  addBox(context, 'utility', [W * 0.3, D * 0.14, 46, 16], 8)
  if (pad.claim(W * 0.2 - 7, D * 0.2 - 7, 14, 14)) {
    round(pad, 'tank', W * 0.2, D * 0.2, 7, 26)
    addUnit(context, 'water-tower', W * 0.2, D * 0.2)
  }
}
