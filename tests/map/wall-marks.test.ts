import { describe, expect, it } from 'vitest'
import { besideLegend, clearOf, placeCallouts, wallRoom } from '../../src/map/ui/place-marks.ts'
import type { WallMap } from '../../src/map/map-types.ts'

const upright = { x: 996, y: 0, width: 8, height: 1000 }
const level = { x: 0, y: 496, width: 2000, height: 8 }
const wall: WallMap = { markPx: 100, textPx: 80, seams: [upright, level], taken: [], legend: null }

describe('marks on a wall of panels', () => {
  it('step aside from a seam by the shorter way', () => {
    const { half } = wallRoom(wall)
    expect(clearOf(wall.seams, half, { x: 990, y: 200 })).toEqual({ x: 996 - half, y: 200 })
    expect(clearOf(wall.seams, half, { x: 1010, y: 200 })).toEqual({ x: 1004 + half, y: 200 })
    expect(clearOf(wall.seams, half, { x: 300, y: 499 })).toEqual({ x: 300, y: 496 - half })
    expect(clearOf(wall.seams, half, { x: 300, y: 200 })).toEqual({ x: 300, y: 200 })
  })

  it('say their word on the side that no seam cuts', () => {
    const room = wallRoom(wall)
    const box = { width: 300, height: 100 }
    expect(placeCallouts([{ x: 700, y: 200, ...box }], 2000, 1, room)).toEqual(['left'])
    expect(placeCallouts([{ x: 400, y: 200, ...box }], 2000, 1, room)).toEqual(['right'])
    expect(placeCallouts([{ x: 1200, y: 200, ...box }], 2000, 1, room)).toEqual(['right'])
  })

  it('leave the name of the scene free', () => {
    const room = wallRoom({ ...wall, taken: [{ x: 0, y: 0, width: 900, height: 150 }] })
    expect(placeCallouts([{ x: 300, y: 60, width: 200, height: 100 }], 2000, 1, room)).toEqual(['none'])
  })

  it('step out of the legend upwards or to the right, whichever is nearer, and their words leave it free', () => {
    const legend = { x: 50, y: 700, width: 400, height: 280 }
    const room = wallRoom({ ...wall, legend })
    const { half } = room
    expect(besideLegend(legend, half, { x: 200, y: 740 })).toEqual({ x: 200, y: 700 - half })
    expect(besideLegend(legend, half, { x: 430, y: 900 })).toEqual({ x: 450 + half, y: 900 })
    expect(besideLegend(legend, half, { x: 700, y: 900 })).toEqual({ x: 700, y: 900 })
    expect(besideLegend(null, half, { x: 200, y: 740 })).toEqual({ x: 200, y: 740 })
    expect(placeCallouts([{ x: 530, y: 800, width: 300, height: 100 }], 900, 1, room)).toEqual(['none'])
  })
})
