import { metresPerPixel } from '../geo.ts'
import type { Camera, MapText } from '../map-types.ts'
import type { FootRefs } from './map-foot.tsx'
import { rootScale } from './root-scale.ts'

const LENGTHS_M = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000]
const WIDEST_PX = 110

/** Longest round length that fits the bar; `scale` is that of the layout. */
export function scaleLength(metresPerPx: number, scale = 1): { metres: number; pixels: number } {
  const metres = LENGTHS_M.findLast((length) => length <= metresPerPx * WIDEST_PX * scale) ?? LENGTHS_M[0] ?? 5
  return { metres, pixels: metres / metresPerPx }
}

/** Keeps scale bar and north arrow in step with the map, without React: they move with every frame of a pan. */
export function followScale(camera: Camera, refs: FootRefs, t: MapText): void {
  const bar = refs.bar.current
  const label = refs.scale.current
  const north = refs.north.current
  if (!bar || !label || !north) return
  north.style.transform = `rotate(${-camera.bearing}deg)`
  // A scale is false in tilt: far is smaller than near.
  const tilted = camera.pitch > 5
  bar.toggleAttribute('data-tilted', tilted)
  if (tilted) {
    setText(label, t('scale.tilted'))
    return
  }
  const { metres, pixels } = scaleLength(metresPerPixel(camera.zoom, camera.lat), rootScale())
  bar.style.width = `${pixels.toFixed(1)}px`
  setText(label, metres < 1000 ? `${metres} m` : `${metres / 1000} km`)
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
