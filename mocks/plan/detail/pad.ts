import { isInside } from '../geometry.ts'
import { rectInFrame, toWorld, type LocalFrame } from '../local-frame.ts'
import type { Random } from '../random.ts'
import type { BuildingPlan, Ring, Vec, YardPlan } from '../types.ts'

const PROBE_M = 20

type NewBuilding = Pick<BuildingPlan, 'kind' | 'x' | 'y' | 'w' | 'd' | 'heightM'> & Partial<BuildingPlan>

/** The land that a plot or site may build on, in its own frame, with what already stands there. */
export interface Pad {
  readonly frame: LocalFrame
  readonly random: Random
  /** Rectangle is inside the allowed land and clear of everything claimed by the margin. */
  fits: (x: number, y: number, w: number, d: number, marginM?: number) => boolean
  /** Claims a rectangle when it fits; false leaves everything as it was. */
  claim: (x: number, y: number, w: number, d: number, marginM?: number) => boolean
  /** Roof area in m² that the density limit still allows. */
  roofLeftM2: () => number
  build: (building: NewBuilding) => void
  yard: (kind: YardPlan['kind'], ring: Ring, holes?: Ring[]) => void
  rect: (x: number, y: number, w: number, d: number) => Ring
  at: (x: number, y: number) => Vec
  /** Metres on the ground for a metre of the layout: small plants are drawn smaller, not cut off. */
  readonly scale: number
}

export interface PadOutput {
  buildings: BuildingPlan[]
  yards: YardPlan[]
}

/** `allowed` is the ring (local metres of the park) that nothing may cross. */
export function createPad(
  on: string,
  frame: LocalFrame,
  allowed: Ring,
  roofLimitM2: number,
  random: Random,
  output: PadOutput,
  scale = 1,
): Pad {
  const taken: [number, number, number, number][] = []
  let roofM2 = 0
  const inside = (x: number, y: number): boolean => isInside(allowed, toWorld(frame, x * scale, y * scale))
  const fits = (x: number, y: number, w: number, d: number, marginM = 0): boolean => {
    const columns = Math.max(2, Math.ceil(w / PROBE_M))
    const rows = Math.max(2, Math.ceil(d / PROBE_M))
    for (let i = 0; i <= columns; i++) {
      const px = x + (w * i) / columns
      if (!inside(px, y) || !inside(px, y + d)) return false
    }
    for (let j = 0; j <= rows; j++) {
      const py = y + (d * j) / rows
      if (!inside(x, py) || !inside(x + w, py)) return false
    }
    return !taken.some(
      ([x0, y0, x1, y1]) => x < x1 + marginM && x + w > x0 - marginM && y < y1 + marginM && y + d > y0 - marginM,
    )
  }
  return {
    frame: { ...frame, widthM: frame.widthM / scale, depthM: frame.depthM / scale },
    scale,
    random,
    fits,
    claim: (x, y, w, d, marginM) => {
      if (!fits(x, y, w, d, marginM)) return false
      taken.push([x, y, x + w, y + d])
      return true
    },
    roofLeftM2: () => roofLimitM2 - roofM2,
    build: (spec) => {
      const building: BuildingPlan = {
        on,
        kind: spec.kind,
        x: round1(spec.x * scale),
        y: round1(spec.y * scale),
        w: round1(spec.w * scale),
        d: round1(spec.d * scale),
        round: spec.round ?? false,
        heightM: round1(spec.heightM),
        baseM: round1(spec.baseM ?? 0),
        roof: spec.roof ?? 'none',
        solar: spec.solar ?? false,
      }
      if (building.baseM === 0) roofM2 += building.w * building.d
      output.buildings.push(building)
    },
    yard: (kind, ring, holes = []) => {
      if (ring.length > 2) output.yards.push({ on, kind, ring, holes })
    },
    rect: (x, y, w, d) => rectInFrame(frame, x * scale, y * scale, w * scale, d * scale),
    at: (x, y) => toWorld(frame, x * scale, y * scale),
  }
}

/** Decimetres are what the file keeps. */
function round1(x: number): number {
  return Math.round(x * 10) / 10
}
