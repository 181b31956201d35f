import { measureOf } from '../layers/plot-themes.ts'
import { networkColour, rampLabelColour } from '../network-tokens.ts'
import type { Palette } from '../tokens.ts'
import { between, localText } from './expressions.ts'
import type { Expression, Layer, StyleContext } from './style-types.ts'

const MEDIUM = ['Inter Medium']
const SEMI_BOLD = ['Inter SemiBold']

/** Plot codes turn dark or white with the class of their plot, so that they stay above 4.5:1. */
function plotLabelColour(palette: Palette, context: StyleContext): Expression | string {
  if (measureOf(context.plotTheme) === null) return palette.label
  const colour = (index: number) => rampLabelColour(context.theme, index)
  return ['match', ['coalesce', ['feature-state', 'class'], -1], 3, colour(3), 4, colour(4), palette.label]
}

/** Halo in the surface colour; a code on a strong class needs none. */
function plotHaloWidth(context: StyleContext): Expression | number {
  if (measureOf(context.plotTheme) === null) return 1.6
  const bare = context.theme === 'room-dark' ? [4] : [3, 4]
  return ['match', ['coalesce', ['feature-state', 'class'], -1], bare, 0, 1.6]
}

/** Labels, lowest priority first: road, water, network, plot, unit, site. Alarm marks are HTML above all. */
export function labelLayers(palette: Palette, context: StyleContext): Layer[] {
  const text = localText(context.locale)
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 } as const
  const tilted = context.mode === 'assets'
  return [
    {
      id: 'label-road',
      type: 'symbol',
      source: 'road-labels',
      minzoom: 13.4,
      filter: ['>=', ['get', 'rank'], ['step', ['zoom'], 4, 15, 3, 16, 1]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 560,
        'text-field': ['get', 'name'],
        'text-font': MEDIUM,
        'text-size': between(14, 11.5, 17, 15),
        'text-letter-spacing': context.locale === 'ja' ? 0 : 0.03,
        'text-max-angle': 25,
        'text-padding': 8,
        'text-pitch-alignment': 'viewport',
        'symbol-sort-key': ['-', 10, ['get', 'rank']],
      },
      paint: { 'text-color': palette.labelMinor, ...halo, 'text-halo-color': palette.road },
    },
    {
      id: 'label-waterway',
      type: 'symbol',
      source: 'waterway-labels',
      minzoom: 12.5,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 520,
        'text-field': text,
        'text-font': MEDIUM,
        'text-size': 14,
        'text-letter-spacing': context.locale === 'ja' ? 0.05 : 0.12,
        'text-max-angle': 30,
        'text-offset': [0, 1.25],
        'text-pitch-alignment': 'viewport',
      },
      paint: { 'text-color': palette.labelWater, ...halo },
    },
    networkLabel(palette, context),
    {
      id: 'label-plot',
      type: 'symbol',
      source: 'plot-labels',
      minzoom: 13,
      filter: [
        '>=',
        ['get', 'areaHa'],
        tilted ? ['step', ['zoom'], 12, 14.2, 7, 15.2, 2, 16, 0] : ['step', ['zoom'], 12, 13.6, 4, 14.2, 0],
      ],
      layout: {
        'text-field': ['get', 'code'],
        'text-font': SEMI_BOLD,
        'text-size': ['step', ['get', 'areaHa'], 11.5, 4, 13.5, 15, 16],
        'text-padding': 3,
        'symbol-sort-key': ['-', 0, ['get', 'areaHa']],
      },
      paint: {
        'text-color': plotLabelColour(palette, context),
        'text-halo-color': palette.halo,
        'text-halo-width': plotHaloWidth(context),
        'text-halo-blur': 0.4,
      },
    },
    {
      id: 'label-unit',
      type: 'symbol',
      source: 'unit-labels',
      minzoom: 15.8,
      layout: {
        'text-field': text,
        'text-font': MEDIUM,
        'text-size': between(16, 11.5, 19, 14),
        'text-max-width': 9,
        'text-padding': 4,
      },
      paint: { 'text-color': palette.labelMinor, ...halo },
    },
    {
      id: 'label-site',
      type: 'symbol',
      source: 'site-labels',
      minzoom: 12.4,
      layout: {
        'icon-image': ['concat', 'site-', ['get', 'kind']],
        'icon-size': between(13, 0.75, 15, 1),
        'icon-allow-overlap': true,
        'icon-ignore-placement': false,
        'text-field': ['step', ['zoom'], '', 13.7, text],
        'text-font': SEMI_BOLD,
        'text-size': between(13.5, 12, 15.5, 15),
        'text-max-width': 9,
        'text-padding': 2,
        'text-optional': true,
        'text-variable-anchor-offset': ['top', [0, 1.15], 'bottom', [0, -1.15], 'left', [1.3, 0], 'right', [-1.3, 0]],
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.label, ...halo, 'text-halo-width': 2 },
    },
    {
      id: 'label-national',
      type: 'symbol',
      source: 'national-labels',
      maxzoom: 11.5,
      filter: ['>=', ['zoom'], ['get', 'minzoom']],
      layout: {
        'text-field': text,
        'text-font': MEDIUM,
        'text-size': between(4, 11, 9, 15),
        'text-max-width': 8,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.labelMinor, ...halo, 'text-opacity': between(10.2, 1, 11.2, 0) },
    },
  ]
}

/** Letter, size and branch along each line, in Assets mode when one is close enough to read it. */
function networkLabel(palette: Palette, context: StyleContext): Layer {
  const colour = (network: Parameters<typeof networkColour>[0]) => networkColour(network, context.mode, context.theme)
  return {
    id: 'label-network',
    type: 'symbol',
    source: 'network-labels',
    minzoom: 15.4,
    filter: [
      'in',
      ['get', 'layer'],
      [
        'literal',
        context.mode === 'assets' ? Object.entries(context.layers).flatMap(([id, on]) => (on ? [id] : [])) : [],
      ],
    ],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 340,
      'text-field': ['get', 'text'],
      'text-font': SEMI_BOLD,
      'text-size': 12.5,
      'text-padding': 6,
      'text-offset': [
        'match',
        ['get', 'network'],
        ['water', 'reclaimed'],
        ['literal', [0, 0.95]],
        ['literal', [0, -0.95]],
      ],
      'text-max-angle': 20,
      'text-pitch-alignment': 'viewport',
    },
    paint: {
      'text-color': [
        'match',
        ['get', 'network'],
        'power-110',
        colour('power-110'),
        'power-22',
        colour('power-22'),
        'water',
        colour('water'),
        'sewer',
        colour('sewer'),
        'reclaimed',
        colour('reclaimed'),
        'storm',
        colour('storm'),
        colour('fibre'),
      ],
      'text-halo-color': palette.halo,
      'text-halo-width': 2,
    },
  }
}
