import { intersect } from '../clip.ts'
import { round } from './extras.ts'
import { addBox, addClarifier, addLanes, addUnit, type SiteContext } from './site-context.ts'

/** Treatment plant in process order: inlet in the north-east, effluent towards the south and west. */
export function layOutWastewaterPlant(context: SiteContext): void {
  const { pad, allowed } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  const street = (x: number, y: number, w: number, d: number): void => {
    for (const ring of intersect([pad.rect(x, y, w, d)], [allowed])) pad.yard('street', ring)
  }
  const middle = W * 0.56
  const top = D * 0.5 + 8
  street(0, D * 0.5 - 3, W, 6)
  street(middle, 0, 6, D)

  if (addBox(context, 'utility', [W - 40, top + 4, 22, 13], 8)) addUnit(context, 'inlet', W - 29, top + 10)
  addLanes(context, [W - 72, top + 4, 26, 20], 4)
  if (addLanes(context, [W - 72, top + 34, 58, 34], 2)) addUnit(context, 'equalisation', W - 43, top + 51)
  for (const [i, y] of [top + 24, top + 66].entries()) {
    if (addClarifier(context, middle - 24, y, 17)) addUnit(context, `primary-clarifier-${i + 1}`, middle - 24, y)
  }
  const laneW = middle - 50 - W * 0.2
  for (const [i, y] of [top + 6, top + 47].entries()) {
    if (addLanes(context, [W * 0.2, y, laneW, 34], 4))
      addUnit(context, `aeration-${i + 1}`, W * 0.2 + laneW / 2, y + 17)
  }
  let clarifiers = 0
  for (const x of [middle + 34, middle + 78, middle - 28, middle - 72]) {
    if (!addClarifier(context, x, D * 0.5 - 32, 18)) continue
    clarifiers += 1
    addUnit(context, `secondary-clarifier-${clarifiers}`, x, D * 0.5 - 32)
  }
  const low = D * 0.5 - 84
  if (addBox(context, 'utility', [middle + 14, top + 4, 24, 14], 8)) addUnit(context, 'blowers', middle + 26, top + 11)
  if (addBox(context, 'office', [W - 46, D * 0.5 - 34, 32, 15], 8)) addUnit(context, 'control', W - 30, D * 0.5 - 27)
  if (addLanes(context, [middle + 44, low + 10, 40, 16], 3)) addUnit(context, 'disinfection', middle + 64, low + 18)
  if (addBox(context, 'utility', [W - 42, low + 8, 20, 18], 7)) addUnit(context, 'reclaimed', W - 32, low + 17)
  for (const [i, x] of [middle + 30, middle + 54].entries()) {
    if (!pad.claim(x - 9, top + 36, 18, 18)) continue
    round(pad, 'tank', x, top + 45, 8.5, 7)
    addUnit(context, `sludge-tank-${i + 1}`, x, top + 45)
  }
  if (addBox(context, 'utility', [middle + 89, low + 12, 12, 9], 4.5)) addUnit(context, 'outlet', middle + 95, low + 16)
}
