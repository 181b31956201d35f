import type { Bounds } from '../geo.ts'
import { FIT_PADDING, MAX_ZOOM, MIN_ZOOM } from '../map-constants.ts'
import type { Camera } from '../map-types.ts'

/** Width of the Mercator world at zoom 0, pixels. */
const WORLD_PX = 512

export interface Size {
  width: number
  height: number
}

/** A flat map that looks north: places to pixels of the canvas and back. */
export interface PlanView {
  zoom: number
  project(lng: number, lat: number): [x: number, y: number]
  unproject(x: number, y: number): [lng: number, lat: number]
}

/** Place on the Mercator world, 0 to 1 each way, from the north-west. */
function onWorld(lng: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

function viewAt(centre: readonly [number, number], zoom: number, { width, height }: Size): PlanView {
  const world = WORLD_PX * 2 ** zoom
  const [left, top] = [centre[0] * world - width / 2, centre[1] * world - height / 2]
  return {
    zoom,
    project(lng, lat) {
      const [x, y] = onWorld(lng, lat)
      return [x * world - left, y * world - top]
    },
    unproject(x, y) {
      const north = Math.PI * (1 - (2 * (y + top)) / world)
      return [((x + left) / world - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI]
    },
  }
}

/** A whole park as the map shows it first: everything within the padding. */
function fitted([west, south, east, north]: Bounds, size: Size): PlanView {
  const [[x1, y1], [x2, y2]] = [onWorld(west, north), onWorld(east, south)]
  const { top, right, bottom, left } = FIT_PADDING
  const across = (size.width - left - right) / ((x2 - x1) * WORLD_PX)
  const down = (size.height - top - bottom) / ((y2 - y1) * WORLD_PX)
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.log2(Math.min(across, down))))
  const world = WORLD_PX * 2 ** zoom
  return viewAt([(x1 + x2) / 2 - (left - right) / 2 / world, (y1 + y2) / 2 - (top - bottom) / 2 / world], zoom, size)
}

/** What a plan shows in a canvas; null for a camera that is tilted or turned, and for a canvas without room. */
export function planView(camera: Camera | null, bounds: Bounds, size: Size): PlanView | null {
  const { top, right, bottom, left } = FIT_PADDING
  if (size.width <= left + right || size.height <= top + bottom) return null
  if (!camera) return fitted(bounds, size)
  if (camera.pitch !== 0 || camera.bearing !== 0) return null
  return viewAt(onWorld(camera.lng, camera.lat), camera.zoom, size)
}
