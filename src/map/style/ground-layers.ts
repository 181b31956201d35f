import type { Palette } from '../tokens.ts'
import { accentColour, rampOf } from '../network-tokens.ts'
import { between, groundMetres, oneOf } from './expressions.ts'
import type { Expression, Layer, StyleContext } from './style-types.ts'

/** Land around the park, seen from the country down to its fence. */
export function surroundingLayers(palette: Palette): Layer[] {
  return [
    { id: 'background', type: 'background', paint: { 'background-color': palette.outside } },
    {
      id: 'national',
      type: 'fill',
      source: 'national',
      maxzoom: 11.5,
      paint: { 'fill-color': palette.land, 'fill-opacity': between(9.5, 1, 11.5, 0) },
    },
    {
      id: 'national-line',
      type: 'line',
      source: 'national',
      maxzoom: 11.5,
      paint: {
        'line-color': palette.plotLine,
        'line-width': between(4, 0.6, 9, 1.2),
        'line-opacity': between(9.5, 1, 11.5, 0),
      },
    },
    {
      id: 'surrounding',
      type: 'fill',
      source: 'surroundings',
      minzoom: 11,
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          'field',
          palette.field,
          'house',
          palette.house,
          'bank',
          palette.bank,
          palette.plantation,
        ],
      },
    },
    { id: 'land', type: 'fill', source: 'boundary', paint: { 'fill-color': palette.land } },
  ]
}

/** Green, road reserve, sites and plots up to the live colours and the hatch. */
export function landLayers(palette: Palette, context: StyleContext): Layer[] {
  return [
    {
      id: 'green',
      type: 'fill',
      source: 'green',
      filter: ['!=', ['get', 'kind'], 'median'],
      paint: { 'fill-color': ['match', ['get', 'kind'], 'stream-park', palette.bank, palette.green] },
    },
    {
      id: 'reserve',
      type: 'fill',
      source: 'carriageways',
      filter: ['==', ['get', 'kind'], 'reserve'],
      paint: { 'fill-color': palette.reserve },
    },
    {
      id: 'median',
      type: 'fill',
      source: 'green',
      filter: ['==', ['get', 'kind'], 'median'],
      paint: { 'fill-color': palette.green },
    },
    {
      id: 'site',
      type: 'fill',
      source: 'sites',
      paint: { 'fill-color': ['match', ['get', 'kind'], 'park', palette.lawn, palette.site] },
    },
    {
      id: 'plot',
      type: 'fill',
      source: 'plots',
      paint: { 'fill-color': ['match', ['get', 'status'], 'vacant', palette.vacant, palette.plot] },
    },
    {
      id: 'plot-theme',
      type: 'fill',
      source: 'plots',
      paint: { 'fill-color': plotThemeColour(context), 'fill-antialias': true },
    },
    {
      id: 'plot-traced-fill',
      type: 'fill',
      source: 'plots',
      filter: oneOf('id', context.tracedPlots),
      paint: { 'fill-color': accentColour(context.theme), 'fill-opacity': 0.22 },
    },
    {
      id: 'plot-hatch',
      type: 'fill',
      source: 'plots',
      filter: oneOf('id', context.plotsWithoutData),
      paint: { 'fill-pattern': 'hatch' },
    },
  ]
}

/** Live colour of a plot: its class or its worst alarm comes as feature state, never as new features. */
function plotThemeColour(context: StyleContext): Expression {
  const ramp = rampOf(context.theme, context.plotTheme)
  if (context.plotTheme === 'exceptions') return ['coalesce', ['feature-state', 'alarmFill'], 'rgba(0,0,0,0)']
  if (context.plotTheme === 'status') {
    return ['match', ['get', 'status'], 'leased', ramp[1], 'construction', ramp[2], 'rgba(0,0,0,0)']
  }
  return [
    'match',
    ['coalesce', ['feature-state', 'class'], -1],
    0,
    ramp[0],
    1,
    ramp[1],
    2,
    ramp[2],
    3,
    ramp[3],
    4,
    ramp[4],
    'rgba(0,0,0,0)',
  ]
}

/** Paving and lawns. Where plots wear a colour they are drawn on sites only, or they would cover it. */
export function yardLayers(palette: Palette, context: StyleContext): Layer[] {
  const yard = (id: string, kinds: readonly string[], colour: string): Layer => ({
    id,
    type: 'fill',
    source: 'yards',
    minzoom: 13,
    filter:
      context.plotTheme === 'exceptions'
        ? oneOf('kind', kinds)
        : ['all', oneOf('kind', kinds), ['==', ['slice', ['get', 'on'], 0, 4], 'site']],
    paint: { 'fill-color': colour },
  })
  return [
    yard('yard-base', ['bare', 'paved'], palette.site),
    yard('yard-lawn', ['lawn'], palette.lawn),
    yard('yard-paved', ['street', 'car-park', 'gravel', 'bund'], palette.paved),
    yard('yard-path', ['path'], palette.path),
  ]
}

/** Water, carriageways and the outlines above them. */
export function surfaceLayers(palette: Palette): Layer[] {
  return [
    {
      id: 'basin-wall',
      type: 'fill',
      source: 'yards',
      minzoom: 13,
      filter: ['==', ['get', 'kind'], 'basin-wall'],
      paint: { 'fill-color': palette.wall },
    },
    { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': palette.water } },
    {
      id: 'water-line',
      type: 'line',
      source: 'water',
      paint: { 'line-color': palette.waterLine, 'line-width': between(13, 0.5, 18, 1.2) },
    },
    {
      id: 'basin',
      type: 'fill',
      source: 'yards',
      minzoom: 13,
      filter: ['==', ['get', 'kind'], 'basin'],
      paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterLine },
    },
    {
      id: 'road-far',
      type: 'line',
      source: 'roads',
      filter: ['==', ['get', 'class'], 'national'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.road, 'line-width': groundMetres(34) },
    },
    {
      id: 'road',
      type: 'fill',
      source: 'carriageways',
      filter: ['==', ['get', 'kind'], 'carriageway'],
      paint: { 'fill-color': palette.road },
    },
    {
      id: 'road-line',
      type: 'line',
      source: 'carriageways',
      filter: ['==', ['get', 'kind'], 'carriageway'],
      paint: { 'line-color': palette.roadLine, 'line-width': between(13, 0.4, 18, 1.2) },
    },
    {
      id: 'road-lane',
      type: 'line',
      source: 'roads',
      minzoom: 15.5,
      filter: oneOf('class', ['collector', 'service']),
      paint: { 'line-color': palette.roadLine, 'line-width': between(15.5, 0.5, 19, 2), 'line-dasharray': [8, 8] },
    },
    {
      id: 'plot-line',
      type: 'line',
      source: 'plots',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.plotLine, 'line-width': between(13, 0.7, 18, 1.6) },
    },
  ]
}

/** Fence of the park, above the buildings. */
export function outlineLayers(palette: Palette): Layer[] {
  return [
    {
      id: 'boundary',
      type: 'line',
      source: 'boundary',
      minzoom: 10,
      paint: {
        'line-color': palette.boundary,
        'line-width': between(13, 1.4, 17, 2.4),
        'line-dasharray': [7, 2.2, 1.4, 2.2],
      },
    },
  ]
}

/** What stands out: above the networks, whose lines run along the plots' edges. */
export function markLayers(palette: Palette, context: StyleContext): Layer[] {
  const accent = accentColour(context.theme)
  return [
    {
      id: 'plot-alarm',
      type: 'line',
      source: 'plots',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['coalesce', ['feature-state', 'alarmLine'], 'rgba(0,0,0,0)'],
        'line-width': ['case', ['boolean', ['feature-state', 'alarm'], false], 2.5, 0],
      },
    },
    {
      id: 'plot-hover',
      type: 'line',
      source: 'plots',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.label,
        'line-width': ['case', ['boolean', ['feature-state', 'hover'], false], 1.5, 0],
      },
    },
    {
      id: 'plot-traced',
      type: 'line',
      source: 'plots',
      filter: oneOf('id', context.tracedPlots),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 2 },
    },
    {
      id: 'plot-selected',
      type: 'line',
      source: 'plots',
      filter: oneOf('id', context.selectedPlots),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 3 },
    },
    {
      id: 'site-selected',
      type: 'line',
      source: 'sites',
      filter: ['==', ['get', 'id'], context.selectedSite ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 3 },
    },
  ]
}
