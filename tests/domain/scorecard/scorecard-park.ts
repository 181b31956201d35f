import { readFileSync } from 'node:fs'
import { type CriteriaSet, criteriaSetSchema } from '../../../src/contract/reference-criteria.ts'
import {
  REGISTERS,
  type RegisterId,
  type RegisterSet,
  type RowOf,
  registerIdSchema,
} from '../../../src/contract/registers.ts'
import { fieldsOf } from '../../../src/domain/registers/validate-row.ts'
import { AGGREGATE_KEYS, type Aggregates, type ScorecardInput } from '../../../src/domain/scorecard/scorecard-types.ts'
import { gridFactors } from '../reference-files.ts'

export const TODAY = '2026-11-20'
const SOURCE = { title: 'Test', year: 2026, confidence: 'simulated' } as const

const readSet = (name: string): CriteriaSet =>
  criteriaSetSchema.parse(JSON.parse(readFileSync(`fixtures/reference/criteria/${name}.json`, 'utf8')))
export const ARTICLE_37 = readSet('vn-35-2022')
export const EIP = readSet('eip-1.0')
export const HISTORIC = readSet('vn-82-2018')
export const SMART = readSet('smart-park')

/** A row with the fields that matter to a test; the others are empty. */
export function row<R extends RegisterId>(registerId: R, fields: Record<string, unknown>): RowOf<R> {
  const empty = Object.fromEntries(fieldsOf(registerId).map(({ key, type }) => [key, type === 'list' ? [] : null]))
  const parsed = REGISTERS[registerId].schema.parse({ ...empty, version: 1, source: SOURCE, ...fields })
  // Parsed by the schema of this very register.
  return parsed as RowOf<R>
}

/** Firms `f-1` to `f-n` in operation, checked, certified by nothing. */
export function firmsOfPark(count: number, more: Record<string, unknown> = {}): RowOf<'tenant-profiles'>[] {
  return Array.from({ length: count }, (_, k) =>
    row('tenant-profiles', {
      id: `tp-${k + 1}`,
      tenantId: `t-${k + 1}`,
      status: 'operating',
      headcount: 300,
      asOf: '2026-11-01',
      legalCheckedOn: '2026-06-01',
      ...more,
    }),
  )
}

export function recp(firm: number, saved: number | null): RowOf<'recp-solutions'> {
  return row('recp-solutions', {
    id: `recp-${firm}`,
    tenantId: `t-${firm}`,
    title: 'Drives',
    stage: 'implemented',
    identifiedOn: '2024-01-01',
    implementedOn: '2025-01-01',
    measuredTo: saved === null ? null : '2026-09-30',
    baselineKwh: saved === null ? null : 1000,
    savedKwh: saved,
  })
}

export function statement(
  key: string,
  more: { value?: number; yes?: boolean; documentId?: string },
): RowOf<'park-statements'> {
  return row('park-statements', { id: `st-${key}`, key, year: 2026, asOf: '2026-10-01', ...more })
}

const NO_AGGREGATES = Object.fromEntries(AGGREGATE_KEYS.map((key) => [key, { value: null, coverage: 0, pointIds: [] }]))

/** A park with only what a test says about it. */
export function scorecardOf(
  registers: Partial<RegisterSet>,
  more: Partial<Omit<ScorecardInput, 'registers' | 'aggregates'>> & { aggregates?: Partial<Aggregates> } = {},
): ScorecardInput {
  const empty = Object.fromEntries(registerIdSchema.options.map((id) => [id, []]))
  return {
    facts: [],
    pointsByKind: new Map(),
    gridFactors,
    today: TODAY,
    settings: { denominator: 'operating', iso: 'every' },
    ...more,
    registers: { ...empty, ...registers } as RegisterSet,
    aggregates: { ...NO_AGGREGATES, ...more.aggregates } as Aggregates,
  }
}
