import { fieldInfoOf, type FieldInfo } from '../../contract/register-fields.ts'
import { REGISTERS, type RegisterId } from '../../contract/registers.ts'
import { fault, type Fault } from './faults.ts'
import { checkField, type RowContext } from './field-values.ts'
import { rowFaults } from './row-rules.ts'

/** Set by the server, never by who enters a row. */
const SERVER_FIELDS: ReadonlySet<string> = new Set(['id', 'version', 'source', 'texts'])

export interface RegisterField extends FieldInfo {
  key: string
}

const known = new Map<RegisterId, readonly RegisterField[]>()

/** Fields of a register in their order, for forms, columns and checks; without what the server sets. */
export function fieldsOf(registerId: RegisterId): readonly RegisterField[] {
  const cached = known.get(registerId)
  if (cached !== undefined) return cached
  const fields = Object.entries<Parameters<typeof fieldInfoOf>[0]>(REGISTERS[registerId].schema.shape).flatMap(
    ([key, schema]): RegisterField[] => {
      const info = SERVER_FIELDS.has(key) ? null : fieldInfoOf(schema)
      return info === null ? [] : [{ key, ...info }]
    },
  )
  known.set(registerId, fields)
  return fields
}

export type ValidRow = { ok: true; fields: Record<string, unknown> } | { ok: false; faults: Fault[] }

/**
 * Judges a row before it is kept: every field by its type and bounds, then the fields against each other.
 * Answers all faults at once, each with its field; nothing is mended.
 *
 * @param input fields as entered or read from a sheet; id, version and source are left aside
 */
export function validateRow(
  registerId: RegisterId,
  input: Readonly<Record<string, unknown>>,
  context: RowContext,
): ValidRow {
  const fields = fieldsOf(registerId)
  const keys = new Set(fields.map(({ key }) => key))
  const faults: Fault[] = Object.keys(input)
    .filter((key) => !keys.has(key) && !SERVER_FIELDS.has(key))
    .map((key) => fault(key, 'unknown-field', 'this register has no such field'))
  const kept: Record<string, unknown> = {}
  for (const field of fields) {
    const checked = checkField(field.key, field, input[field.key], context)
    if (checked.fault === null) kept[field.key] = checked.value
    else faults.push(checked.fault)
  }
  if (faults.length > 0) return { ok: false, faults }
  faults.push(...betweenFields(registerId, kept))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, fields: kept }
}

const STAND_IN = { id: 'new', version: 1, source: { title: '-', year: null, confidence: 'low' } } as const

function betweenFields(registerId: RegisterId, kept: Record<string, unknown>): Fault[] {
  const parsed = REGISTERS[registerId].schema.safeParse({ ...STAND_IN, ...kept })
  if (parsed.success) return rowFaults(registerId, parsed.data)
  return parsed.error.issues.map((issue) => fault(issue.path.join('.') || null, 'wrong-type', issue.message))
}
