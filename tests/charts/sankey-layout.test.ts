import { describe, expect, it } from 'vitest'
import { layoutSankey, neededHeight, scaleOf, type SankeyItem } from '../../src/charts/sankey-layout.ts'

const box = { width: 800, height: 260, sourceX: 150, middleX: 320, useX: 480, rowHeight: 20 }
const item = (id: string, value: number): SankeyItem => ({ id, label: id, value, look: 'use' })

describe('layout of a balance', () => {
  const uses = [item('a', 700), item('b', 200), ...Array.from({ length: 9 }, (_, k) => item(`c${k}`, 10))]
  const layout = layoutSankey([item('grid', 950), item('sun', 50)], uses, box)

  it('draws both sides in one scale that fills no more than the box', () => {
    const [grid, sun] = layout.sources
    expect((grid?.h ?? 0) / (sun?.h ?? 1)).toBeCloseTo(19, 6)
    const last = layout.uses.at(-1)
    expect((last?.y ?? 0) + (last?.h ?? 0)).toBeLessThanOrEqual(box.height)
    expect(layout.middleH).toBeCloseTo(1000 * layout.scale, 6)
  })

  it('gives every label its room', () => {
    for (const side of [layout.sources, layout.uses]) {
      const distances = side.slice(1).map(({ labelY }, k) => labelY - (side[k]?.labelY ?? Number.NaN))
      expect(Math.min(...distances)).toBeGreaterThanOrEqual(box.rowHeight - 0.01)
    }
  })

  it('gives a negative residual no width, and no share of the middle', () => {
    const { uses: placed, middleH, scale } = layoutSankey([item('grid', 100)], [item('a', 104), item('rest', -4)], box)
    expect(placed[1]).toMatchObject({ value: -4, h: 1.5 })
    expect(middleH).toBeCloseTo(104 * scale, 6)
  })

  it('draws a balance of nothing, before the first reading, as rows without bands', () => {
    const none = [item('a', 0), item('b', 0)]
    const shared = scaleOf(0, 128)
    const height = neededHeight([item('all', 0)], none, shared, box.rowHeight)
    const { sources, uses: placed, middleH } = layoutSankey([item('all', 0)], none, { ...box, height, shared })
    expect(height).toBe(2 * box.rowHeight)
    expect(middleH).toBe(0)
    for (const { y, h, labelY } of [...sources, ...placed]) expect([y, h, labelY].every(Number.isFinite)).toBe(true)
  })

  it('keeps one scale in drawings of different totals, each in the height that it needs', () => {
    const many = [item('a', 4300), item('b', 2200), ...Array.from({ length: 10 }, (_, k) => item(`c${k}`, 870))]
    const few = [item('a', 5000), item('rest', 4700)]
    const shared = 128 / 15_200
    const drawn = [many, few].map((side) => {
      const source = [
        item(
          'all',
          side.reduce((sum, { value }) => sum + value, 0),
        ),
      ]
      const height = neededHeight(source, side, shared, box.rowHeight)
      return { height, layout: layoutSankey(source, side, { ...box, height, shared }) }
    })
    for (const { height, layout: placed } of drawn) {
      expect(placed.scale).toBeCloseTo(shared, 6)
      const last = placed.uses.at(-1)
      expect((last?.labelY ?? 0) + box.rowHeight / 2).toBeLessThanOrEqual(height + 0.01)
    }
    expect(drawn[0]?.layout.middleH).toBeCloseTo(128, 1)
    expect(drawn[1]?.layout.middleH).toBeCloseTo((9700 / 15_200) * 128, 1)
  })

  it('stands still for a park that uses nothing', () => {
    const empty = layoutSankey([item('grid', 0)], [item('a', 0)], box)
    expect([empty.middleH, empty.sources[0]?.y, empty.uses[0]?.h].every(Number.isFinite)).toBe(true)
  })
})
