import { addBox, addUnit, type SiteContext } from './site-context.ts'

const BAYS = 6

/** 110/22 kV substation: gantries over the bays, two transformers in their bunds, switchgear house. */
export function layOutSubstation(context: SiteContext): void {
  const { pad } = context
  const W = pad.frame.widthM
  const D = pad.frame.depthM
  pad.yard('gravel', pad.rect(10, 10, W - 20, D - 20))
  const busY = D * 0.5
  for (let i = 0; i < BAYS; i++) {
    const x = 18 + (i * (W - 36)) / (BAYS - 0.5)
    if (!pad.fits(x - 4, busY + 14, 10, 22)) continue
    pad.build({ kind: 'gantry', x, y: busY + 14, w: 1.2, d: 22, heightM: 9, baseM: 8 })
    pad.build({ kind: 'gantry', x: x - 4, y: busY + 14, w: 10, d: 1.2, heightM: 10, baseM: 9 })
    for (let phase = 0; phase < 3; phase++) {
      pad.build({ kind: 'utility', x: x - 3 + phase * 3, y: busY + 22, w: 1.2, d: 1.2, heightM: 4.5 })
    }
  }
  for (const [i, share] of [0.28, 0.62].entries()) {
    const x = W * share
    if (!pad.claim(x - 3, busY - 11, 17, 14)) continue
    pad.yard('bund', pad.rect(x - 3, busY - 11, 17, 14))
    pad.build({ kind: 'transformer', x, y: busY - 8, w: 11, d: 8, heightM: 6.5 })
    pad.build({ kind: 'utility', x: x - 2.4, y: busY - 8, w: 1.4, d: 8, heightM: 5 })
    addUnit(context, `t${i + 1}`, x + 5.5, busY - 4)
  }
  const houseW = Math.min(52, W * 0.42)
  if (addBox(context, 'utility', [14, 14, houseW, 13], 6.5)) addUnit(context, 'switchgear', 14 + houseW / 2, 20.5)
  addBox(context, 'utility', [W - 44, 14, 26, 10], 5)
}
