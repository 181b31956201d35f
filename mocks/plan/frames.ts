import type { PlanParams, Place } from './params.ts'
import type { Ring, Vec } from './types.ts'

export interface Frame {
  id: string
  e1: Vec
  e2: Vec
}

/**
 * One or two isometric frames around a common origin. Two frames meet on their bisector (the seam): a line at the
 * same v in both meets itself there, so nothing is warped and only land on the seam is trapezoid.
 */
export interface FrameSet {
  frames: readonly Frame[]
  place: (frame: string, u: number, v: number) => Vec
  /** Coordinates of a point in a frame. */
  uv: (frame: string, p: Vec) => Vec
  at: (p: Vec) => Frame
  rect: (frame: string, u0: number, v0: number, u1: number, v1: number) => Ring
  resolve: (place: Place, growM: number) => Vec
}

export function buildFrames(params: Pick<PlanParams, 'frames' | 'frameOrigin'>): FrameSet {
  const [ox, oy] = params.frameOrigin
  const angles = params.frames.map((frame) => (frame.angleDeg * Math.PI) / 180)
  const frames = params.frames.map((frame): Frame => {
    const angle = (frame.angleDeg * Math.PI) / 180
    return { id: frame.id, e1: [Math.cos(angle), Math.sin(angle)], e2: [-Math.sin(angle), Math.cos(angle)] }
  })
  const first = frames[0]
  if (!first) throw new Error('plan params: at least one frame is needed')
  const second = frames[1]
  const frameOf = (id: string): Frame => {
    const frame = frames.find((candidate) => candidate.id === id)
    if (!frame) throw new Error(`plan params: unknown frame "${id}"`)
    return frame
  }
  const place = (id: string, u: number, v: number): Vec => {
    const { e1, e2 } = frameOf(id)
    return [ox + e1[0] * u + e2[0] * v, oy + e1[1] * u + e2[1] * v]
  }
  const uv = (id: string, p: Vec): Vec => {
    const { e1, e2 } = frameOf(id)
    const x = p[0] - ox
    const y = p[1] - oy
    return [x * e1[0] + y * e1[1], x * e2[0] + y * e2[1]]
  }
  const seamTangent = Math.tan(((angles[1] ?? 0) - (angles[0] ?? 0)) / 2)
  const seamDirection: Vec = second ? [first.e2[0] + second.e2[0], first.e2[1] + second.e2[1]] : [0, 1]
  const at = (p: Vec): Frame => {
    const east = (p[0] - ox) * seamDirection[1] - (p[1] - oy) * seamDirection[0] > 0
    return east || !second ? first : second
  }
  const rect = (id: string, u0: number, v0: number, u1: number, v1: number): Ring => [
    place(id, u0, v0),
    place(id, u1, v0),
    place(id, u1, v1),
    place(id, u0, v1),
  ]
  const resolve = (ref: Place, growM: number): Vec => {
    const v = ref[2] + (ref[3] === 'grow' ? growM : 0)
    if (ref[0] !== 'seam') return place(ref[0], ref[1], v)
    if (!second) throw new Error('plan params: a place on the seam needs two frames')
    return place(first.id, ref[1] - v * seamTangent, v)
  }
  return { frames, place, uv, at, rect, resolve }
}
