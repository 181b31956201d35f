import { z } from 'zod'
import { ENDPOINTS } from '../contract/endpoints.ts'
import { parseAnswer } from './call.ts'
import { ContractError } from './errors.ts'
import { parseRows } from './parse-rows.ts'
import { reportRejected } from './rejections.ts'
import { request } from './request.ts'

const PAGE_LIMIT = 5000
const MAX_PAGES = 200

const envelopeSchema = z.object({
  items: z.array(z.unknown()),
  nextCursor: z.string().nullable(),
  total: z.int().nonnegative(),
})

const ROWS = {
  parks: ENDPOINTS.parks.answer.shape.items.element,
  assets: ENDPOINTS.assets.answer.shape.items.element,
  points: ENDPOINTS.points.answer.shape.items.element,
  tenants: ENDPOINTS.tenants.answer.shape.items.element,
  agenda: ENDPOINTS.agenda.answer.shape.items.element,
} as const

export type ListName = keyof typeof ROWS
export type RowOf<N extends ListName> = z.output<(typeof ROWS)[N]>
const SCHEMAS: { [N in ListName]: z.ZodType<RowOf<N>> } = ROWS

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
  const rows: RowOf<N>[] = []
  const seen = new Set<string>()
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const paging: Record<string, string | number> = name === 'agenda' ? {} : { limit: PAGE_LIMIT }
    if (cursor !== null) paging.cursor = cursor
    const json = await request(name, { ...input, query: { ...input.query, ...paging } })
    const envelope = parseAnswer(name, envelopeSchema, json)
    for (const row of parseRows(name, SCHEMAS[name], envelope.items)) {
      if (seen.has(row.id)) reportRejected({ place: name, reason: 'id: given twice', sample: row })
      else rows.push(row)
      seen.add(row.id)
    }
    if (envelope.nextCursor === null) return rows
    if (envelope.nextCursor === cursor) break
    cursor = envelope.nextCursor
  }
  throw new ContractError(name, [{ path: 'nextCursor', message: 'the list does not end' }])
}
