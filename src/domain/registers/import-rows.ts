import { rowIdSchema } from '../../contract/register-fields.ts'
import type { RegisterId } from '../../contract/registers.ts'
import { fault, type Fault } from './faults.ts'
import type { RowContext } from './field-values.ts'
import { validateRow } from './validate-row.ts'

export interface ImportRow {
  /** Line of the sheet, as a person counts. */
  line: number
  /** The row may take the place of one with the same id. */
  replace: boolean
  row: Readonly<Record<string, unknown>>
}

export interface ImportContext extends RowContext {
  /** Ids that the register has. */
  existing: ReadonlySet<string>
  /** Whether rows of this register may be changed at all. */
  mayReplace: boolean
}

export interface AcceptedRow {
  line: number
  /** Null: the server gives one. */
  id: string | null
  fields: Record<string, unknown>
  replaces: boolean
}

export interface RefusedField extends Fault {
  line: number
}

export interface ImportVerdict {
  accepted: AcceptedRow[]
  /** Every fault of every refused row. */
  refused: RefusedField[]
}

/**
 * Judges the rows of an import one by one: good ones are kept, bad ones are refused with line and field. A row whose
 * id exists is refused unless it says `replace`; an id that comes twice in the sheet is taken once.
 */
export function judgeImport(registerId: RegisterId, rows: readonly ImportRow[], context: ImportContext): ImportVerdict {
  const accepted: AcceptedRow[] = []
  const refused: RefusedField[] = []
  const seen = new Set<string>()
  for (const { line, replace, row } of rows) {
    const id = row.id === undefined || row.id === null || row.id === '' ? null : row.id
    const faults = idFaults(id, replace, seen, context)
    const judged = validateRow(registerId, row, context)
    if (!judged.ok) faults.push(...judged.faults)
    if (judged.ok && faults.length === 0) {
      const text = typeof id === 'string' ? id : null
      if (text !== null) seen.add(text)
      accepted.push({ line, id: text, fields: judged.fields, replaces: text !== null && context.existing.has(text) })
    }
    for (const one of faults) refused.push({ line, ...one })
  }
  return { accepted, refused }
}

function idFaults(id: unknown, replace: boolean, seen: ReadonlySet<string>, context: ImportContext): Fault[] {
  if (id === null) return []
  const parsed = rowIdSchema.safeParse(id)
  if (!parsed.success) return [fault('id', 'wrong-type', 'an id has lower case letters, digits, dot and dash')]
  if (seen.has(parsed.data)) return [fault('id', 'id-repeated', `"${parsed.data}" comes twice in this sheet`)]
  if (!context.existing.has(parsed.data)) return []
  if (!context.mayReplace) return [fault('id', 'id-exists', `"${parsed.data}" exists and is never changed`)]
  return replace ? [] : [fault('id', 'id-exists', `"${parsed.data}" exists, replacing it was not asked for`)]
}
