import type { RoofKind } from '../../../src/contract/collections.ts'
import type { Pad } from './pad.ts'

const CLEAR_M = 5
const ROW_GAP_M = 18
/** First the long side gives way, then both. */
const SHRINK: readonly (readonly [long: number, short: number])[] = [
  [1, 1],
  [0.85, 1],
  [0.7, 1],
  [0.55, 1],
  [0.42, 1],
  [0.8, 0.8],
  [0.6, 0.7],
  [0.45, 0.6],
]
const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const
const DOCK_DEPTH_M = 12

export interface HallSpec {
  hallWidthM: number
  hallLengthM: number
  gapM: number
  roof: RoofKind
  heightM: number
  docks: boolean
  /** Chance that a hall carries panels; the first one always does when it is above 0. */
  solar: number
  /** Chance that a place stays empty. */
  skip: number
}

export interface Field {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Fills a field with halls in columns and rows of slightly different sizes. */
export function fillHalls(pad: Pad, field: Field, spec: HallSpec): void {
  const width = field.x1 - field.x0
  const depth = field.y1 - field.y0
  if (width < 14 || depth < 14) return
  const { random } = pad
  const columns = Math.max(1, Math.round((width + spec.gapM) / (spec.hallWidthM + spec.gapM)))
  const rows = Math.max(1, Math.round((depth + 20) / (spec.hallLengthM + 20)))
  let solarPending = spec.solar > 0 && spec.roof !== 'saw'
  let x = field.x0
  for (const w of splitUnevenly(pad, width - spec.gapM * (columns - 1), columns, 0.4)) {
    const merged = rows > 1 && columns > 1 && random() < 0.35
    const count = merged ? Math.max(1, rows - 1) : rows
    let y = field.y0
    for (const d of splitUnevenly(pad, depth - ROW_GAP_M * (count - 1), count, 0.3)) {
      const empty = random() < spec.skip
      const solar = solarPending || random() < spec.solar
      if (!empty && placeHall(pad, x, y, w, d, spec, solar)) solarPending = false
      y += d + ROW_GAP_M
    }
    x += w + spec.gapM
  }
}

function splitUnevenly(pad: Pad, length: number, parts: number, variation: number): number[] {
  const weights = Array.from({ length: parts }, () => 1 - variation / 2 + pad.random() * variation)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (weight * length) / sum)
}

/** One hall; it shrinks towards a corner of its place where the plot's edge or a neighbour is in the way. */
function placeHall(pad: Pad, x: number, y: number, w: number, d: number, spec: HallSpec, solar: boolean): boolean {
  if (w < 10 || d < 12) return false
  for (const [long, short] of SHRINK) {
    const nw = w * (d > w ? short : long)
    const nd = d * (d > w ? long : short)
    if (nw < 10 || nd < 12 || nw * nd > pad.roofLeftM2()) continue
    for (const [cx, cy] of CORNERS) {
      const nx = x + cx * (w - nw)
      const ny = y + cy * (d - nd)
      if (!pad.claim(nx, ny, nw, nd, CLEAR_M)) continue
      const heightM = spec.heightM * (0.9 + pad.random() * 0.25)
      pad.build({
        kind: 'hall',
        x: nx,
        y: ny,
        w: nw,
        d: nd,
        heightM,
        roof: spec.roof,
        solar: solar && spec.roof !== 'saw',
      })
      if (spec.docks) addDocks(pad, nx, ny, nd)
      return true
    }
  }
  return false
}

/** Loading side to the left of a hall: apron, canopy and a few lorries. */
function addDocks(pad: Pad, x: number, y: number, d: number): void {
  if (d < 30 || !pad.fits(x - DOCK_DEPTH_M - 1, y, DOCK_DEPTH_M, d)) return
  pad.yard('paved', pad.rect(x - DOCK_DEPTH_M, y, DOCK_DEPTH_M, d))
  pad.build({ kind: 'canopy', x: x - 3, y: y + 4, w: 3, d: d - 8, heightM: 5, baseM: 4.4 })
  for (let i = 0; i < Math.floor(d / 14) - 1; i++) {
    if (pad.random() < 0.35) pad.build({ kind: 'truck', x: x - 12.2, y: y + 8 + i * 14, w: 9, d: 2.6, heightM: 3.8 })
  }
}
