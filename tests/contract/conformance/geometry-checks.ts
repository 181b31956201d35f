import type { z } from 'zod'
import { COLLECTIONS, type CollectionId, collectionIdSchema } from '../../../src/contract/collections.ts'
import type { HttpProbe } from './http-probe.ts'
import { parseAt } from './http-probe.ts'
import { expectUnique } from './paging.ts'
import { type Report, expectThat } from './report.ts'

const WHOLE = 20_000
const SCHEMAS: Record<CollectionId, z.ZodType> = COLLECTIONS

/** OGC API Features: list of collections, items of each, paging, box. */
export async function checkGeometry(report: Report, probe: HttpProbe, parkId: string): Promise<void> {
  const base = `/parks/${parkId}/collections`
  await report.check('collections: list', async () => {
    const { collections } = await probe.get('collections', base)
    for (const id of collectionIdSchema.options) {
      expectThat(
        collections.some((collection) => collection.id === id),
        'collections',
        `collections: "${id}" is missing`,
      )
    }
  })
  for (const id of collectionIdSchema.options) {
    await report.check(`items: ${id}`, async () => {
      const place = `items ${id}`
      const page = await probe.get('items', `${base}/${id}/items?limit=${WHOLE}`)
      page.features.forEach((feature, index) => parseAt(`${place}: features[${index}]`, SCHEMAS[id], feature))
      const { length } = page.features
      expectThat(page.numberReturned === length, place, `numberReturned: ${page.numberReturned}, features ${length}`)
      expectThat(page.numberMatched >= length, place, `numberMatched: ${page.numberMatched} below ${length} features`)
      expectUnique(place, page.features)
    })
  }
  await report.check('items: pages of plots join by their next links', async () => {
    const first = await probe.get('items', `${base}/plots/items?limit=2`)
    expectThat(first.features.length <= 2, 'items plots', `features: ${first.features.length} in a page of at most 2`)
    if (first.numberMatched <= 2) return
    const next = first.links.find((link) => link.rel === 'next')
    expectThat(next !== undefined, 'items plots', 'links: no "next" although features are left')
    const path = next.href.slice(next.href.indexOf('/api/v1/') + '/api/v1'.length)
    const second = await probe.get('items', path)
    expectUnique('items plots, first two pages', [...first.features, ...second.features])
  })
  await report.check('items: a box far away holds nothing', async () => {
    const { numberMatched } = await probe.get('items', `${base}/plots/items?bbox=-1,-1,-0.9,-0.9`)
    expectThat(numberMatched === 0, 'items plots', `numberMatched: ${numberMatched} features in an empty box`)
  })
}
