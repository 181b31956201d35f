import { assert, array, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalloutBox, type Obstacle, leaderOf, placeCallouts } from '../../src/map/ui/callouts.ts'

const box = (x: number, y: number) => ({ x, y, width: 200, height: 36 })
const field = (width: number, height: number, obstacles: readonly Obstacle[] = []) => ({
  width,
  height,
  scale: 1,
  obstacles,
})

type Rect = Omit<Obstacle, 'weight'>
const isApart = (a: Rect, b: Rect): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
const markAt = ({ x, y }: CalloutBox): Rect => ({ left: x - 17, right: x + 17, top: y - 17, bottom: y + 17 })

describe('callouts', () => {
  it('stand at the right of their mark, and turn to the left at the edge', () => {
    expect(placeCallouts([box(100, 100)], field(1000, 400))).toEqual([{ x: 22, y: -18 }])
    expect(placeCallouts([box(900, 100)], field(1000, 400))).toEqual([{ x: -222, y: -18 }])
  })

  it('step aside from plots in alarm, and are tied to their mark by a line then', () => {
    const struck = { left: 100, right: 600, top: 60, bottom: 140, weight: 3 }
    const [place] = placeCallouts([box(250, 100)], field(700, 400, [struck]))
    expect(place).not.toBeNull()
    const top = 100 + (place?.y ?? 0)
    expect(top + 36 <= 60 || top >= 140).toBe(true)
    expect(leaderOf(place ?? { x: 0, y: 0 }, box(0, 0), 1)?.length).toBeGreaterThan(0)
    expect(leaderOf({ x: 22, y: -18 }, box(0, 0), 1)).toBeNull()
  })

  it('leave only the mark where there is no room at all', () => {
    expect(placeCallouts([box(100, 20)], field(200, 40))).toEqual([null])
  })

  it('never cover another mark or each other, and never leave the map', () => {
    const place = record({ x: integer({ min: 0, max: 900 }), y: integer({ min: 0, max: 500 }) })
    assert(
      property(array(place, { maxLength: 12 }), (places) => {
        const boxes: CalloutBox[] = places.map(({ x, y }) => box(x, y))
        const rects = placeCallouts(boxes, field(900, 500)).map((found, at) => {
          const { x, y, width, height } = boxes[at] ?? box(0, 0)
          return (
            found && { left: x + found.x, top: y + found.y, right: x + found.x + width, bottom: y + found.y + height }
          )
        })
        const shown = rects.flatMap((rect, at) => (rect ? [{ rect, at }] : []))
        for (const { rect, at } of shown) {
          expect(rect.left > 0 && rect.top > 0 && rect.right < 900 && rect.bottom < 500).toBe(true)
          const others = boxes.filter((_, other) => other !== at).map(markAt)
          for (const second of shown) if (second.at !== at) others.push(second.rect)
          expect(others.every((other) => isApart(rect, other))).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
