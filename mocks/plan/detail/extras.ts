import { circle } from '../geometry.ts'
import type { Extra } from './industry-types.data.ts'
import type { Pad } from './pad.ts'

type PlaceExtra = (pad: Pad, x: number, y: number, w: number, d: number) => void

const tanks: PlaceExtra = (pad, x, y, w, d) => {
  const columns = Math.max(1, Math.min(6, Math.floor(w / 17)))
  const rows = Math.max(1, Math.min(3, Math.floor(d / 17)))
  const [bw, bd] = [columns * 16 + 4, rows * 16 + 4]
  if (!pad.claim(x, y, bw, bd, 4)) return
  pad.yard('bund', pad.rect(x, y, bw, bd))
  const heightM = 8 + pad.random() * 7
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const r = 5 + pad.random() * 1.8
      round(pad, 'tank', x + 10 + i * 16, y + 10 + j * 16, r, heightM)
    }
  }
}

const silos: PlaceExtra = (pad, x, y, w, d) => {
  const columns = Math.max(2, Math.min(6, Math.floor(w / 10)))
  const rows = d > 20 && w > 40 ? 2 : 1
  if (!pad.claim(x, y, columns * 10, rows * 10, 3)) return
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) round(pad, 'silo', x + 5 + i * 10, y + 5 + j * 10, 4.1, 19 + 2 * j)
  }
}

const utility: PlaceExtra = (pad, x, y) => {
  if (!pad.claim(x, y, 44, 16, 4)) {
    if (pad.claim(x, y, 18, 12, 3)) pad.build({ kind: 'utility', x, y, w: 18, d: 12, heightM: 7 })
    return
  }
  pad.build({ kind: 'utility', x, y, w: 24, d: 15, heightM: 11 })
  round(pad, 'stack', x + 29, y + 11, 1.5, 36 + pad.random() * 12)
  for (const [dx, dy] of [
    [33, 0],
    [39, 0],
    [33, 8],
    [39, 8],
  ] as const) {
    pad.build({ kind: 'cooling-tower', x: x + dx, y: y + dy, w: 5, d: 5, heightM: 7 })
  }
}

/** Pretreatment of a wet industry: three lanes and a round clarifier. */
const basins: PlaceExtra = (pad, x, y) => {
  if (!pad.claim(x, y, 40, 15, 3)) return
  pad.yard('basin-wall', pad.rect(x - 1, y - 1, 42, 17))
  for (let i = 0; i < 3; i++) pad.yard('basin', pad.rect(x + 1 + i * 9, y + 1, 8, 13))
  pad.yard('basin', circle(pad.at(x + 34, y + 7.5), 5.6, 12))
}

const containers: PlaceExtra = (pad, x, y, w, d) => {
  const [yw, yd] = [Math.min(w, 42), Math.min(d, 16)]
  if (!pad.claim(x, y, yw, yd, 3)) return
  pad.yard('paved', pad.rect(x, y, yw, yd))
  for (let dx = 0.5; dx + 12.5 < yw; dx += 13) {
    for (let dy = 0.5; dy + 2.5 < yd; dy += 3.4) {
      const high = pad.random() < 0.4
      if (pad.random() < 0.62) {
        pad.build({ kind: 'container', x: x + dx, y: y + dy, w: 12.2, d: 2.5, heightM: high ? 5.2 : 2.6 })
      }
    }
  }
}

const polymer: PlaceExtra = (pad, x, y, w, d) => {
  const [pw, pd] = [Math.min(60, w), Math.min(34, d)]
  if (!pad.claim(x, y, pw, pd, 4)) return
  pad.build({ kind: 'tower', x, y, w: pw * 0.45, d: pd, heightM: 38 })
  pad.build({ kind: 'tower', x: x + pw * 0.48, y, w: pw * 0.28, d: pd * 0.8, heightM: 24 })
  for (let i = 0; i * 8 + 8 <= pd; i++) round(pad, 'silo', x + pw * 0.86, y + 4 + i * 8, 3.4, 26)
}

/** What stands behind and beside the halls, each in about the given room; nothing where it does not fit. */
export const EXTRAS: Readonly<Record<Extra, PlaceExtra>> = { tanks, utility, basins, silos, polymer, containers }

/** A round footprint by centre and radius. */
export function round(
  pad: Pad,
  kind: 'tank' | 'silo' | 'stack' | 'utility',
  cx: number,
  cy: number,
  r: number,
  heightM: number,
): void {
  pad.build({ kind, x: cx - r, y: cy - r, w: 2 * r, d: 2 * r, heightM, round: true })
}
