import type { Position } from '../../contract/geojson.ts'
import type { Asset } from '../../contract/resources.ts'
import type { Selection } from '../map-types.ts'
import { labelPlace } from './drawn-features.ts'
import type { ParkData } from './park-data.ts'

/** Where a feature is: an asset's own place, the middle of a plot or site; null for one that is not there. */
export function placeOf({ type, id }: Selection, assets: readonly Asset[], data: ParkData): Position | null {
  if (type === 'asset') return assets.find((asset) => asset.id === id)?.position ?? null
  const areas = type === 'site' ? data.get('sites') : data.get('plots')
  const area = areas.find((feature) => feature.id === id)
  return area ? labelPlace(area.geometry.coordinates) : null
}
