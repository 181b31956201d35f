import { openPark, PARK_IDS } from '../../mocks/park/load-node.ts'
import { criteriaSets } from '../../mocks/registers/criteria-files.ts'
import { rowsOfFile } from '../../mocks/registers/register-file.ts'
import { writeRows } from '../../src/charts/write-sheet.ts'
import { registerIdSchema, type RegisterSet } from '../../src/contract/registers.ts'
import { judgeImport } from '../../src/domain/registers/import-rows.ts'
import { rowsOfCsv, sheetHead, sheetRow } from '../../src/domain/registers/sheet.ts'
import { evaluateSet } from '../../src/domain/scorecard/evaluate.ts'
import { AGGREGATE_KEYS, type Aggregates, type ScorecardInput } from '../../src/domain/scorecard/scorecard-types.ts'
import { pointsByKind } from '../../src/domain/scorecard/year-aggregates.ts'
import { csvText, parseCsv } from '../../src/lib/csv.ts'
import type { Row } from './report.ts'
import { medianOf } from './stats.ts'

const NOW = { today: '2026-11-20', nowMs: Date.UTC(2026, 10, 20, 5) }
const ROWS = 10_000
/** Rows of one request, as the page sends them. */
const PART = 2000
const SETS = new Set(['eip-1.0', 'vn-35-2022'])
const MADE_UP: unknown = Object.fromEntries(
  AGGREGATE_KEYS.map((key) => [key, { value: 1_000_000, coverage: 1, pointIds: [] }]),
)

async function inputOf(parkId: string): Promise<ScorecardInput> {
  const files = openPark(parkId)
  const { park, points } = await files.core()
  const rows = await Promise.all(
    registerIdSchema.options.map(async (id) => [id, rowsOfFile(id, await files.registerFile(id), NOW)] as const),
  )
  const registers: unknown = Object.fromEntries(rows)
  return {
    // Each list was parsed by its own register's schema.
    registers: registers as RegisterSet,
    aggregates: MADE_UP as Aggregates,
    facts: park.facts,
    pointsByKind: pointsByKind(points),
    gridFactors: { country: 'VN', unit: 't{CO2}/MW.h', factors: [] },
    today: NOW.today,
    settings: { denominator: 'operating', iso: 'every' },
  }
}

async function scorecards(): Promise<number> {
  const sets = (await criteriaSets()).filter(({ id }) => SETS.has(id))
  const inputs = await Promise.all(PARK_IDS.map(inputOf))
  const runs = Array.from({ length: 5 }, () => {
    const from = performance.now()
    for (const input of inputs) for (const set of sets) evaluateSet(set, input)
    return performance.now() - from
  })
  return medianOf(runs)
}

/** A register's own rows over and over until there are 10,000, with new ids: what a big sheet holds. */
async function bigSheet(): Promise<{ csv: string; tenantIds: ReadonlySet<string> }> {
  const files = openPark('bau-bang')
  const { tenants } = await files.core()
  const rows = rowsOfFile('waste-lots', await files.registerFile('waste-lots'), NOW)
  const lines = Array.from({ length: ROWS }, (_, k) =>
    sheetRow('waste-lots', { ...rows[k % rows.length], id: `sheet-${k}` }),
  )
  return { csv: csvText([sheetHead('waste-lots'), ...lines]), tenantIds: new Set(tenants.map(({ id }) => String(id))) }
}

/** Registers on both sides of the wire: wall-clock time in this process. */
export async function benchEco(): Promise<Row[]> {
  const group = 'scorecard and registers'
  const both = await scorecards()
  const { csv, tenantIds } = await bigSheet()
  const readFrom = performance.now()
  const { rows } = rowsOfCsv('waste-lots', parseCsv(csv).rows, false)
  const readMs = performance.now() - readFrom
  const parts: number[] = []
  let accepted = 0
  for (let at = 0; at < rows.length; at += PART) {
    const from = performance.now()
    const context = { tenantIds, ...NOW, existing: new Set<string>(), mayReplace: true }
    accepted += judgeImport('waste-lots', rows.slice(at, at + PART), context).accepted.length
    parts.push(performance.now() - from)
  }
  const sheetFrom = performance.now()
  const blob = await writeRows(parseCsv(csv).rows.map(({ cells }) => cells.map((cell) => [cell, false, ''] as const)))
  const sheetMs = performance.now() - sheetFrom
  const total = readMs + parts.reduce((sum, ms) => sum + ms, 0)
  const note = `${accepted} rows taken, longest part of ${PART} rows ${Math.max(...parts).toFixed(0)} ms`
  return [
    { group, name: 'both frameworks for four parks', value: both, unit: 'ms', target: 150 },
    { group, name: 'import of 10,000 rows, read and judged', value: total, unit: 'ms', target: 5000, note },
    {
      group,
      name: 'XLSX of 10,000 rows (a worker in the page)',
      value: sheetMs,
      unit: 'ms',
      target: 3000,
      note: `${Math.round(blob.size / 1024)} kB`,
    },
  ]
}
