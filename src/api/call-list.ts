import { z } from 'zod'
import { ENDPOINTS, type EndpointName } from '../contract/endpoints.ts'
import { REGISTERS, type RegisterId, type RowOf as RegisterRow } from '../contract/registers.ts'
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
  tours: ENDPOINTS.tours.answer.shape.items.element,
  permits: ENDPOINTS.permits.answer.shape.items.element,
  agenda: ENDPOINTS.agenda.answer.shape.items.element,
  criteria: ENDPOINTS.criteria.answer.shape.items.element,
  registers: ENDPOINTS.registers.answer.shape.items.element,
  registerAudit: ENDPOINTS.registerAudit.answer.shape.items.element,
  alarmDefinitions: ENDPOINTS.alarmDefinitions.answer.shape.items.element,
  log: ENDPOINTS.log.answer.shape.items.element,
  wallLinks: ENDPOINTS.wallLinks.answer.shape.items.element,
  workPermits: ENDPOINTS.workPermits.answer.shape.items.element,
  handovers: ENDPOINTS.handovers.answer.shape.items.element,
} as const

export type ListName = keyof typeof ROWS
export type RowOf<N extends ListName> = z.output<(typeof ROWS)[N]>
const SCHEMAS: { [N in ListName]: z.ZodType<RowOf<N>> } = ROWS
const REGISTER_ROWS: { [R in RegisterId]: { schema: z.ZodType<RegisterRow<R>> } } = REGISTERS

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
  return readPages(name, name, SCHEMAS[name], input)
}

/** All rows of a register of a park, read like any other list and parsed by the register's own schema. */
export async function callRegister<R extends RegisterId>(
  parkId: string,
  registerId: R,
  signal?: AbortSignal,
): Promise<RegisterRow<R>[]> {
  const input = { params: { parkId, registerId }, ...(signal ? { signal } : {}) }
  return readPages('registerRows', `registers/${registerId}`, REGISTER_ROWS[registerId].schema, input)
}

async function readPages<T extends { id: string }>(
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
