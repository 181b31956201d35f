import { networkColour } from '../network-tokens.ts'
import type { Palette } from '../tokens.ts'
import type { Layer, StyleContext } from './style-types.ts'

/** Arcs of by-product exchanges: contracted wide and pale, delivered narrow and full, a dot at the giver. */
export function exchangeLayers(palette: Palette, { theme }: StyleContext): Layer[] {
  const colour = networkColour('waste-route', 'assets', theme)
  const line = { 'line-cap': 'butt', 'line-join': 'round' } as const
  return [
    {
      id: 'exchange-contracted',
      type: 'line',
      source: 'exchanges',
      filter: ['==', ['get', 'kind'], 'contracted'],
      layout: line,
      paint: { 'line-color': colour, 'line-opacity': 0.4, 'line-width': ['get', 'width'] },
    },
    {
      id: 'exchange-actual',
      type: 'line',
      source: 'exchanges',
      filter: ['==', ['get', 'kind'], 'actual'],
      layout: line,
      paint: { 'line-color': palette.label, 'line-width': ['*', 0.5, ['get', 'width']] },
    },
    {
      id: 'exchange-from',
      type: 'circle',
      source: 'exchanges',
      filter: ['==', ['get', 'kind'], 'from'],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.label,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 2,
      },
    },
  ]
}

/** What moves and how much of it, at the crown of its arc. */
export function exchangeLabels(palette: Palette): Layer[] {
  return [
    {
      id: 'exchange-label',
      type: 'symbol',
      source: 'exchanges',
      filter: ['==', ['get', 'kind'], 'label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['Inter SemiBold'],
        'text-size': 13,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.8,
        'text-max-width': 14,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ]
}
