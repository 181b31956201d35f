import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { hasGraphicsCard } from './graphics-card.ts'
import { followSize } from './follow-size.ts'
import type { FontFaces } from './fonts.ts'
import type { Bounds } from './geo.ts'
import { styleImages } from './images.ts'
import { FIT_PADDING, MAX_PITCH, MAX_ZOOM, MIN_ZOOM } from './map-constants.ts'
import type { Camera } from './map-types.ts'
import { buildStyle } from './style/build-style.ts'
import type { Stock } from './style/build-style.ts'
import type { StyleContext } from './style/style-types.ts'

setWorkerUrl(workerUrl)
// Workers start while the park's geometry is still on its way.
prewarm()

export interface CanvasOptions {
  container: HTMLElement
  context: StyleContext
  stock: Stock
  fonts: FontFaces
  /** Where to look; without one the map fits `bounds` once. */
  camera: Camera | null
  bounds: Bounds
  ariaLabel: string
}

/** Creates the one map with its style and images. Throws where the browser gives no graphics context. */
export function createMapCanvas(options: CanvasOptions): MapLibreMap {
  const { camera, context } = options
  const flat = context.mode === 'operations'
  const map = new MapLibreMap({
    container: options.container,
    style: buildStyle(context, options.stock, options.fonts),
    ...(camera
      ? { center: [camera.lng, camera.lat], zoom: camera.zoom, bearing: camera.bearing, pitch: camera.pitch }
      : { bounds: options.bounds, fitBoundsOptions: { padding: FIT_PADDING } }),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: MAX_PITCH,
    dragRotate: !flat,
    pitchWithRotate: !flat,
    touchPitch: !flat,
    attributionControl: false,
    fadeDuration: 0,
    maxTileCacheSize: 60,
    renderWorldCopies: false,
    refreshExpiredTiles: false,
    trackResize: false,
    locale: { 'Map.Title': options.ariaLabel },
    canvasContextAttributes: { antialias: hasGraphicsCard() },
  })
  map.on('style.load', () => {
    setImages(map, context)
  })
  map.once('remove', followSize(map, options.container))
  return map
}

/** Registers the images of a mode and theme, over those of another. */
export function setImages(map: MapLibreMap, context: StyleContext): void {
  for (const image of styleImages(context.mode, context.theme)) {
    if (map.hasImage(image.id)) map.updateImage(image.id, image.data)
    else map.addImage(image.id, image.data, { pixelRatio: image.pixelRatio })
  }
}
