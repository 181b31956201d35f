import { z } from 'zod'
import { multiPolygonGeometrySchema, positionSchema } from '../../contract/geojson.ts'
import provincesUrl from '../../../fixtures/national/provinces.geojson?url'
import type { CountryPart } from './country.ts'
import type { SourceId } from '../style/sources.ts'
import type { DrawnCollection } from '../style/style-types.ts'

const provincesSchema = z.object({
  features: z.array(
    z.object({
      id: z.string(),
      geometry: multiPolygonGeometrySchema,
      properties: z.object({
        vi: z.string(),
        en: z.string(),
        ja: z.string(),
        kind: z.enum(['province', 'archipelago']),
        label: positionSchema,
      }),
    }),
  ),
})

/** Sources of the country under the park. */
export function nationalSources(body: unknown): Partial<Record<SourceId, DrawnCollection>> {
  const { features } = provincesSchema.parse(body)
  return {
    national: {
      type: 'FeatureCollection',
      features: features.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
    },
    'national-labels': {
      type: 'FeatureCollection',
      features: features.map(({ id, properties: { vi, en, ja, kind, label } }) => ({
        type: 'Feature',
        // The archipelagos are named at every national zoom: they are the smallest to see and have to be there.
        properties: { id, vi, en, ja, rank: kind === 'archipelago' ? 0 : 1, minzoom: kind === 'archipelago' ? 0 : 5 },
        geometry: { type: 'Point', coordinates: label },
      })),
    },
  }
}

/** Loads the national base after everything else; the park does without when it cannot be had. */
export async function loadNational(): Promise<Partial<Record<SourceId, DrawnCollection>>> {
  try {
    const response = await fetch(provincesUrl)
    return response.ok ? nationalSources(await response.json()) : {}
  } catch {
    return {}
  }
}

/** Provinces and archipelagos as outlines, for pictures that need no map. Throws when they cannot be had. */
export async function loadCountry(signal: AbortSignal): Promise<readonly CountryPart[]> {
  const response = await fetch(provincesUrl, { signal })
  if (!response.ok) throw new Error(`provinces: ${response.status}`)
  const { features } = provincesSchema.parse(await response.json())
  return features.map(({ id, geometry, properties: { vi, en, ja, kind, label } }) => ({
    id,
    kind,
    name: { vi, en, ja },
    label,
    rings: geometry.coordinates.flat(),
  }))
}
