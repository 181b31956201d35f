import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, overlaps, wallLayout, type Rect } from '../../../src/domain/wall/layout.ts'
import { legendRect } from '../../../src/domain/wall/legend.ts'
import { checkProfile, farthestM, type WallProfile } from '../../../src/domain/wall/profile.ts'
import { WALL_PROFILES } from '../../../src/domain/wall/profiles.data.ts'
import { ORBIT_PX, orbitOffset } from '../../../src/domain/wall/orbit.ts'
import { isNight, nextNight, parseNight } from '../../../src/domain/wall/night.ts'

const possible = fc
  .record({
    width: fc.constantFrom(1280, 1920, 2560, 3840),
    tall: fc.constantFrom(9 / 16, 10 / 16, 9 / 21),
    diagonalIn: fc.integer({ min: 27, max: 120 }),
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 3 }),
    bezelPx: fc.integer({ min: 0, max: 20 }),
    share: fc.double({ min: 0.2, max: 1, noNaN: true }),
    dpr: fc.constantFrom(1, 2),
  })
  .map(({ width, tall, share, diagonalIn, columns, rows, bezelPx, dpr }): WallProfile => {
    const panelHeightPx = Math.round(width * tall)
    const profile = {
      id: 'any',
      panelWidthPx: width,
      panelHeightPx,
      distanceM: 1,
      diagonalIn,
      columns,
      rows,
      bezelPx,
      dpr,
    }
    profile.distanceM = Math.max(0.5, farthestM(profile) * share)
    return profile
  })
  .filter((profile) => checkProfile(profile).ok)

const readBoxes = (profile: WallProfile): Rect[] => {
  const layout = wallLayout(profile)
  const { strip, foot, side, cells, stageHead } = layout
  return [...Object.values(strip), ...Object.values(foot), ...side, ...cells, stageHead, legendRect(layout)]
}

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6

function rowsOf(profile: WallProfile): number {
  const { side, rowHeight } = wallLayout(profile)
  return side.reduce((sum, box) => sum + Math.floor(box.height / rowHeight), 0)
}

describe('layout of a wall', () => {
  it('keeps everything to be read inside one panel, clear of its seams', () => {
    fc.assert(
      fc.property(possible, (profile) => {
        const layout = wallLayout(profile)
        const whole = { x: 0, y: 0, width: layout.width, height: layout.height }
        for (const box of readBoxes(profile)) {
          expect(isInside(box, whole)).toBe(true)
          expect(box.width).toBeGreaterThan(0)
          expect(box.height).toBeGreaterThan(0)
          for (const seam of layout.seams) expect(overlaps(box, seam)).toBe(false)
          const panelW = profile.panelWidthPx / profile.dpr
          const panelH = profile.panelHeightPx / profile.dpr
          const panel = {
            x: Math.floor((box.x + box.width / 2) / panelW) * panelW,
            y: Math.floor((box.y + box.height / 2) / panelH) * panelH,
            width: panelW,
            height: panelH,
          }
          expect(isInside(box, panel)).toBe(true)
        }
      }),
    )
  })

  it('lets nothing lie on strip, foot or each other', () => {
    fc.assert(
      fc.property(possible, (profile) => {
        const { strip, foot, side, stage, stripBar, footBar } = wallLayout(profile)
        const apart = [...Object.values(strip), ...Object.values(foot), ...side, stage]
        for (const [k, a] of apart.entries()) {
          for (const b of apart.slice(k + 1)) expect(overlaps(a, b)).toBe(false)
        }
        for (const box of [...side, stage]) {
          expect(overlaps(box, stripBar)).toBe(false)
          expect(overlaps(box, footBar)).toBe(false)
        }
      }),
    )
  })

  it('has five rows beside the map on a 4K screen and six on the wall of six panels', () => {
    expect(rowsOf(WALL_PROFILES[0])).toBe(5)
    expect(rowsOf(WALL_PROFILES[2])).toBe(5)
    expect(rowsOf(WALL_PROFILES[1])).toBe(6)
  })
})

describe('parts in boxes', () => {
  const boxes: Rect[] = [
    { x: 0, y: 0, width: 100, height: 310 },
    { x: 100, y: 0, width: 100, height: 310 },
  ]

  it('fills boxes in order and leaves out what has no room', () => {
    const placed = arrange(boxes, 100, [1, 1, 1, 2, 1, 1])
    expect(placed.map(({ part }) => part)).toEqual([0, 1, 2, 3, 4])
    expect(placed[0]?.rect).toEqual({ x: 0, y: 0, width: 100, height: 310 / 3 })
    expect(placed[3]?.rect.x).toBe(100)
  })

  it('spreads few parts over all boxes', () => {
    const placed = arrange(boxes, 100, [1, 1])
    expect(placed.map(({ rect }) => rect.x)).toEqual([0, 100])
  })

  it('gives a part that is too high the whole box', () => {
    expect(arrange(boxes, 200, [2])[0]?.rect).toEqual(boxes[0])
  })

  it('never overlaps, never leaves a box, keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), (weights) => {
        const placed = arrange(boxes, 100, weights)
        expect(placed.map(({ part }) => part)).toEqual(placed.map((_, k) => k))
        for (const [k, { rect }] of placed.entries()) {
          expect(boxes.some((box) => isInside(rect, box))).toBe(true)
          for (const other of placed.slice(k + 1)) {
            const touch = 1e-6
            expect(overlaps({ ...rect, height: rect.height - touch }, other.rect)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('orbit', () => {
  it('stays within four pixels and takes at least eight places in an hour', () => {
    const places = Array.from({ length: 60 }, (_, minute) => orbitOffset(minute))
    for (const [x, y] of places) expect(Math.hypot(x, y)).toBeLessThanOrEqual(ORBIT_PX)
    expect(new Set(places.map(String)).size).toBeGreaterThanOrEqual(8)
    for (const [k, [x, y]] of places.entries()) {
      const [nextX, nextY] = orbitOffset(k + 1)
      expect(Math.hypot(nextX - x, nextY - y)).toBeLessThanOrEqual(ORBIT_PX)
    }
  })

  it('takes any minute', () => {
    expect(orbitOffset(-3)).toEqual([0, 0])
    expect(orbitOffset(Number.NaN)).toEqual([0, 0])
  })
})

describe('night', () => {
  it('reads hours that cross midnight', () => {
    const night = parseNight('22-6')
    expect(night).toEqual({ fromMin: 1320, toMin: 360 })
    expect(night && [isNight(night, 1319), isNight(night, 1320), isNight(night, 0), isNight(night, 360)]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(parseNight('21:30-05:45')).toEqual({ fromMin: 1290, toMin: 345 })
    for (const bad of ['', '22', '25-6', '6-6', '22-6h', '-1-3']) expect(parseNight(bad)).toBeNull()
  })

  it('waits with the change while an alarm is not acknowledged', () => {
    const night = parseNight('22-6')
    expect(nextNight(night, 1320, false, true)).toBe(false)
    expect(nextNight(night, 1320, false, false)).toBe(true)
    expect(nextNight(night, 400, true, true)).toBe(true)
    expect(nextNight(night, 1320, null, true)).toBe(true)
    expect(nextNight(null, 1320, null, false)).toBe(false)
  })
})
