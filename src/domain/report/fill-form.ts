import type { Fact } from '../../contract/primitives.ts'
import type { RegisterId, RegisterSet } from '../../contract/registers.ts'
import type { FieldFrom, FormField, RecpSum } from './form-fields.data.ts'

export interface FieldSource {
  kind: 'row' | 'fact'
  registerId: RegisterId | null
  id: string
}

export interface FilledField {
  field: FormField
  /** Figure, text, or a list of keys; null is a gap. */
  value: number | string | readonly string[] | null
  /** Every row and fact that the value was made of. */
  sources: readonly FieldSource[]
}

export interface FilledForm {
  fields: readonly FilledField[]
  filled: number
  /** Fields that nothing in the registers gives. */
  gaps: readonly FormField[]
}

export interface FormInput {
  registers: RegisterSet
  facts: readonly Fact[]
  /** Year N in which the report is written; it is about N − 1. */
  year: number
  /** The tenant of form B.4; null: the whole park. */
  tenantId: string | null
}

type Found = Pick<FilledField, 'value' | 'sources'>
const GAP: Found = { value: null, sources: [] }

const rowsOf = (registerId: RegisterId, rows: readonly { id: string }[]): FieldSource[] =>
  rows.map(({ id }) => ({ kind: 'row', registerId, id }))

/** Fills a form from the registers; each value names the rows it was made of, what is not known is a listed gap. */
export function fillForm(fields: readonly FormField[], input: FormInput): FilledForm {
  const filled = fields.map((field): FilledField => ({ field, ...find(field.from, input) }))
  const gaps = filled.filter(({ value }) => value === null).map(({ field }) => field)
  return { fields: filled, filled: filled.length - gaps.length, gaps }
}

function find(from: FieldFrom, input: FormInput): Found {
  switch (from.type) {
    case 'land':
      return land(from, input)
    case 'statement':
      return statement(from.key, input)
    case 'recp-firms':
    case 'recp-solutions':
      return recpCount(from.type, from.until, input)
    case 'recp-sum':
      return recpSum(from.field, input)
    case 'total-cost':
      return recpSum('savedVnd', input)
    case 'exchange-count':
    case 'exchange-kinds':
    case 'exchange-participants':
    case 'exchange-support':
    case 'exchange-evidence':
    case 'exchange-sum':
      return exchange(from, input)
    case 'product':
    case 'by-hand':
      return GAP
    default:
      return from satisfies never
  }
}

const LAND_FACTS: Readonly<Record<string, string>> = {
  'land-total': 'area',
  'land-green': 'land-green',
  'land-traffic': 'land-roads',
  'land-technical': 'land-technical',
}

function hectares(key: string, { registers, facts }: FormInput): { value: number; source: FieldSource } | null {
  const fact = facts.find((one) => one.key === LAND_FACTS[key])
  if (typeof fact?.value === 'number') {
    return { value: fact.value, source: { kind: 'fact', registerId: null, id: fact.key } }
  }
  const row = registers['park-statements'].find((one) => one.key === key)
  if (row === undefined || row.value === null) return null
  return { value: row.value, source: { kind: 'row', registerId: 'park-statements', id: row.id } }
}

function land({ key, ratio }: Extract<FieldFrom, { type: 'land' }>, input: FormInput): Found {
  const part = hectares(key, input)
  if (part === null || !ratio) return part === null ? GAP : { value: part.value, sources: [part.source] }
  const total = hectares('land-total', input)
  if (total === null || !(total.value > 0)) return GAP
  return { value: (part.value / total.value) * 100, sources: [part.source, total.source] }
}

function statement(key: 'housing-solution' | 'workers-housed', { registers }: FormInput): Found {
  const row = registers['park-statements'].find((one) => one.key === key)
  const answer = row?.yes === null || row?.yes === undefined ? null : row.yes ? 'yes' : 'no'
  const value = row?.value ?? answer
  return row === undefined || value === null ? GAP : { value, sources: rowsOf('park-statements', [row]) }
}

function solutions({ registers, tenantId }: FormInput): RegisterSet['recp-solutions'] {
  return registers['recp-solutions'].filter((row) => tenantId === null || row.tenantId === tenantId)
}

function recpCount(what: 'recp-firms' | 'recp-solutions', until: string, input: FormInput): Found {
  const all = solutions(input)
  if (all.length === 0) return GAP
  const lastYear = input.year - 1
  const rows = all.filter(({ stage, implementedOn }) => {
    if (until === 'planned') return stage === 'planned' || stage === 'feasible'
    if (implementedOn === null) return false
    const year = Number(implementedOn.slice(0, 4))
    return until === 'last-year' ? year === lastYear : year < lastYear
  })
  const firms = new Set(rows.map(({ tenantId }) => tenantId))
  return { value: what === 'recp-firms' ? firms.size : rows.length, sources: rowsOf('recp-solutions', rows) }
}

/** Sum of one saving over solutions in operation; null when none has it. */
function recpSum(key: RecpSum, input: FormInput): Found {
  const rows = solutions(input).filter(({ stage }) => stage === 'implemented' || stage === 'verified')
  const known = rows.filter((row) => row[key] !== null)
  if (known.length === 0) return GAP
  return {
    value: known.reduce((total, row) => total + (row[key] ?? 0), 0),
    sources: rowsOf('recp-solutions', known),
  }
}

function exchange(from: FieldFrom, { registers, tenantId }: FormInput): Found {
  const all = registers['symbiosis-exchanges'].filter(
    ({ giverTenantId, takerTenantId }) => tenantId === null || giverTenantId === tenantId || takerTenantId === tenantId,
  )
  const active = all.filter(({ stage }) => stage === 'active')
  const sources = rowsOf('symbiosis-exchanges', active)
  if (all.length === 0) return GAP
  switch (from.type) {
    case 'exchange-count': {
      if (from.until === 'last-year') return { value: active.length, sources }
      const planned = all.filter(({ stage }) => stage !== 'active' && stage !== 'ended')
      return { value: planned.length, sources: rowsOf('symbiosis-exchanges', planned) }
    }
    case 'exchange-kinds':
      return { value: [...new Set(active.map(({ kind }) => kind))], sources }
    case 'exchange-participants': {
      const outside = active.some((row) => row.giverTenantId === null || row.takerTenantId === null)
      return { value: outside ? ['same-park', 'other'] : ['same-park'], sources }
    }
    case 'exchange-support': {
      const texts = [...new Set(active.flatMap(({ developerSupport }) => developerSupport ?? []))]
      return texts.length === 0 ? GAP : { value: texts.join('; '), sources }
    }
    case 'exchange-evidence': {
      const proved = active.filter(({ documentId }) => documentId !== null)
      if (proved.length === 0) return GAP
      return { value: proved.map(({ documentId }) => documentId ?? ''), sources: rowsOf('symbiosis-exchanges', proved) }
    }
    case 'exchange-sum': {
      const amountOf = (row: (typeof active)[number]): number | null =>
        from.field === 'money' ? row.valueVndPerYear : row.actualTPerMonth === null ? null : row.actualTPerMonth * 12
      const known = active.filter((row) => amountOf(row) !== null)
      if (known.length === 0) return GAP
      const value = known.reduce((total, row) => total + (amountOf(row) ?? 0), 0)
      return { value, sources: rowsOf('symbiosis-exchanges', known) }
    }
    case 'land':
    case 'statement':
    case 'recp-firms':
    case 'recp-solutions':
    case 'recp-sum':
    case 'total-cost':
    case 'product':
    case 'by-hand':
      return GAP
    default:
      return from satisfies never
  }
}
