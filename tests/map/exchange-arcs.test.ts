import { describe, expect, it } from 'vitest'
import type { Position } from '../../src/contract/geojson.ts'
import { exchangeArcs } from '../../src/map/data/exchange-arcs.ts'
import { ExchangePainter } from '../../src/map/live/exchange-painter.ts'
import type { MapExchange } from '../../src/map/map-types.ts'

const PLACES: Record<string, Position> = { a: [106, 11], b: [106.02, 11.01] }
const placeOf = (id: string): Position | null => PLACES[id] ?? null
const BOUNDS = [105.99, 10.99, 106.03, 11.03] as const
const exchange = (over: Partial<MapExchange>): MapExchange => ({
  id: 'x',
  label: 'Ash',
  fromPlotId: 'a',
  toPlotId: 'b',
  contracted: 100,
  actual: 80,
  ...over,
})
const linesOf = (...exchanges: MapExchange[]) =>
  exchangeArcs(exchanges, placeOf, [...BOUNDS]).features.flatMap(({ geometry, properties }) =>
    geometry.type === 'LineString'
      ? [{ ends: [geometry.coordinates[0], geometry.coordinates.at(-1)], properties }]
      : [],
  )

describe('arcs of exchanges', () => {
  it('run from giver to taker, delivered and contracted to one scale', () => {
    const [contracted, actual] = linesOf(exchange({}))
    expect(contracted?.ends).toEqual([PLACES['a'], PLACES['b']])
    expect(Number(actual?.properties['width'])).toBeCloseTo(0.8 * Number(contracted?.properties['width']), 6)
  })

  it('show what was not measured as contracted alone', () => {
    expect(linesOf(exchange({ actual: null })).map(({ properties }) => properties['kind'])).toEqual(['contracted'])
  })

  it('lead a partner outside beyond the fence, and leave out one that has no end in the park', () => {
    const end = linesOf(exchange({ toPlotId: null }))[0]?.ends[1] ?? []
    expect((end[0] ?? 0) < BOUNDS[0] || (end[1] ?? 0) < BOUNDS[1]).toBe(true)
    expect(linesOf(exchange({ fromPlotId: null, toPlotId: 'gone' }))).toEqual([])
  })

  it('are drawn again only when they change', () => {
    const drawn: number[] = []
    const painter = new ExchangePainter({
      placeOf,
      bounds: () => [...BOUNDS],
      fill: ({ features }) => drawn.push(features.length),
    })
    const list = [exchange({})]
    painter.update()
    painter.update(list)
    painter.update(list)
    painter.update([])
    expect(drawn).toEqual([4, 0])
  })
})
