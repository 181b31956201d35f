import type { Pad } from './pad.ts'

const BAND_STEPS_M = [0, 4, 8, 12, 18, 24] as const

/** Front band of a factory: office, guard house, cars, motorbike sheds. Returns where the gate is and where it ends. */
export function placeFrontBand(pad: Pad, setbackM: number, big: boolean): { gateX: number; endY: number } {
  const width = pad.frame.widthM
  const officeD = big ? 18 : 13
  const officeW = Math.min(width * 0.34, big ? 72 : 38)
  const centre = width * (0.5 + (pad.random() - 0.5) * 0.12)
  const gateX = centre + officeW / 2 + 8 + pad.random() * 6
  const officeX = centre - officeW / 2
  // On a slanted front the band starts where the office first fits.
  const officeY = BAND_STEPS_M.map((step) => setbackM + step).find((y) => pad.claim(officeX, y, officeW, officeD, 3))
  const bandY = officeY ?? setbackM
  if (officeY !== undefined) {
    pad.build({ kind: 'office', x: officeX, y: officeY, w: officeW, d: officeD, heightM: big ? 15 : 9, roof: 'flat' })
  }
  const guardY = bandY - 5
  if (pad.claim(gateX, guardY, 5, 4)) {
    pad.build({ kind: 'guard', x: gateX, y: guardY, w: 5, d: 4, heightM: 3.6 })
  }
  placeCarPark(pad, setbackM + 2, bandY, officeX - setbackM - 8, big ? 16 : 11)
  const shedW = Math.min(60, width - gateX - setbackM - 16)
  placeShed(pad, gateX + 12, bandY + 2, shedW)
  if (big) placeShed(pad, gateX + 12, bandY + 11, shedW)
  return { gateX: gateX - 3, endY: bandY + officeD + 9 }
}

function placeCarPark(pad: Pad, x: number, y: number, w: number, d: number): void {
  if (w >= 10 && pad.claim(x, y, w, d, 2)) pad.yard('car-park', pad.rect(x, y, w, d))
}

function placeShed(pad: Pad, x: number, y: number, w: number): void {
  if (w >= 12 && pad.claim(x, y, w, 5.5, 2)) pad.build({ kind: 'shed', x, y, w, d: 5, heightM: 3, baseM: 2.5 })
}
