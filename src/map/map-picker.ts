import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ParkData } from './data/park-data.ts'
import { metresPerPixel } from './geo.ts'
import { layerOfNetwork } from './layers/registry.ts'
import type { ParkMapProps, Selection } from './map-types.ts'
import { SYMBOL_RULES } from './overlay/asset-symbols.ts'
import { buildPickIndex } from './picking.ts'
import type { PickIndex } from './picking.ts'

/** A pointer may miss a line or a symbol by this much. */
const REACH_PX = 8
const METRES_PER_DEGREE = 110_574

/** Says what is under a place of the screen; the index is built with the first question. */
export class MapPicker {
  readonly #data: ParkData
  #index: PickIndex | null = null

  constructor(data: ParkData) {
    this.#data = data
  }

  /** Called when features or assets are others. */
  reset(): void {
    this.#index = null
  }

  pick(map: MapLibreMap, x: number, y: number, { assets, layers, mode }: ParkMapProps): Selection | null {
    this.#index ??= buildPickIndex(
      this.#data.get('plots'),
      this.#data.get('sites'),
      this.#data.get('network-edges'),
      assets,
    )
    const { lng, lat } = map.unproject([x, y])
    const zoom = map.getZoom()
    const reachLat = (REACH_PX * metresPerPixel(zoom, lat)) / METRES_PER_DEGREE
    const reach = { lat: reachLat, lng: reachLat / Math.cos((lat * Math.PI) / 180) }
    return this.#index.at([lng, lat], reach, {
      asset: (asset) => {
        const rule = SYMBOL_RULES[asset.kind]
        return rule !== undefined && layers[rule.layer] && rule.minZoom <= zoom
      },
      edge: ({ properties: { network, role } }) => {
        const layer = layerOfNetwork(network)
        return layer !== null && layers[layer] && (role !== 'service' || (mode === 'assets' && zoom >= 16))
      },
    })
  }
}
