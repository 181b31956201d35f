import { problem } from '../../src/contract/problem.ts'
import type { AuditEntry, ImportAnswer } from '../../src/contract/register-endpoints.ts'
import { REGISTERS, type RegisterId } from '../../src/contract/registers.ts'
import type { Fault } from '../../src/domain/registers/faults.ts'
import type { RowContext } from '../../src/domain/registers/field-values.ts'
import { judgeImport, type ImportRow } from '../../src/domain/registers/import-rows.ts'
import { validateRow } from '../../src/domain/registers/validate-row.ts'
import { ProblemError, notFound } from '../problem-error.ts'
import type { StoredRow } from './register-file.ts'

interface Register {
  rows: Map<string, StoredRow>
  audit: AuditEntry[]
}

export interface StoreOptions {
  readRows: (registerId: RegisterId) => Promise<StoredRow[]>
  context: () => Promise<RowContext>
}

/** Registers of one park in memory: what was changed by hand is lost when the host ends, and the answers say so. */
export class RegisterStore {
  readonly #options: StoreOptions
  readonly #registers = new Map<RegisterId, Promise<Register>>()
  readonly #answers = new Map<string, unknown>()
  #count = 0

  constructor(options: StoreOptions) {
    this.#options = options
  }

  async rows(registerId: RegisterId): Promise<StoredRow[]> {
    return [...(await this.#register(registerId)).rows.values()]
  }

  /** Newest first. */
  async audit(registerId: RegisterId, rowId?: string): Promise<AuditEntry[]> {
    const { audit } = await this.#register(registerId)
    return audit.filter((entry) => rowId === undefined || entry.rowId === rowId).toReversed()
  }

  async add(registerId: RegisterId, input: Record<string, unknown>, role: string): Promise<StoredRow> {
    const register = await this.#register(registerId)
    const context = await this.#options.context()
    const fields = valid(registerId, input, context)
    const id = typeof input.id === 'string' ? input.id : this.#newId(registerId, register)
    if (register.rows.has(id)) throw conflict(`a row "${id}" exists`, 'id')
    return this.#keep(registerId, register, { id, fields, version: 1, action: 'create', role, context })
  }

  async change(
    registerId: RegisterId,
    rowId: string,
    input: Record<string, unknown>,
    version: number,
    role: string,
  ): Promise<StoredRow> {
    if (!REGISTERS[registerId].change) throw notAllowed(`rows of ${registerId} are never changed: add a new one`)
    const register = await this.#register(registerId)
    const old = current(register, rowId, version)
    const context = await this.#options.context()
    const fields = valid(registerId, input, context)
    const next = { id: rowId, fields, version: old.version + 1, action: 'change', role, context } as const
    return this.#keep(registerId, register, next)
  }

  async remove(registerId: RegisterId, rowId: string, version: number, role: string): Promise<AuditEntry> {
    if (!REGISTERS[registerId].removal) throw notAllowed(`rows of ${registerId} are kept for good`)
    const register = await this.#register(registerId)
    const before = current(register, rowId, version)
    register.rows.delete(rowId)
    const { nowMs } = await this.#options.context()
    return this.#log(register, { nowMs, role, registerId, rowId, action: 'remove', before, after: null })
  }

  async import(registerId: RegisterId, rows: readonly ImportRow[], role: string): Promise<ImportAnswer> {
    const register = await this.#register(registerId)
    const context = await this.#options.context()
    const { accepted, refused } = judgeImport(registerId, rows, {
      ...context,
      existing: new Set(register.rows.keys()),
      mayReplace: REGISTERS[registerId].change,
    })
    const answer: ImportAnswer = { accepted: [], refused }
    for (const { line, id: given, fields, replaces } of accepted) {
      const id = given ?? this.#newId(registerId, register)
      const version = (register.rows.get(id)?.version ?? 0) + 1
      this.#keep(registerId, register, { id, fields, version, action: 'import', role, context })
      answer.accepted.push({ line, id, action: replaces ? 'replaced' : 'created' })
    }
    return answer
  }

  /** Answers the first answer of a key again; what failed may be tried again with the same key. */
  async once<T>(key: string, run: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key)
    if (known !== undefined) return known as Promise<T>
    const answer = run()
    this.#answers.set(key, answer)
    answer.catch(() => this.#answers.delete(key))
    return answer
  }

  #register(registerId: RegisterId): Promise<Register> {
    const known = this.#registers.get(registerId)
    if (known !== undefined) return known
    const opened = this.#options
      .readRows(registerId)
      .then((rows): Register => ({ rows: new Map(rows.map((row) => [row.id, row])), audit: [] }))
    this.#registers.set(registerId, opened)
    opened.catch(() => this.#registers.delete(registerId))
    return opened
  }

  #newId(registerId: RegisterId, register: Register): string {
    let id: string
    do {
      this.#count += 1
      id = `${registerId}-n${this.#count}`
    } while (register.rows.has(id))
    return id
  }

  #keep(
    registerId: RegisterId,
    register: Register,
    next: {
      id: string
      fields: Record<string, unknown>
      version: number
      action: AuditEntry['action']
      role: string
      context: RowContext
    },
  ): StoredRow {
    const { id, fields, version, action, role, context } = next
    const year = Number(context.today.slice(0, 4))
    const source = { title: 'Entered in the demo', year, confidence: 'simulated' as const }
    const row: StoredRow = { ...fields, id, version, source }
    const before = register.rows.get(id) ?? null
    register.rows.set(id, row)
    this.#log(register, { nowMs: context.nowMs, role, registerId, rowId: id, action, before, after: row })
    return row
  }

  #log(register: Register, entry: Omit<AuditEntry, 'id' | 'at'> & { nowMs: number }): AuditEntry {
    const { nowMs, ...rest } = entry
    this.#count += 1
    const logged = { ...rest, id: `audit-${this.#count}`, at: new Date(nowMs).toISOString() }
    register.audit.push(logged)
    return logged
  }
}

function valid(registerId: RegisterId, input: Record<string, unknown>, context: RowContext): Record<string, unknown> {
  const judged = validateRow(registerId, input, context)
  if (judged.ok) return judged.fields
  const [first] = judged.faults
  throw refusal(first ?? { field: null, rule: 'wrong-type', detail: 'not a row' })
}

function refusal({ field, rule, detail }: Fault): ProblemError {
  return new ProblemError(
    problem('invalid-parameter', 400, 'Row refused', { detail: `${rule}: ${detail}`, field: field ?? 'row' }),
  )
}

function current(register: Register, rowId: string, version: number): StoredRow {
  const row = register.rows.get(rowId)
  if (row === undefined) throw notFound('row', rowId)
  if (row.version !== version) throw conflict(`version ${version} was sent, the row is at ${row.version}`, 'version')
  return row
}

function conflict(detail: string, field: string): ProblemError {
  return new ProblemError(problem('conflict', 409, 'Conflict', { detail, field }))
}

function notAllowed(detail: string): ProblemError {
  return new ProblemError(problem('invalid-parameter', 405, 'Method not allowed', { detail }))
}
