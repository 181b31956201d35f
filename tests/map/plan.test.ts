import { createExpression } from '@maplibre/maplibre-gl-style-spec'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLOT_THEMES } from '../../src/contract/plot-themes.ts'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import { FIT_PADDING } from '../../src/map/map-constants.ts'
import type { ThemeName } from '../../src/map/map-types.ts'
import { valueOf } from '../../src/map/plan/expression.ts'
import { planView } from '../../src/map/plan/plan-view.ts'
import { stockedLayers } from '../../src/map/style/build-style.ts'
import { SOURCE_IDS, emptyCollection } from '../../src/map/style/sources.ts'

const PLAN_SOURCES = ['boundary', 'carriageways', 'green', 'water', 'plots', 'sites', 'roads'] as const
const ROOMS: readonly ThemeName[] = ['room-dark', 'room-light']
const KINDS = ['median', 'reserve', 'carriageway', 'stream-park', 'park', 'national', 'collector', 'other']
const STATUSES = ['vacant', 'leased', 'construction']

/** Every filter and property of a layer that the plan draws. */
function expressionsOf(plotTheme: (typeof PLOT_THEMES)[number], theme: ThemeName): unknown[] {
  const context = {
    mode: 'operations' as const,
    theme,
    plotTheme,
    locale: 'vi' as const,
    layers: defaultVisibility('operations'),
    plotsWithoutData: ['plot-a'],
    selectedPlots: ['plot-b'],
    tracedPlots: ['plot-a', 'plot-c'],
    selectedSite: 'site-a',
    scale: 1,
  }
  const collections = new Map(SOURCE_IDS.map((id) => [id, emptyCollection()] as const))
  return stockedLayers(context, { collections, stage: 'all' }).flatMap((layer) => {
    if (layer.type !== 'fill' && layer.type !== 'line') return []
    if (!PLAN_SOURCES.some((id) => id === layer.source)) return []
    const { 'line-dasharray': _dashes, ...paint }: Record<string, unknown> = { ...layer.paint }
    return [layer.filter, ...Object.values(paint)].filter(Array.isArray)
  })
}

const feature = fc.record({
  properties: fc.record(
    {
      id: fc.constantFrom('plot-a', 'plot-b', 'site-a', 'x'),
      kind: fc.constantFrom(...KINDS),
      class: fc.constantFrom(...KINDS),
      status: fc.constantFrom(...STATUSES),
    },
    { requiredKeys: ['id'] },
  ),
  state: fc.record(
    {
      class: fc.integer({ min: -1, max: 5 }),
      alarm: fc.boolean(),
      hover: fc.boolean(),
      alarmLine: fc.constantFrom('#FF4D4D', null),
      alarmFill: fc.constantFrom('#FF4D4D38', null),
    },
    { requiredKeys: [] },
  ),
  zoom: fc.double({ min: 4, max: 20, noNaN: true }),
})

/** What the map's library makes of an expression; colours come as text. */
function libraryValue(expression: unknown, { zoom, properties, state }: Parameters<typeof valueOf>[1]): unknown {
  const parsed = createExpression(expression, 'layers[0].paint')
  if (parsed.result === 'error') throw new Error(JSON.stringify(expression))
  const found: unknown = parsed.value.evaluate({ zoom }, { type: 3, properties: { ...properties } }, { ...state })
  return found
}

/** Curves are summed up in another order: the last digits differ. */
const rounded = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)

describe('the plan reads the style as the map does', () => {
  describe.each(ROOMS)('%s', (theme) => {
    it.each(PLOT_THEMES)('with plots by %s', (plotTheme) => {
      const expressions = expressionsOf(plotTheme, theme)
      expect(expressions.length).toBeGreaterThan(20)
      fc.assert(
        fc.property(feature, (scope) => {
          for (const expression of expressions) {
            expect({ expression, value: rounded(valueOf(expression, scope)) }).toEqual({
              expression,
              value: rounded(libraryValue(expression, scope)),
            })
          }
        }),
        { numRuns: 60 },
      )
    })
  })

  it('and refuses what it does not know, by name', () => {
    expect(() => valueOf(['concat', 'a', 'b'], { zoom: 12, properties: {}, state: {} })).toThrow('concat')
  })
})

describe('the view of the plan', () => {
  const size = { width: 1300, height: 700 }
  const bounds: [number, number, number, number] = [106.58, 11.23, 106.63, 11.27]

  it('fits a park into what the map leaves free', () => {
    const view = planView(null, bounds, size)
    const [left, top] = view?.project(bounds[0], bounds[3]) ?? []
    const [right, bottom] = view?.project(bounds[2], bounds[1]) ?? []
    expect(left).toBeGreaterThanOrEqual(FIT_PADDING.left - 1e-6)
    expect(top).toBeCloseTo(FIT_PADDING.top, 6)
    expect(size.height - (bottom ?? 0)).toBeCloseTo(FIT_PADDING.bottom, 6)
    expect((left ?? 0) - FIT_PADDING.left).toBeCloseTo(size.width - FIT_PADDING.right - (right ?? 0), 6)
  })

  it('finds every place again', () => {
    const view = planView({ lng: 106.6, lat: 11.25, zoom: 15.3, bearing: 0, pitch: 0 }, bounds, size)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1300, noNaN: true }),
        fc.double({ min: 0, max: 700, noNaN: true }),
        (x, y) => {
          const [lng, lat] = view?.unproject(x, y) ?? [0, 0]
          const [px, py] = view?.project(lng, lat) ?? [0, 0]
          expect(px).toBeCloseTo(x, 4)
          expect(py).toBeCloseTo(y, 4)
        },
      ),
    )
  })

  it('is none for a camera that is tilted or turned, nor without room', () => {
    const camera = { lng: 106.6, lat: 11.25, zoom: 15, bearing: 0, pitch: 0 }
    expect(planView({ ...camera, pitch: 40 }, bounds, size)).toBeNull()
    expect(planView({ ...camera, bearing: 10 }, bounds, size)).toBeNull()
    expect(planView(null, bounds, { width: 60, height: 700 })).toBeNull()
  })
})
