import { z } from 'zod'
import type { EndpointName, ListName, RowOf } from '../contract/endpoints.ts'
import { rowSchemaOf } from '../contract/endpoint-of.ts'
import { parseAnswer } from './call.ts'
import { ContractError } from './errors.ts'
import { parseRows } from './parse-rows.ts'
import { reportRejected } from './rejections.ts'
import { loadedFor, request } from './request.ts'

const PAGE_LIMIT = 5000
const MAX_PAGES = 200

const envelopeSchema = z.object({
  items: z.array(z.unknown()),
  nextCursor: z.string().nullable(),
  total: z.int().nonnegative(),
})

interface ListInput {
  params?: Record<string, string>
  query?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Reads a whole list, all pages, row by row: rows that break the contract, or repeat an id, are left out and
 * counted, the rest is kept. Only a broken envelope refuses the list. Throws like `call`.
 */
export async function callList<N extends ListName>(name: N, input: ListInput): Promise<RowOf<N>[]> {
  return readPages(name, name, await loadedFor(name, rowSchemaOf(name)), input)
}

/** Reads all pages of a list whose rows have a schema of their own; `place` names it in what is reported. */
export async function readPages<T extends { id: string }>(
  name: EndpointName,
  place: string,
  schema: z.ZodType<T>,
  input: ListInput,
): Promise<T[]> {
  const rows: T[] = []
  const seen = new Set<string>()
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const paging: Record<string, string | number> = name === 'agenda' ? {} : { limit: PAGE_LIMIT }
    if (cursor !== null) paging.cursor = cursor
    const json = await request(name, { ...input, query: { ...input.query, ...paging } })
    const envelope = parseAnswer(place, envelopeSchema, json)
    for (const row of parseRows(place, schema, envelope.items)) {
      if (seen.has(row.id)) reportRejected({ place, reason: 'id: given twice', sample: row })
      else rows.push(row)
      seen.add(row.id)
    }
    if (envelope.nextCursor === null) return rows
    if (envelope.nextCursor === cursor) break
    cursor = envelope.nextCursor
  }
  throw new ContractError(place, [{ path: 'nextCursor', message: 'the list does not end' }])
}
