import { registerIdSchema, type RegisterId } from '../../src/contract/registers.ts'
import { validateRow } from '../../src/domain/registers/validate-row.ts'
import { findRepeats, type Findings } from '../park/check/findings.ts'
import type { ParkFiles, ParkModel } from '../park/park-model.ts'
import { historyOfFile } from './history-file.ts'
import { type StoredRow, rowsOfFile } from './register-file.ts'

/** Rows hold on any day; this one stands for it. */
const TODAY = { today: '2026-11-20', nowMs: Date.UTC(2026, 10, 20, 5) }

/** Fields that name a row elsewhere, and where. */
const LINKS: readonly { register: RegisterId; field: string; to: RegisterId | 'points' | 'assets' }[] = [
  { register: 'recp-solutions', field: 'pointId', to: 'points' },
  { register: 'recp-solutions', field: 'documentId', to: 'documents' },
  { register: 'symbiosis-exchanges', field: 'documentId', to: 'documents' },
  { register: 'waste-lots', field: 'manifestId', to: 'waste-manifests' },
  { register: 'waste-lots', field: 'storeId', to: 'assets' },
  { register: 'reports-issued', field: 'documentId', to: 'documents' },
  { register: 'park-statements', field: 'documentId', to: 'documents' },
]

/** Every row of a park's registers by the rules that hold for entering one, and what rows say about each other. */
export async function checkRegisters(
  files: ParkFiles,
  model: ParkModel,
): Promise<{ findings: Findings; rows: number }> {
  const findings: Findings = []
  const context = { ...TODAY, tenantIds: new Set<string>(model.tenants.map(({ id }) => id)) }
  const all = new Map<string, readonly StoredRow[]>()
  for (const registerId of registerIdSchema.options) {
    try {
      all.set(registerId, rowsOfFile(registerId, await files.registerFile(registerId), TODAY))
    } catch (error) {
      findings.push({ place: registerId, problem: error instanceof Error ? error.message : String(error) })
    }
  }
  let rows = 0
  for (const registerId of registerIdSchema.options) {
    const register = all.get(registerId) ?? []
    rows += register.length
    findings.push(
      ...findRepeats(
        `${registerId} row id`,
        register.map(({ id }) => id),
      ),
    )
    for (const row of register) {
      const judged = validateRow(registerId, row, context)
      if (judged.ok) continue
      for (const { field, rule, detail } of judged.faults) {
        findings.push({ place: `${registerId} ${row.id}`, problem: `${field ?? 'row'}: ${rule}, ${detail}` })
      }
    }
  }
  findings.push(...brokenLinks(all, model), ...(await historyFindings(files, model)))
  return { findings, rows }
}

function brokenLinks(all: ReadonlyMap<string, readonly StoredRow[]>, model: ParkModel): Findings {
  const ids = (to: string): ReadonlySet<unknown> => {
    if (to === 'points') return new Set(model.points.map(({ id }) => id))
    if (to === 'assets') return new Set(model.assets.map(({ id }) => id))
    return new Set((all.get(to) ?? []).map(({ id }) => id))
  }
  return LINKS.flatMap(({ register, field, to }) => {
    const known = ids(to)
    return (all.get(register) ?? [])
      .filter((row) => row[field] !== null && row[field] !== undefined && !known.has(row[field]))
      .map((row) => ({ place: `${register} ${row.id}`, problem: `${field} names nothing in ${to}` }))
  })
}

async function historyFindings(files: ParkFiles, { park }: ParkModel): Promise<Findings> {
  try {
    const { quarters, series } = historyOfFile(park.id, park.dataMode, await files.registerFile('history'), TODAY)
    return series
      .filter(({ value, meets, coverage }) => [value, meets, coverage].some((list) => list.length !== quarters.length))
      .map(({ criterionId }) => ({ place: `history ${criterionId}`, problem: 'not one result for every quarter' }))
  } catch (error) {
    return [{ place: 'history', problem: error instanceof Error ? error.message : String(error) }]
  }
}
