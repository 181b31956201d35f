import { z } from 'zod'
import { COLLECTIONS, type CollectionId, type FeatureOf } from '../contract/collections.ts'
import { featurePageSchema } from '../contract/geojson.ts'
import { parseAnswer } from './call.ts'
import { ContractError } from './errors.ts'
import { parseRows } from './parse-rows.ts'
import { reportRejected } from './rejections.ts'
import { request } from './request.ts'

const PAGE_LIMIT = 5000
const MAX_PAGES = 200

const SCHEMAS: { [C in CollectionId]: z.ZodType<FeatureOf<C>> } = COLLECTIONS
const envelopeSchema = featurePageSchema(z.unknown())

/**
 * Reads a whole collection of a park, all pages, feature by feature: features that break the contract, or repeat
 * an id, are left out and counted, the rest is kept. Throws like `call`.
 */
export async function callCollection<C extends CollectionId>(
  parkId: string,
  collectionId: C,
  signal?: AbortSignal,
): Promise<FeatureOf<C>[]> {
  const place = `items/${collectionId}`
  const features: FeatureOf<C>[] = []
  const seen = new Set<string>()
  let offset = 0
  for (let page = 0; page < MAX_PAGES; page++) {
    const input = { params: { parkId, collectionId }, query: { limit: PAGE_LIMIT, offset } }
    const json = await request('items', signal ? { ...input, signal } : input)
    const envelope = parseAnswer(place, envelopeSchema, json)
    for (const feature of parseRows(place, SCHEMAS[collectionId], envelope.features)) {
      if (seen.has(feature.id)) reportRejected({ place, reason: 'id: given twice', sample: feature })
      else features.push(feature)
      seen.add(feature.id)
    }
    offset += envelope.features.length
    const more = envelope.links.some((link) => link.rel === 'next')
    if (!more) return features
    if (envelope.features.length === 0) break
  }
  throw new ContractError(place, [{ path: 'links', message: 'the collection does not end' }])
}
