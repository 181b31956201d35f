import { z } from 'zod'
import { type LocalizedText, localizedTextSchema, sourceSchema, type Source } from '../../src/contract/primitives.ts'
import { REGISTERS, type RegisterId } from '../../src/contract/registers.ts'
import { fieldsOf } from '../../src/domain/registers/validate-row.ts'
import { ParkFileError } from '../park/park-model.ts'

/**
 * A register as it lies in a park's folder: columns once, rows as arrays. So that the demo tells its story on any day,
 * dates are whole days from today, instants days with a fraction, and years are from this year.
 */
export const registerFileSchema = z.object({
  columns: z.array(z.string()),
  sources: z.array(sourceSchema).min(1),
  /** Translations of free text, by the text as it stands in the cells. */
  texts: z.record(z.string(), localizedTextSchema).optional(),
  /** First cell: id. Last cell: index of the source. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))),
})
export type RegisterFile = z.infer<typeof registerFileSchema>
export type StoredRow = { id: string; version: number; source: Source } & Record<string, unknown>

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface DemoToday {
  /** Today in the park's zone. */
  today: string
  nowMs: number
}

/** Calendar date some days from a date. */
export function dateFrom(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Rows of a register's file on a given day. Throws ParkFileError for a file that breaks its schema. */
export function rowsOfFile(registerId: RegisterId, data: unknown, now: DemoToday): StoredRow[] {
  if (data === undefined) return []
  const parsed = registerFileSchema.safeParse(data)
  const name = `registers/${registerId}.json`
  if (!parsed.success) {
    throw new ParkFileError(
      name,
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const { columns, sources, rows, texts = {} } = parsed.data
  const types = new Map(fieldsOf(registerId).map(({ key, type }) => [key, type]))
  const problems: string[] = []
  const done = rows.map((cells): StoredRow => {
    const source = sources[Number(cells.at(-1))] ?? sources[0]
    const id = String(cells[0])
    const row: Record<string, unknown> = { id, version: 1, source }
    columns.forEach((key, index) => {
      const cell = cells[index + 1]
      row[key] = typeof cell === 'number' ? moved(key, types.get(key), cell, now) : cell
    })
    const own = columns.flatMap((key): [string, LocalizedText][] => {
      const text = typeof row[key] === 'string' && types.get(key) === 'text' ? texts[row[key]] : undefined
      return text === undefined ? [] : [[key, text]]
    })
    if (own.length > 0) row['texts'] = Object.fromEntries(own)
    const checked = REGISTERS[registerId].schema.safeParse(row)
    if (!checked.success) {
      problems.push(...checked.error.issues.map((issue) => `${id} ${issue.path.join('.')}: ${issue.message}`))
    }
    return row as StoredRow
  })
  if (problems.length > 0) throw new ParkFileError(name, problems)
  return done
}

function moved(key: string, type: string | undefined, cell: number, { today, nowMs }: DemoToday): unknown {
  if (type === 'date') return dateFrom(today, cell)
  if (type === 'instant') {
    return new Date(Math.floor((nowMs + cell * DAY_MS) / MINUTE_MS) * MINUTE_MS).toISOString()
  }
  return key === 'year' ? Number(today.slice(0, 4)) + cell : cell
}
