import { addBox, addUnit, type SiteContext } from './site-context.ts'

const HOUSE_ROW_M = 30
/** Narrower housing sites have no green square. */
const SQUARE_FROM_M = 300

/** Waste transfer station: tipping hall, store for hazardous waste, containers and lorries. */
export function layOutTransferStation(context: SiteContext): void {
  const { pad } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  if (pad.fits(18, D * 0.36, W * 0.6, 6)) pad.yard('paved', pad.rect(18, D * 0.34, W - 36, D * 0.12))
  if (addBox(context, 'hall', [22, D * 0.48, W * 0.55, 34], 11)) {
    addUnit(context, 'tipping-hall', 22 + W * 0.275, D * 0.48 + 17)
  }
  addBox(context, 'office', [22, 20, 26, 12], 6)
  if (addBox(context, 'utility', [W * 0.66, D * 0.72, 24, 16], 6)) {
    addUnit(context, 'hazardous-store', W * 0.66 + 12, D * 0.72 + 8)
  }
  for (let i = 0; i < 6; i++) addBox(context, 'container', [W * 0.45 + i * 9, 16, 3, 8], 2.6)
  for (let i = 0; i < 4; i++) addBox(context, 'truck', [W * 0.72, D * 0.45 + i * 8, 9, 2.6], 3.2)
}

/** Fire station: engine hall and drill tower on a paved yard. */
export function layOutFireStation(context: SiteContext): void {
  const { pad } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  if (D * 0.45 - 38 > 4) pad.yard('paved', pad.rect(8, 34, W - 30, D * 0.45 - 38))
  addBox(context, 'civic', [12, D * 0.45, Math.min(60, W - 24), 16], 9)
  addBox(context, 'civic', [12, 18, 16, 12], 18)
}

/** Service centre, customs, clinic: a front building with a tower, car park, then pairs of blocks. */
export function layOutService(context: SiteContext): void {
  const { pad } = context
  const { random } = pad
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  addBox(context, 'civic', [W * 0.2, 16, W * 0.4, 22], 12)
  addBox(context, 'civic', [W * 0.25, 48, Math.min(34, W * 0.3), 22], context.site.id.endsWith('-n') ? 34 : 20)
  if (pad.claim(W * 0.15, 82, W * 0.6, 22)) pad.yard('car-park', pad.rect(W * 0.15, 82, W * 0.6, 22))
  for (let y = 114; y < D - 36; y += 36) {
    addBox(context, 'civic', [W * 0.16, y, W * 0.28, 20], 8 + random() * 8)
    addBox(context, 'civic', [W * 0.5, y, W * 0.3, 20], 8 + random() * 6)
  }
}

/** Workers' housing: rows of five-storey slabs around a green square. */
export function layOutHousing(context: SiteContext): void {
  const { pad } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  const rows = Math.floor((D - 24) / HOUSE_ROW_M)
  for (let j = 0; j < rows; j++) {
    let x = 14
    while (x < W - 30) {
      const w = 52 + pad.random() * 22
      if (x + w > W - 12) break
      const y = 14 + j * HOUSE_ROW_M
      const square = W > SQUARE_FROM_M && Math.abs(x + w / 2 - W * 0.5) < 60 && Math.abs(j - rows / 2) < 1.2
      if (!square) addBox(context, 'housing', [x, y, w, 12.5], j % 3 === 1 ? 18 : 16)
      else if (pad.claim(x, y - 8, w, 28)) pad.yard('lawn', pad.rect(x, y - 8, w, 28))
      x += w + 14
    }
  }
}
