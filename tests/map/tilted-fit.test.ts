import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiltedFit, type FitFrame } from '../../src/map/tilted-fit.ts'
import type { Bounds } from '../../src/map/geo.ts'

const PADDING = { top: 44, right: 60, bottom: 24, left: 24 }
const RAD = Math.PI / 180

/** Corners on screen by the textbook: pixels from the upper left, with a camera above the ground that looks down. */
function onScreen(bounds: Bounds, camera: ReturnType<typeof tiltedFit>, frame: FitFrame): [number, number][] {
  const world = 512 * 2 ** camera.zoom
  const place = (lng: number, lat: number): [number, number] => [
    ((lng + 180) / 360) * world,
    (0.5 - Math.asinh(Math.tan(lat * RAD)) / (2 * Math.PI)) * world,
  ]
  const [west, south, east, north] = bounds
  const [cx, cy] = place(camera.lng, camera.lat)
  const focal = frame.height / 2 / Math.tan(0.6435011087932844 / 2)
  return [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([lng = 0, lat = 0]) => {
    const [px, py] = place(lng, lat)
    const [dx, dy] = [px - cx, cy - py]
    const angle = frame.bearing * RAD
    const right = dx * Math.cos(angle) - dy * Math.sin(angle)
    const ahead = dx * Math.sin(angle) + dy * Math.cos(angle)
    const depth = focal + ahead * Math.sin(frame.pitch * RAD)
    return [
      frame.width / 2 + (right * focal) / depth,
      frame.height / 2 - (ahead * Math.cos(frame.pitch * RAD) * focal) / depth,
    ]
  })
}

describe('the whole of a park in a tilted map', () => {
  it('lies inside the padding and fills it one way, whatever the shape of park and window', () => {
    const frames = fc.record({
      width: fc.integer({ min: 500, max: 4000 }),
      height: fc.integer({ min: 300, max: 2200 }),
      bearing: fc.integer({ min: -180, max: 180 }),
      pitch: fc.integer({ min: 0, max: 60 }),
    })
    const parks = fc.record({
      lng: fc.double({ min: 102, max: 109, noNaN: true }),
      lat: fc.double({ min: 8, max: 23, noNaN: true }),
      wide: fc.double({ min: 0.004, max: 0.08, noNaN: true }),
      high: fc.double({ min: 0.004, max: 0.08, noNaN: true }),
    })
    fc.assert(
      fc.property(frames, parks, (size, { lng, lat, wide, high }) => {
        const frame = { ...size, padding: PADDING }
        const bounds: Bounds = [lng, lat, lng + wide, lat + high]
        const corners = onScreen(bounds, tiltedFit(bounds, frame), frame)
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
        const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
        expect(left).toBeGreaterThan(PADDING.left - 1)
        expect(right).toBeLessThan(frame.width - PADDING.right + 1)
        expect(top).toBeGreaterThan(PADDING.top - 1)
        expect(bottom).toBeLessThan(frame.height - PADDING.bottom + 1)
        const free = Math.min(
          frame.width - PADDING.left - PADDING.right - (right - left),
          frame.height - PADDING.top - PADDING.bottom - (bottom - top),
        )
        expect(free).toBeLessThan(2)
      }),
      { numRuns: 200 },
    )
  })
})
