import { z } from 'zod'

/** The four streams and the two services that do not belong to one. Letters E, W, S, R on screen. */
export const streamSchema = z.enum(['energy', 'water', 'wastewater', 'waste', 'environment', 'data'])
export type Stream = z.infer<typeof streamSchema>

/** Every kind of asset, with the stream it belongs to. */
export const ASSET_KINDS = {
  substation: 'energy',
  'power-transformer': 'energy',
  feeder: 'energy',
  'ring-switch': 'energy',
  'distribution-transformer': 'energy',
  'hv-connection': 'energy',
  'electricity-meter': 'energy',
  'solar-plant': 'energy',
  'battery-storage': 'energy',
  'water-plant': 'water',
  'water-tank': 'water',
  pump: 'water',
  'district-meter': 'water',
  'boundary-valve': 'water',
  hydrant: 'water',
  'pressure-logger': 'water',
  'water-meter': 'water',
  'sewer-meter': 'wastewater',
  'sewer-gauge': 'wastewater',
  'lift-station': 'wastewater',
  'wastewater-plant': 'wastewater',
  'equalisation-tank': 'wastewater',
  'aeration-tank': 'wastewater',
  clarifier: 'wastewater',
  'sludge-tank': 'wastewater',
  outfall: 'wastewater',
  'reclaimed-station': 'wastewater',
  'reclaimed-meter': 'wastewater',
  'storm-pond': 'wastewater',
  container: 'waste',
  'collection-vehicle': 'waste',
  'transfer-station': 'waste',
  'hazardous-store': 'waste',
  'weather-station': 'environment',
  'air-station': 'environment',
  'fibre-node': 'data',
  gateway: 'data',
} as const satisfies Record<string, Stream>

export type AssetKind = keyof typeof ASSET_KINDS
export const assetKindSchema = z.enum(Object.keys(ASSET_KINDS) as [AssetKind, ...AssetKind[]])

/** Waste streams as containers and registers name them. */
export const wasteStreamSchema = z.enum(['domestic', 'ordinary-industrial', 'recyclable', 'hazardous', 'sludge'])
export type WasteStream = z.infer<typeof wasteStreamSchema>
