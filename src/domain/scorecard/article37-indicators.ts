import { STATEMENT_KEYS, type StatementKey } from '../../contract/statement-keys.ts'
import type { SymbiosisExchange } from '../../contract/registers.ts'
import { firms } from './firms.ts'
import { factEvidence, latest, measure, monthsBefore, named, rowEvidence, shareOf } from './measure.ts'
import type { Indicator, Measure, ScorecardInput } from './scorecard-types.ts'
import { statementOf, valueOf } from './statements.ts'

const VIOLATION_MONTHS = 36
/** A check of the record with the authorities counts for a year. */
const CHECK_MONTHS = 12

function violationsOf({ registers, today }: ScorecardInput, party: 'developer' | 'tenant'): Measure['evidence'] {
  return registers.violations
    .filter((row) => row.party === party && row.decidedOn >= monthsBefore(today, VIOLATION_MONTHS))
    .map((row) => rowEvidence('violations', row.id, false))
}

/**
 * Article 37.1a: violations of the developer in the last 36 months. No entry is a pass only when the record was
 * checked in the last year; one entry fails whatever is missing. Source: Decree 35/2022, high.
 */
export const developerViolations: Indicator = (input) => {
  const found = violationsOf(input, 'developer')
  const check = statementOf(input, 'legal-check-developer')
  const fresh = check !== null && check.yes === true && check.asOf >= monthsBefore(input.today, CHECK_MONTHS)
  return measure({
    value: fresh || found.length > 0 ? found.length : null,
    coverage: fresh ? 1 : 0,
    needs: 1,
    failsAnyway: found.length > 0,
    evidence: [...found, ...(check === null ? [] : [rowEvidence('park-statements', check.id, fresh)])],
    inputs: [named('months', VIOLATION_MONTHS, 'mo')],
    asOf: check?.asOf ?? null,
  })
}

/** Article 37.2a: the same over the tenants; every firm's record checked in the last year. */
export const tenantViolations: Indicator = (input) => {
  const found = violationsOf(input, 'tenant')
  const group = firms(input)
  const checked = group.filter(
    ({ legalCheckedOn }) => legalCheckedOn !== null && legalCheckedOn >= monthsBefore(input.today, CHECK_MONTHS),
  )
  const coverage = group.length === 0 ? 0 : checked.length / group.length
  return measure({
    value: coverage === 1 || found.length > 0 ? found.length : null,
    coverage,
    needs: 1,
    failsAnyway: found.length > 0,
    evidence: [...found, ...group.map((row) => rowEvidence('tenant-profiles', row.id, checked.includes(row)))],
    inputs: [named('checked', checked.length, 'firms'), named('firms', group.length, 'firms')],
    asOf: latest(checked.map(({ legalCheckedOn }) => legalCheckedOn)),
  })
}

function answers(
  input: ScorecardInput,
  prefix: string,
): { yes: number; no: number; all: number; evidence: Measure['evidence']; asOf: string | null } {
  const keys = STATEMENT_KEYS.filter((key) => key.startsWith(prefix))
  const rows = keys.map((key: StatementKey) => statementOf(input, key))
  return {
    yes: rows.filter((row) => row?.yes === true).length,
    no: rows.filter((row) => row?.yes === false).length,
    all: keys.length,
    evidence: rows.flatMap((row) => (row === null ? [] : [rowEvidence('park-statements', row.id, row.yes === true)])),
    asOf: latest(rows.map((row) => row?.asOf ?? null)),
  }
}

/** Article 37.1b: every basic service and the support of symbiosis in operation. One that is not fails. */
export const basicServices: Indicator = (input) => {
  const { yes, no, all, evidence, asOf } = answers(input, 'service-')
  return measure({
    value: no > 0 ? false : yes === all ? true : null,
    coverage: (yes + no) / all,
    needs: 1,
    failsAnyway: no > 0,
    evidence,
    inputs: [named('operating', yes, '1'), named('services', all, '1')],
    asOf,
  })
}

function reportsOf({ registers, today }: ScorecardInput, kind: string): Measure['evidence'] {
  return registers['reports-issued']
    .filter((row) => row.kind === kind && row.issuedOn >= monthsBefore(today, 12))
    .map((row) => rowEvidence('reports-issued', row.id, true))
}

/**
 * Article 37.1c: reports on resource efficiency and emissions sent to the board in the last twelve months, and a
 * mechanism that monitors inputs and outputs. The article asks for one report a year; it names seven streams and sets
 * no count of them, so the streams covered are shown beside the result and decide only whether there is a mechanism.
 * Source: Decree 35/2022 Article 37.1c, high.
 */
export const streamsMonitored: Indicator = (input) => {
  const { yes, no, all, evidence, asOf } = answers(input, 'stream-')
  const reports = reportsOf(input, 'recp-emissions-board')
  return measure({
    value: input.registers['reports-issued'].length === 0 ? null : reports.length,
    coverage: (yes + no) / all,
    needs: 1,
    failsAnyway: true,
    also: yes + no === 0 ? null : yes > 0,
    evidence: [...evidence, ...reports],
    inputs: [named('reports', reports.length, '/a')],
    share: { numerator: yes, denominator: all, unit: 'streams' },
    asOf,
  })
}

/** Article 37.1d: reports on environment and social responsibility of the last twelve months that have an address. */
export const yearlyEsrReport: Indicator = ({ registers, today }) => {
  const all = registers['reports-issued']
  const sent = all.filter(({ kind, issuedOn }) => kind === 'environment-social' && issuedOn >= monthsBefore(today, 12))
  const published = sent.filter(({ url }) => url !== null)
  return measure({
    value: all.length === 0 ? null : published.length,
    coverage: all.length === 0 ? 0 : 1,
    evidence: sent.map((row) => rowEvidence('reports-issued', row.id, row.url !== null)),
    inputs: [named('sent', sent.length, '/a')],
    asOf: latest(sent.map(({ issuedOn }) => issuedOn)),
  })
}

function isoOf(
  { giverTenantId, takerTenantId, giverIso, takerIso }: SymbiosisExchange,
  rule: 'every' | 'any',
): boolean | null {
  const inPark = [...(giverTenantId === null ? [] : [giverIso]), ...(takerTenantId === null ? [] : [takerIso])]
  if (inPark.length === 0) return false
  if (rule === 'any') return inPark.includes(true) ? true : inPark.includes(null) ? null : false
  return inPark.includes(false) ? false : inPark.includes(null) ? null : true
}

function exchangeCount(input: ScorecardInput, counts: (row: SymbiosisExchange) => boolean | null): Measure {
  const all = input.registers['symbiosis-exchanges']
  const active = all.filter(({ stage, endsOn }) => stage === 'active' && (endsOn === null || endsOn >= input.today))
  const judged = active.map((row) => ({ row, counts: counts(row) }))
  const good = judged.filter((one) => one.counts === true).length
  const open = judged.filter((one) => one.counts === null).length
  return measure({
    value: all.length === 0 || (good === 0 && open > 0) ? null : good,
    coverage: all.length === 0 ? 0 : active.length === 0 ? 1 : (active.length - open) / active.length,
    // One that counts is enough, whatever is open about the others.
    needs: good > 0 ? 0 : 1,
    evidence: judged.map((one) =>
      rowEvidence('symbiosis-exchanges', one.row.id, one.counts === true, one.row.actualTPerMonth, 't/mo'),
    ),
    inputs: [named('active', active.length, '1')],
    asOf: latest(active.map(({ agreedOn }) => agreedOn)),
  })
}

/** Article 37.2b: active exchanges whose participants in the park have ISO systems, all or one by the setting. */
export const activeSymbiosis: Indicator = (input) => exchangeCount(input, (row) => isoOf(row, input.settings.iso))

/** Active exchanges, whatever systems the participants have. */
export const activeSymbiosisAny: Indicator = (input) => {
  const found = exchangeCount(input, () => true)
  return { ...found, value: typeof found.value === 'number' ? found.value > 0 : null }
}

/** Hectares of the plan: the published fact before the statement. */
const LAND: readonly (readonly [StatementKey, string])[] = [
  ['land-green', 'land-green'],
  ['land-traffic', 'land-roads'],
  ['land-technical', 'land-technical'],
  ['land-social', 'land-social'],
]

/**
 * Article 37.3a: (green + traffic + technical + shared social land) / park × 100 of the approved plan. A part that is
 * not known is left out: the sum is then a lower bound, which may pass and cannot fail. Source: Decree 35/2022, high.
 */
export const publicLandShare: Indicator = (input, _args, { benchmark }) => {
  const factOf = (key: string): number | null => {
    const value = input.facts.find((fact) => fact.key === key)?.value
    return typeof value === 'number' ? value : null
  }
  const parts = LAND.map(([key, factKey]) => {
    const fact = factOf(factKey)
    const row = statementOf(input, key)
    const value = fact ?? row?.value ?? null
    const evidence =
      fact !== null
        ? [factEvidence(factKey, fact, 'har')]
        : row === null
          ? []
          : [rowEvidence('park-statements', row.id, row.value !== null, row.value, 'har')]
    return { key, value, evidence }
  })
  const known = parts.filter(({ value }) => value !== null)
  const total = valueOf(input, 'land-total') ?? factOf('area')
  const sum = known.length === 0 ? null : known.reduce((all, { value }) => all + (value ?? 0), 0)
  const found = shareOf(sum, total, 'har', ['shared', 'area'], {
    coverage: known.length / LAND.length,
    evidence: parts.flatMap(({ evidence }) => evidence),
    asOf: statementOf(input, 'land-total')?.asOf ?? null,
  })
  const isEnough = typeof found.value === 'number' && typeof benchmark === 'number' && found.value >= benchmark - 1e-9
  return {
    ...found,
    needs: isEnough ? 0 : 1,
    inputs: [...found.inputs, ...parts.map(({ key, value }) => named(key, value, 'har'))],
  }
}

/** Article 37.3b: evidence of a solution for housing and amenities is present. */
export const housingSolution: Indicator = (input) => {
  const row = statementOf(input, 'housing-solution')
  const paper = input.registers.documents.find(({ id }) => id === row?.documentId) ?? null
  const claimed = row?.yes ?? null
  return measure({
    // A claim without its document is not evidence yet.
    value: claimed === true ? (paper === null ? null : true) : claimed,
    coverage: claimed === null || (claimed && paper === null) ? 0 : 1,
    evidence: [
      ...(row === null ? [] : [rowEvidence('park-statements', row.id, claimed === true)]),
      ...(paper === null ? [] : [rowEvidence('documents', paper.id, true)]),
    ],
    inputs: [named('housed', valueOf(input, 'workers-housed'), 'persons')],
    asOf: row?.asOf ?? null,
  })
}
