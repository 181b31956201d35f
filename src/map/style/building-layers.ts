import { BUILDING_TINTS } from '../tokens.ts'
import type { Palette } from '../tokens.ts'
import { between, groundMetres, oneOf } from './expressions.ts'
import { solarColour } from './solar-colour.ts'
import type { Expression, Layer, StyleContext } from './style-types.ts'

const VESSELS = ['tank', 'silo', 'cooling-tower', 'tower']
const UTILITY = ['utility', 'guard', 'canteen', 'shed', 'canopy']
const CARGO = ['container', 'truck']
const STEEL = ['gantry', 'transformer']

function buildingColour(palette: Palette, context: StyleContext): Expression | string {
  if (context.mode === 'operations') return palette.building
  const tint = BUILDING_TINTS[context.theme]
  return [
    'match',
    ['get', 'kind'],
    ['office', 'civic'],
    tint.office,
    'housing',
    tint.housing,
    VESSELS,
    tint.vessel,
    UTILITY,
    tint.utility,
    'stack',
    tint.stack,
    CARGO,
    tint.cargo,
    STEEL,
    tint.steel,
    palette.building,
  ]
}

/** Operations: footprints as a thin veil, so that the plot's colour reads through. */
export function flatBuildingLayers(palette: Palette, context: StyleContext): Layer[] {
  return [
    {
      id: 'building',
      type: 'fill',
      source: 'buildings',
      minzoom: 12.5,
      paint: { 'fill-color': buildingColour(palette, context) },
    },
    {
      id: 'building-line',
      type: 'line',
      source: 'buildings',
      minzoom: 13.5,
      paint: { 'line-color': palette.buildingLine, 'line-width': between(14, 0.35, 18, 1) },
    },
    {
      id: 'roof-block',
      type: 'fill',
      source: 'roof-blocks',
      minzoom: 15.5,
      paint: { 'fill-color': palette.roofBlock },
    },
    {
      id: 'roof-line',
      type: 'line',
      source: 'roof-lines',
      minzoom: 14.2,
      paint: { 'line-color': palette.roof, 'line-width': between(14, 0.3, 18, 1) },
    },
    { id: 'solar', type: 'fill', source: 'solar', minzoom: 14, paint: { 'fill-color': solarColour(palette) } },
  ]
}

/** Assets: shadows, trees and buildings with their heights. */
export function solidBuildingLayers(palette: Palette, context: StyleContext): Layer[] {
  const tint = BUILDING_TINTS[context.theme]
  return [
    ...(palette.shadow === null
      ? []
      : ([
          { id: 'shadow', type: 'fill', source: 'shadows', minzoom: 13, paint: { 'fill-color': palette.shadow } },
        ] satisfies Layer[])),
    {
      id: 'stall',
      type: 'line',
      source: 'stalls',
      minzoom: 16,
      paint: { 'line-color': palette.stall, 'line-width': between(16, 0.3, 19, 1) },
    },
    {
      id: 'tree',
      type: 'circle',
      source: 'trees',
      minzoom: 13.2,
      paint: {
        'circle-color': palette.tree,
        'circle-radius': groundMetres(3.2),
        'circle-pitch-alignment': 'map',
        'circle-pitch-scale': 'map',
      },
    },
    {
      id: 'building-3d',
      type: 'fill-extrusion',
      source: 'buildings',
      minzoom: 12.5,
      paint: {
        'fill-extrusion-color': buildingColour(palette, context),
        'fill-extrusion-height': ['get', 'heightM'],
        'fill-extrusion-base': ['get', 'baseM'],
        'fill-extrusion-vertical-gradient': false,
      },
    },
    {
      id: 'roof-block-3d',
      type: 'fill-extrusion',
      source: 'roof-blocks',
      minzoom: 14,
      filter: oneOf('kind', ['saw', 'monitor', 'hvac']),
      paint: {
        'fill-extrusion-color': ['match', ['get', 'kind'], 'monitor', palette.roofBlock, tint.utility],
        'fill-extrusion-height': ['get', 'heightM'],
        'fill-extrusion-base': ['get', 'baseM'],
        'fill-extrusion-vertical-gradient': false,
      },
    },
    {
      id: 'solar-3d',
      type: 'fill-extrusion',
      source: 'solar',
      minzoom: 13.5,
      paint: {
        'fill-extrusion-color': solarColour(palette),
        'fill-extrusion-height': ['+', ['get', 'baseM'], 0.9],
        'fill-extrusion-base': ['get', 'baseM'],
        'fill-extrusion-vertical-gradient': false,
      },
    },
  ]
}
