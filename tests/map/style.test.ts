import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { defaultVisibility } from '../../src/map/layers/registry.ts'
import type { MapMode, PlotTheme, ThemeName } from '../../src/map/map-types.ts'
import { OVERLAY_ANCHOR, buildLayers, buildStyle } from '../../src/map/style/build-style.ts'
import type { StyleContext } from '../../src/map/style/style-types.ts'

const MODES: readonly MapMode[] = ['operations', 'assets']
const ROOMS: readonly ThemeName[] = ['room-dark', 'room-light']
const THEMES: readonly PlotTheme[] = ['exceptions', 'status', 'power-density', 'water-intensity']

function contextOf(mode: MapMode, theme: ThemeName, plotTheme: PlotTheme): StyleContext {
  return {
    mode,
    theme,
    plotTheme,
    locale: 'vi',
    layers: defaultVisibility(mode),
    plotsWithoutData: ['plot-a14'],
    selectedPlots: [],
    selectedSite: null,
  }
}
const fonts = { 'Inter Medium': [{ url: 'https://park.example/a.woff2', 'unicode-range': ['U+0000-00FF'] }] }

describe.each(MODES)('style of the %s mode', (mode) => {
  describe.each(ROOMS)('in %s', (theme) => {
    it.each(THEMES)('is valid with plots by %s', (plotTheme) => {
      const style = buildStyle(contextOf(mode, theme, plotTheme), new Map(), fonts)
      expect(validateStyleMin(style)).toEqual([])
    })
  })
})

const ids = (context: StyleContext): string[] => buildLayers(context).map((layer) => layer.id)

describe('layers', () => {
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
