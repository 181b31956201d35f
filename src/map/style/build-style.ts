import type { FontFaces } from '../fonts.ts'
import { LAYERS } from '../layers/registry.ts'
import { landUsePalette, paletteOf } from '../tokens.ts'
import { flatBuildingLayers, solidBuildingLayers } from './building-layers.ts'
import { exchangeLabels, exchangeLayers } from './exchange-layers.ts'
import { landLayers, markLayers, outlineLayers, surfaceLayers, surroundingLayers, yardLayers } from './ground-layers.ts'
import { labelLayers } from './label-layers.ts'
import { scaleSizes } from './scale-sizes.ts'
import { SOURCE_IDS, sourceOf } from './sources.ts'
import type { SourceId } from './sources.ts'
import type { DrawnCollection, Layer, Style, StyleContext } from './style-types.ts'

/** The overlay's lines are drawn just below this layer, so that labels stay above them. */
export const OVERLAY_ANCHOR = 'overlay-anchor'

/** All layers from the bottom up. Hidden ones are left out: a layer that is not there costs nothing. */
export function buildLayers(context: StyleContext): Layer[] {
  const own = paletteOf(context.mode, context.theme)
  const palette = context.plotTheme === 'land-use' ? landUsePalette(own, context.theme) : own
  const hidden = new Set<string>(
    LAYERS.filter((layer) => !context.layers[layer.id]).flatMap((layer): readonly string[] => layer.styleLayers),
  )
  const layers: Layer[] = [
    ...surroundingLayers(palette),
    ...landLayers(palette, context),
    ...yardLayers(palette, context),
    ...surfaceLayers(palette),
    ...(context.mode === 'assets' ? solidBuildingLayers(palette, context) : flatBuildingLayers(palette, context)),
    ...outlineLayers(palette),
    { id: OVERLAY_ANCHOR, type: 'background', layout: { visibility: 'none' }, paint: {} },
    ...markLayers(palette, context),
    ...exchangeLayers(palette, context),
    ...labelLayers(palette, context),
    ...exchangeLabels(palette),
  ]
  return layers.filter((layer) => !hidden.has(layer.id) && !(context.bare === true && layer.type === 'symbol'))
}

/**
 * What there is to draw: a layer without its source is left out. The first frame holds the ground alone: each further
 * kind of layer costs a program to compile, and names cost fonts and glyphs.
 */
export interface Stock {
  collections: ReadonlyMap<SourceId, DrawnCollection>
  stage: 'ground' | 'all'
}

function isGround(layer: Layer): boolean {
  return layer.type === 'background' || (layer.type === 'fill' && layer.paint?.['fill-pattern'] === undefined)
}

/** Layers of a context that can be drawn from what is in stock. */
export function stockedLayers(context: StyleContext, { collections, stage }: Stock): Layer[] {
  const sources = new Set<string>(collections.keys())
  return buildLayers(context)
    .filter((layer) => (stage === 'all' || isGround(layer)) && (!('source' in layer) || sources.has(layer.source)))
    .map((layer) => scaleSizes(layer, context.scale))
}

/** Whole style of the map. Pure: the same stock and context give the same style. */
export function buildStyle(context: StyleContext, stock: Stock, fonts: FontFaces): Style {
  const { collections } = stock
  return {
    version: 8,
    name: 'Parkscope',
    'font-faces': fonts,
    sources: Object.fromEntries(
      SOURCE_IDS.filter((id) => collections.has(id)).map((id) => [id, sourceOf(id, collections.get(id))]),
    ),
    // White: walls keep the hue of their token.
    light: { anchor: 'map', position: [1.4, 315, 42], intensity: 0.32, color: '#ffffff' },
    transition: { duration: 0, delay: 0 },
    layers: stockedLayers(context, stock),
  }
}
