import type { Bounds } from './geo.ts'

export interface FitFrame {
  /** CSS pixels of the map. */
  width: number
  height: number
  padding: { top: number; right: number; bottom: number; left: number }
  /** Degrees, as the map takes them. */
  bearing: number
  pitch: number
}

const TILE_PX = 512
/** Vertical angle of view of the map's camera, radians. */
const VIEW = 0.6435011087932844
const RAD = Math.PI / 180
const STEPS = 40

const mercatorX = (lng: number): number => (lng + 180) / 360
const mercatorY = (lat: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) / (2 * Math.PI)
const latitude = (y: number): number => (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RAD

interface Box {
  left: number
  right: number
  bottom: number
  top: number
}

/** Where places on the ground come to lie, pixels right of and above the middle of the map. */
function project(ground: readonly (readonly [number, number])[], scale: number, pitch: number, distance: number): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const [right, ahead] of ground) {
    const away = 1 + (ahead * scale * Math.sin(pitch)) / distance
    // What lies behind the camera is in no picture.
    const x = away > 0.05 ? (right * scale) / away : Math.sign(right) * Infinity
    const y = away > 0.05 ? (ahead * scale * Math.cos(pitch)) / away : -Infinity
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.bottom = Math.min(box.bottom, y)
    box.top = Math.max(box.top, y)
  }
  return box
}

/**
 * Camera that shows the whole of some bounds in a tilted and turned map, as large as the padding allows: what lies far
 * is drawn smaller, so that the middle of the picture is not the middle of the bounds. Fits the four corners by halving,
 * first the place of the middle, around it the scale.
 */
export function tiltedFit(bounds: Bounds, frame: FitFrame): { lng: number; lat: number; zoom: number } {
  const [west, south, east, north] = bounds
  const { width, height, padding } = frame
  const [sin, cos] = [Math.sin(frame.bearing * RAD), Math.cos(frame.bearing * RAD)]
  const pitch = frame.pitch * RAD
  const distance = height / 2 / Math.tan(VIEW / 2)
  const middle = [mercatorX((west + east) / 2), (mercatorY(south) + mercatorY(north)) / 2] as const
  const corners = [west, east].flatMap((lng) =>
    [south, north].map((lat) => {
      const [x, y] = [mercatorX(lng) - middle[0], middle[1] - mercatorY(lat)]
      return [x * cos - y * sin, x * sin + y * cos] as const
    }),
  )
  const span = Math.max(...corners.flat().map(Math.abs), 1e-12)
  const room = {
    width: Math.max(1, width - padding.left - padding.right),
    height: Math.max(1, height - padding.top - padding.bottom),
    x: (padding.left - padding.right) / 2,
    y: (padding.bottom - padding.top) / 2,
  }
  /** Where the middle of the map has to look at this scale, so that the picture is in the middle of its room. */
  const lookAt = (scale: number): { right: number; ahead: number; box: Box } => {
    const seen = (right: number, ahead: number): Box =>
      project(
        corners.map(([x, y]) => [x - right, y - ahead] as const),
        scale,
        pitch,
        distance,
      )
    let [low, high] = [-2 * span, 2 * span]
    for (let step = 0; step < STEPS; step += 1) {
      const ahead = (low + high) / 2
      const { bottom, top } = seen(0, ahead)
      if ((bottom + top) / 2 > room.y) low = ahead
      else high = ahead
    }
    const ahead = (low + high) / 2
    ;[low, high] = [-2 * span, 2 * span]
    for (let step = 0; step < STEPS; step += 1) {
      const right = (low + high) / 2
      const { left, right: edge } = seen(right, ahead)
      if ((left + edge) / 2 > room.x) low = right
      else high = right
    }
    const right = (low + high) / 2
    return { right, ahead, box: seen(right, ahead) }
  }
  let [low, high] = [0, 22]
  for (let step = 0; step < STEPS; step += 1) {
    const zoom = (low + high) / 2
    const { box } = lookAt(TILE_PX * 2 ** zoom)
    if (box.right - box.left <= room.width && box.top - box.bottom <= room.height) low = zoom
    else high = zoom
  }
  const { right, ahead } = lookAt(TILE_PX * 2 ** low)
  const x = middle[0] + right * cos + ahead * sin
  const y = middle[1] - (ahead * cos - right * sin)
  return { lng: x * 360 - 180, lat: latitude(y), zoom: low }
}
