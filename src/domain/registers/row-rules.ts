import type { RegisterId, RowOf } from '../../contract/registers.ts'
import { fault, type Fault } from './faults.ts'

type Rules = { [R in RegisterId]?: (row: RowOf<R>) => (Fault | null)[] }

/** `last` lies before `first`, both days or instants as text. */
function ordered(field: string, first: string | null, last: string | null): Fault | null {
  if (first === null || last === null || last.slice(0, first.length) >= first.slice(0, last.length)) return null
  return fault(field, 'ends-before-start', `${last} lies before ${first}`)
}

function within(field: string, part: number | null, whole: number | null): Fault | null {
  if (part === null || whole === null || part <= whole) return null
  return fault(field, 'part-over-whole', `${part} of ${whole} is over 100 %`)
}

function needs(field: string, value: unknown, wanted: boolean, why: string): Fault | null {
  return wanted && value === null ? fault(field, 'missing', why) : null
}

/** A saving says nothing without what was used before, and cannot be more than that. */
function saving(field: string, saved: number | null, baselineField: string, baseline: number | null): Fault | null {
  if (saved === null || saved === 0) return null
  if (baseline === null) return fault(baselineField, 'saving-without-baseline', `${field} has no baseline`)
  return saved > baseline ? fault(field, 'saving-over-baseline', `${saved} saved of a baseline of ${baseline}`) : null
}

/** What the fields of a row say against each other; none for a row in order. */
export function rowFaults<R extends RegisterId>(registerId: R, row: RowOf<R>): Fault[] {
  const rules: Rules[R] = ROW_RULES[registerId]
  return (rules?.(row) ?? []).filter((one) => one !== null)
}

/** Rules between the fields of one row, by register. Each answers the fault, or null. */
const ROW_RULES: Rules = {
  'tenant-profiles': (row) => [
    within('femaleHeadcount', row.femaleHeadcount, row.headcount),
    within('permanentHeadcount', row.permanentHeadcount, row.headcount),
    within('localHeadcount', row.localHeadcount, row.headcount),
    within('femaleSupported', row.femaleSupported, row.femaleHeadcount),
  ],
  'recp-solutions': (row) => [
    saving('savedKwh', row.savedKwh, 'baselineKwh', row.baselineKwh),
    saving('savedWaterM3', row.savedWaterM3, 'baselineWaterM3', row.baselineWaterM3),
    saving('savedMaterialT', row.savedMaterialT, 'baselineMaterialT', row.baselineMaterialT),
    ordered('implementedOn', row.identifiedOn, row.implementedOn),
    ordered('verifiedOn', row.implementedOn, row.verifiedOn),
    ordered('measuredTo', row.measuredFrom, row.measuredTo),
    needs('implementedOn', row.implementedOn, isImplemented(row.stage), 'an implemented solution has a date'),
    needs('verifiedOn', row.verifiedOn, row.stage === 'verified', 'a verified solution has a date'),
  ],
  'symbiosis-exchanges': (row) => [
    ordered('endsOn', row.agreedOn, row.endsOn),
    needs('giverName', row.giverName ?? row.giverTenantId, true, 'a giver is a tenant or is named'),
    needs('takerName', row.takerName ?? row.takerTenantId, true, 'a taker is a tenant or is named'),
    needs('agreedOn', row.agreedOn, row.stage === 'agreement' || row.stage === 'active', 'an agreement has a date'),
  ],
  'waste-manifests': (row) => [
    ordered('returnedOn', row.handedOverOn, row.returnedOn),
    within('receivedT', row.receivedT, row.massT),
  ],
  violations: (row) => [
    ordered('closedOn', row.decidedOn, row.closedOn),
    needs('tenantId', row.tenantId, row.party === 'tenant', 'a violation of a tenant names it'),
  ],
  grievances: (row) => [
    ordered('addressedOn', row.receivedOn, row.addressedOn),
    ordered('concludedOn', row.addressedOn ?? row.receivedOn, row.concludedOn),
  ],
  incidents: (row) => [ordered('closedOn', row.occurredAt.slice(0, 10), row.closedOn)],
  surveys: (row) => [within('answered', row.answered, row.asked), within('satisfied', row.satisfied, row.answered)],
  'lab-results': (row) => [ordered('resultAt', row.sampledAt, row.resultAt)],
  'reports-issued': (row) => [ordered('issuedOn', `${row.year}-01-01`, row.issuedOn)],
  documents: (row) => [ordered('validUntil', row.issuedOn, row.validUntil)],
  actions: (row) => [needs('doneOn', row.doneOn, row.state === 'done', 'what is done has a date')],
  'fuel-use': (row) => [ordered('to', row.from, row.to)],
  targets: (row) => [percent('value', row.value, row.unit)],
  'park-statements': (row) => [
    row.value === null && row.yes === null ? fault('value', 'missing', 'a statement is a figure or an answer') : null,
    percent('value', row.value, row.unit),
  ],
}

function percent(field: string, value: number | null, unit: string | null): Fault | null {
  return unit === '%' && value !== null && value > 100 ? fault(field, 'over-100', `${value} % is over 100 %`) : null
}

function isImplemented(stage: RowOf<'recp-solutions'>['stage']): boolean {
  return stage === 'implemented' || stage === 'verified'
}
