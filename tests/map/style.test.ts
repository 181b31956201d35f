import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import type { PlotTheme } from '../../src/contract/plot-themes.ts'
import type { MapMode, ThemeName } from '../../src/map/map-types.ts'
import { OVERLAY_ANCHOR, buildLayers, buildStyle, stockedLayers } from '../../src/map/style/build-style.ts'
import { SOURCE_IDS, emptyCollection } from '../../src/map/style/sources.ts'
import type { StyleContext } from '../../src/map/style/style-types.ts'

const MODES: readonly MapMode[] = ['operations', 'assets']
const ROOMS: readonly ThemeName[] = ['room-dark', 'room-light']
const THEMES: readonly PlotTheme[] = ['exceptions', 'status', 'power-density', 'water-intensity', 'district-loss']

function contextOf(mode: MapMode, theme: ThemeName, plotTheme: PlotTheme): StyleContext {
  return {
    mode,
    theme,
    plotTheme,
    locale: 'vi',
    layers: defaultVisibility(mode),
    plotsWithoutData: ['plot-a14'],
    selectedPlots: [],
    tracedPlots: [],
    selectedSite: null,
    scale: 1,
  }
}
const everything = new Map(SOURCE_IDS.map((id) => [id, emptyCollection()]))
const fonts = { 'Inter Medium': [{ url: 'https://park.example/a.woff2', 'unicode-range': ['U+0000-00FF'] }] }

describe.each(MODES)('style of the %s mode', (mode) => {
  describe.each(ROOMS)('in %s', (theme) => {
    it.each(THEMES)('is valid with plots by %s', (plotTheme) => {
      const style = buildStyle(contextOf(mode, theme, plotTheme), { collections: everything, stage: 'all' }, fonts)
      expect(validateStyleMin(style)).toEqual([])
    })
  })
})

const ids = (context: StyleContext): string[] => buildLayers(context).map((layer) => layer.id)

describe('layers', () => {
  it('grow their names with the root font and stay a valid style', () => {
    const large = { ...contextOf('assets', 'room-dark', 'exceptions'), scale: 2 }
    const stock = { collections: everything, stage: 'all' } as const
    expect(validateStyleMin(buildStyle(large, stock, fonts))).toEqual([])
    const sizeOf = (context: StyleContext) =>
      stockedLayers(context, stock).flatMap((layer) =>
        layer.id === 'label-road' && layer.type === 'symbol' ? [layer.layout?.['text-size']] : [],
      )
    expect(sizeOf(large)).toEqual([['interpolate', ['linear'], ['zoom'], 14, 23, 17, 30]])
    expect(sizeOf({ ...large, scale: 1 })).toEqual([['interpolate', ['linear'], ['zoom'], 14, 11.5, 17, 15]])
  })

  it('leave out what has no source yet, and lines and names before their time', () => {
    const context = contextOf('operations', 'room-dark', 'exceptions')
    const collections = new Map([['plots', emptyCollection()] as const, ['plot-labels', emptyCollection()] as const])
    const early = stockedLayers(context, { collections, stage: 'ground' })
    expect(early.length).toBeGreaterThan(0)
    expect(early.every((layer) => !('source' in layer) || layer.source === 'plots')).toBe(true)
    const late = stockedLayers(context, { collections, stage: 'all' })
    expect(late.some((layer) => layer.id === 'label-plot')).toBe(true)
  })

  it('stand in an order in which labels are above the networks and the networks above the buildings', () => {
    const order = ids(contextOf('assets', 'room-dark', 'exceptions'))
    const anchor = order.indexOf(OVERLAY_ANCHOR)
    expect(order.indexOf('building-3d')).toBeLessThan(anchor)
    for (const label of order.filter((id) => id.startsWith('label-'))) {
      expect(order.indexOf(label)).toBeGreaterThan(anchor)
    }
  })

  it('place sites before plots and plots before roads where labels collide', () => {
    const order = ids(contextOf('operations', 'room-dark', 'exceptions'))
    expect(order.indexOf('label-site')).toBeGreaterThan(order.indexOf('label-plot'))
    expect(order.indexOf('label-plot')).toBeGreaterThan(order.indexOf('label-road'))
  })

  it('leave out what is switched off', () => {
    const context = contextOf('assets', 'room-dark', 'exceptions')
    expect(ids({ ...context, layers: { ...context.layers, buildings: false } })).not.toContain('building-3d')
  })

  it('are flat and without hue of their own in operations mode', () => {
    const order = ids(contextOf('operations', 'room-light', 'power-density'))
    expect(order).toContain('building')
    expect(order).not.toContain('building-3d')
    expect(order).not.toContain('tree')
  })
})
