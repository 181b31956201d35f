import { describe, expect, it } from 'vitest'
import { PLOT_THEMES } from '../../src/contract/plot-themes.ts'
import {
  CERTIFICATES,
  CONTAINER_FILL,
  ENERGY_BASELINE,
  HEADROOM,
  POWER_DENSITY,
  WATER_INTENSITY,
  classLabels,
  classOf,
  measureOf,
} from '../../src/map/layers/plot-themes.ts'
import { givenClasses, plotClasses, plotMeasures } from '../../src/map/live/plot-measures.ts'
import { FRESHNESS_BYTE } from '../../src/domain/quality/freshness.ts'
import { openPark } from '../../mocks/park/load-node.ts'

describe('classes of a live plot theme', () => {
  it.each([
    [0, 0],
    [49.9, 0],
    [50, 1],
    [199.9, 2],
    [200, 3],
    [400, 4],
    [9000, 4],
  ])('puts %d kW/ha into class %d', (value, expected) => {
    expect(classOf(POWER_DENSITY, value)).toBe(expected)
  })

  it('knows a value that is missing from one that is low', () => {
    expect(classOf(POWER_DENSITY, Number.NaN)).toBe('no-data')
    expect(classOf(WATER_INTENSITY, Number.POSITIVE_INFINITY)).toBe('no-data')
  })

  it('prints every edge', () => {
    expect(classLabels(POWER_DENSITY)).toEqual(['< 50', '50–100', '100–200', '200–400', '≥ 400'])
  })

  it('counts in whole classes', () => {
    expect(classLabels(CERTIFICATES)).toEqual(['0', '1', '2', '3', '≥ 4'])
    expect([0, 1, 4, 9].map((count) => classOf(CERTIFICATES, count))).toEqual([0, 1, 4, 4])
  })

  it('has no measure where the theme is not one', () => {
    expect(measureOf('land-use')).toBeNull()
    expect(measureOf('exceptions')).toBeNull()
    expect(measureOf('status')).toBeNull()
  })

  it('has a measure with rising breaks for every other theme', () => {
    const ids = PLOT_THEMES.filter((id) => id !== 'exceptions' && id !== 'status' && id !== 'land-use')
    const measures = ids.map((id) => measureOf(id))
    expect(measures.map((measure) => measure?.id)).toEqual(ids)
    for (const measure of measures) expect(measure?.breaks).toEqual(measure?.breaks.toSorted((a, b) => a - b))
  })

  it('prints breaks below zero with a minus', () => {
    expect(classLabels(ENERGY_BASELINE)).toEqual(['< −10', '−10–0', '0–10', '10–25', '≥ 25'])
  })
})

describe('classes of plots', async () => {
  const model = await openPark('bau-bang').core()
  const plots = await openPark('bau-bang').collection('plots')

  it('of values that the page works out: its status only, and no data where there is no value', () => {
    const [first, second] = plots.filter(({ properties }) => properties.status === 'leased')
    const vacant = plots.find(({ properties }) => properties.status === 'vacant')
    const classes = givenClasses(ENERGY_BASELINE, plots, new Map([[first?.id ?? '', -12.5]]))
    expect(classes.get(first?.id ?? '')).toBe(0)
    expect(classes.get(second?.id ?? '')).toBe('no-data')
    expect(classes.has(vacant?.id ?? '')).toBe(false)
    expect(givenClasses(HEADROOM, plots, new Map([[vacant?.id ?? '', 12]])).get(vacant?.id ?? '')).toBe(2)
  })

  it('of containers: the fullest of the plot, and no data when one of them says nothing', () => {
    const containers = model.assets.filter(({ kind, plotId }) => kind === 'container' && plotId !== null)
    const plotId = containers.map((one) => one.plotId).find((id, k, ids) => ids.indexOf(id) < k) ?? ''
    const own = containers.filter((one) => one.plotId === plotId)
    expect(own.length).toBeGreaterThan(1)
    const indexOf = (id: string): number => model.points.findIndex((point) => point.id === id)
    const values = new Float64Array(model.points.length).fill(10)
    const freshness = new Uint8Array(model.points.length).fill(FRESHNESS_BYTE.live)
    const live = { values, freshness, version: 1, indexOf, subscribe: () => () => {} }
    const measures = plotMeasures(CONTAINER_FILL, plots, model.assets, model.points, live)
    const last = measures.find((measure) => measure.plotId === plotId)?.indices.at(-1) ?? -1
    values[last] = 91
    expect(plotClasses(CONTAINER_FILL, measures, live).get(plotId)).toBe(4)
    freshness[last] = FRESHNESS_BYTE.stale
    expect(plotClasses(CONTAINER_FILL, measures, live).get(plotId)).toBe('no-data')
  })
})
