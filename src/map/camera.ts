import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from './geo.ts'
import { ASSETS_BEARING, ASSETS_PITCH, FIT_PADDING } from './map-constants.ts'
import type { Camera, MapMode } from './map-types.ts'

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

const NEAR_SHIFT = 0.06

/** The whole park as a mode shows it first: north up and flat in operations, tilted in Assets mode. */
export function homeCamera(map: MapLibreMap, bounds: Bounds, mode: MapMode): Parameters<MapLibreMap['jumpTo']>[0] {
  const tilt = mode === 'assets' ? { bearing: ASSETS_BEARING, pitch: ASSETS_PITCH } : { bearing: 0, pitch: 0 }
  const fitted = map.cameraForBounds(bounds, { padding: FIT_PADDING, bearing: tilt.bearing })
  // The far edge shrinks in tilt, so a tilted park may come a little closer.
  const zoom = (fitted?.zoom ?? map.getZoom()) + (mode === 'assets' ? 0.5 : 0)
  if (mode === 'operations') return { ...fitted, ...tilt, zoom }
  // The near half of a tilted park takes more of the screen than the far one.
  const [west, south, east, north] = bounds
  return { ...tilt, zoom, center: [(west + east) / 2, (south + north) / 2 - (north - south) * NEAR_SHIFT] }
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}
