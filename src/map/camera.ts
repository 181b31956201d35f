import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from './geo.ts'
import { ASSETS_BEARING, ASSETS_PITCH, FIT_PADDING } from './map-constants.ts'
import type { Camera, MapMode } from './map-types.ts'
import { tiltedFit } from './tilted-fit.ts'

/** Where a map looks now, rounded to what a link carries. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return {
    lng: round(lng, 5),
    lat: round(lat, 5),
    zoom: round(map.getZoom(), 2),
    bearing: round(map.getBearing(), 1),
    pitch: round(map.getPitch(), 1),
  }
}

/** Where a map looks now, to the last digit: for a map that is to take its place. */
export function exactCameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
}

/** Two cameras that show the same picture. */
export function isSameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.lng - b.lng) < 2e-5 &&
    Math.abs(a.lat - b.lat) < 2e-5 &&
    Math.abs(a.zoom - b.zoom) < 0.02 &&
    Math.abs(a.bearing - b.bearing) < 0.2 &&
    Math.abs(a.pitch - b.pitch) < 0.2
  )
}

/** The whole park as a mode shows it first: north up and flat in operations, tilted in Assets mode. */
export function homeCamera(map: MapLibreMap, bounds: Bounds, mode: MapMode): Parameters<MapLibreMap['jumpTo']>[0] {
  if (mode === 'operations') {
    const fitted = map.cameraForBounds(bounds, { padding: FIT_PADDING, bearing: 0 })
    return { ...fitted, zoom: fitted?.zoom ?? map.getZoom(), bearing: 0, pitch: 0 }
  }
  const tilt = { bearing: ASSETS_BEARING, pitch: ASSETS_PITCH }
  const { clientWidth, clientHeight } = map.getContainer()
  const { lng, lat, zoom } = tiltedFit(bounds, {
    width: clientWidth,
    height: clientHeight,
    padding: FIT_PADDING,
    ...tilt,
  })
  return { ...tilt, zoom, center: [lng, lat] }
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}
