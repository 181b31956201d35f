import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Filter, Layer } from './style-types.ts'

const filterOf = (layer: Layer): Filter | null => ('filter' in layer && layer.filter ? layer.filter : null)
const lookOf = (layer: Layer): string => JSON.stringify({ ...layer, filter: null })
const isSameFilter = (a: Layer, b: Layer): boolean => JSON.stringify(filterOf(a)) === JSON.stringify(filterOf(b))

/**
 * Changes the drawn layers from one list to another: what looks the same stays, a changed filter is set,
 * anything else is replaced in its place. The library's own diff would compare the sources too and send
 * every feature to the worker again.
 */
export function applyLayers(map: MapLibreMap, before: readonly Layer[], after: readonly Layer[]): void {
  const wanted = new Map(after.map((layer) => [layer.id, layer]))
  const kept = new Map<string, Layer>()
  for (const layer of before) {
    const next = wanted.get(layer.id)
    if (next && lookOf(next) === lookOf(layer)) kept.set(layer.id, layer)
    else if (map.getLayer(layer.id)) map.removeLayer(layer.id)
  }
  let above: string | undefined
  for (const layer of after.toReversed()) {
    const current = kept.get(layer.id)
    if (!current) map.addLayer(layer, above)
    else if (!isSameFilter(current, layer)) map.setFilter(layer.id, filterOf(layer))
    above = layer.id
  }
}
