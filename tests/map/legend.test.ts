import { describe, expect, it } from 'vitest'
import en from '../../src/i18n/catalogues/en/map.json' with { type: 'json' }
import { LAYERS, defaultVisibility } from '../../src/map/layers/registry.ts'
import { legendOf } from '../../src/map/legend-model.ts'
import type { PlotTheme } from '../../src/contract/plot-themes.ts'
import type { MapMode } from '../../src/map/map-types.ts'
import { SYMBOLS } from '../../src/map/overlay/symbols.ts'
import { buildLayers } from '../../src/map/style/build-style.ts'

const MODES: readonly MapMode[] = ['operations', 'assets']
const THEMES: readonly PlotTheme[] = ['exceptions', 'status', 'power-density', 'water-intensity', 'district-loss']
const texts: Readonly<Record<string, string>> = en

describe.each(MODES)('legend of the %s mode', (mode) => {
  it('lists exactly what the visible layers declare', () => {
    const layers = defaultVisibility(mode)
    const keys = new Set(legendOf(mode, 'room-dark', 'exceptions', layers, false).rows.map((row) => row.key))
    for (const layer of LAYERS) {
      for (const entry of layer.legend) {
        const declared = !('modes' in entry) || entry.modes.some((own) => own === mode)
        expect(keys.has(entry.key)).toBe(layers[layer.id] && declared)
      }
    }
  })

  it('speaks of plots in alarm only while there is an alarm', () => {
    const layers = defaultVisibility(mode)
    const keysWith = (alarms: boolean): string[] =>
      legendOf(mode, 'room-dark', 'exceptions', layers, alarms).rows.map((row) => row.key)
    expect(keysWith(false)).not.toContain('legend.plot-alarm')
    expect(keysWith(true)).toContain('legend.plot-alarm')
  })

  it('loses the entries of a layer that is switched off', () => {
    const layers = { ...defaultVisibility(mode), 'power-22': false }
    const keys = legendOf(mode, 'room-dark', 'exceptions', layers, false).rows.map((row) => row.key)
    expect(keys).not.toContain('legend.power-22')
  })

  it.each(THEMES)('names everything in words with plots by %s', (plotTheme) => {
    const all = Object.fromEntries(LAYERS.map(({ id }) => [id, true]))
    const legend = legendOf(mode, 'room-light', plotTheme, { ...defaultVisibility(mode), ...all }, true)
    for (const { key } of legend.rows) expect(texts[key]).toBeDefined()
    expect(legend.ramp?.classes.length ?? 5).toBe(5)
  })
})

describe('layer table', () => {
  it('names only style layers that exist', () => {
    const known = new Set(
      MODES.flatMap((mode) =>
        buildLayers({
          mode,
          theme: 'room-dark',
          locale: 'vi',
          plotTheme: 'exceptions',
          layers: {
            ...defaultVisibility(mode),
            ...Object.fromEntries(LAYERS.map(({ id }) => [id, true])),
          },
          plotsWithoutData: [],
          selectedPlots: [],
          tracedPlots: [],
          selectedSite: null,
          scale: 1,
        }).map((layer) => layer.id),
      ),
    )
    for (const layer of LAYERS) for (const id of layer.styleLayers) expect(known).toContain(id)
  })

  it('names only symbols that can be painted, and layers that have a text', () => {
    for (const layer of LAYERS) {
      expect(texts[layer.labelKey]).toBeDefined()
      const symbols = layer.legend.flatMap(({ sample }) => (sample.shape === 'symbol' ? [sample.symbol] : []))
      for (const symbol of symbols) expect(SYMBOLS).toContain(symbol)
    }
  })
})
