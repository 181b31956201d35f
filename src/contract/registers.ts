import { z } from 'zod'
import { localizedTextSchema, sourceSchema } from './primitives.ts'
import {
  amount,
  amountNeeded,
  choice,
  day,
  dayOrNull,
  list,
  pastDay,
  pastDayOrNull,
  pastInstant,
  reference,
  rowIdSchema,
  tenant,
  tenantOrNull,
  text,
  textOrNull,
  whole,
  wholeNeeded,
  yesNo,
} from './register-fields.ts'
import { STATEMENT_KEYS } from './statement-keys.ts'

/**
 * What every row of every register carries. `version` counts its changes and guards against a lost race. `texts` are
 * translations of its free text by field, where the park has them: they go when the row is changed by hand.
 */
const rowBase = {
  id: rowIdSchema,
  version: z.int().min(1),
  source: sourceSchema,
  texts: z.record(z.string(), localizedTextSchema).optional(),
}
function row<T extends z.core.$ZodLooseShape>(fields: T) {
  return z.object({ ...rowBase, ...fields })
}

const WASTE_STREAMS = ['domestic', 'ordinary-industrial', 'recyclable', 'hazardous', 'sludge'] as const
export const RECP_STAGES = ['identified', 'feasible', 'planned', 'implemented', 'verified'] as const
export const SYMBIOSIS_STAGES = ['identified', 'negotiated', 'agreement', 'active', 'ended'] as const
/** The five kinds of Circular 05/2025 as form A.4 lists them. */
export const SYMBIOSIS_KINDS = [
  'exchange-inputs-outputs',
  'shared-production-infrastructure',
  'shared-services',
  'inter-park-collaboration',
  'other',
] as const
export const REPORT_KINDS = [
  'recp-emissions-board',
  'environment-social',
  'consolidated-monitoring',
  'form-a4',
  'form-b4',
  'environment-annual',
  'wastewater-fee',
] as const

const tenantProfiles = row({
  tenantId: tenant(),
  status: choice(['licensed', 'construction', 'operating', 'suspended', 'left']),
  iso9001Until: dayOrNull(),
  iso14001Until: dayOrNull(),
  iso50001Until: dayOrNull(),
  iso45001Until: dayOrNull(),
  headcount: whole(),
  femaleHeadcount: whole(),
  permanentHeadcount: whole(),
  localHeadcount: whole(),
  femaleSupported: whole(),
  turnoverUsd: amount('USD/a'),
  residencySigned: yesNo(),
  codeOfConduct: yesNo(),
  harassmentSystem: yesNo(),
  trainingProgramme: yesNo(),
  preventionStrategy: yesNo(),
  largestPolluter: yesNo(),
  riskFramework: yesNo(),
  localSuppliers80: yesNo(),
  smallOrMedium: yesNo(),
  hazardousWaste: yesNo(),
  hazardousCompliant: yesNo(),
  /** Last check of the tenant's record with the authorities, all fields of Article 37.2a. */
  legalCheckedOn: pastDayOrNull(),
  asOf: pastDay(),
})

const recpSolutions = row({
  tenantId: tenant(),
  title: text(),
  stage: choice(RECP_STAGES),
  identifiedOn: pastDay(),
  implementedOn: pastDayOrNull(),
  verifiedOn: pastDayOrNull(),
  /** Period over which the saving was measured. Savings and baselines are per year. */
  measuredFrom: pastDayOrNull(),
  measuredTo: pastDayOrNull(),
  baselineKwh: amount('kW.h/a'),
  savedKwh: amount('kW.h/a'),
  baselineWaterM3: amount('m3/a'),
  savedWaterM3: amount('m3/a'),
  wastewaterReducedM3: amount('m3/a'),
  baselineMaterialT: amount('t/a'),
  savedMaterialT: amount('t/a'),
  savedChemicalsT: amount('t/a'),
  wasteReusedT: amount('t/a'),
  wasteRecycledT: amount('t/a'),
  savedVnd: amount('VND/a'),
  savedTCo2: amount('t{CO2e}/a'),
  capexVnd: amount('VND'),
  /** Point that measured the saving. */
  pointId: reference(),
  documentId: reference(),
})

const symbiosisExchanges = row({
  title: text(),
  kind: choice(SYMBIOSIS_KINDS),
  stage: choice(SYMBIOSIS_STAGES),
  /** Enterprise of this park; null for a partner outside, who is then named. */
  giverTenantId: tenantOrNull(),
  giverName: textOrNull(),
  takerTenantId: tenantOrNull(),
  takerName: textOrNull(),
  giverIso: yesNo(),
  takerIso: yesNo(),
  material: text(),
  contractedTPerMonth: amount('t/mo'),
  actualTPerMonth: amount('t/mo'),
  valueVndPerYear: amount('VND/a'),
  agreedOn: pastDayOrNull(),
  endsOn: dayOrNull(),
  developerSupport: textOrNull(),
  documentId: reference(),
})

const wasteLots = row({
  stream: choice(WASTE_STREAMS),
  /** Code of the list of Circular 02/2022. */
  code: textOrNull(),
  /** Null: the park's own. */
  tenantId: tenantOrNull(),
  massT: amount('t'),
  generatedOn: pastDay(),
  route: choice(['reused', 'recycled', 'energy-recovery', 'treated', 'landfilled', 'in-store']),
  storeId: reference(),
  manifestId: reference(),
})

const wasteManifests = row({
  number: text(),
  tenantId: tenantOrNull(),
  lotIds: list(),
  carrier: text(),
  treater: text(),
  massT: amountNeeded('t'),
  handedOverOn: pastDay(),
  /** Day on which the last copy came back. */
  returnedOn: pastDayOrNull(),
  receivedT: amount('t'),
})

const violations = row({
  party: choice(['developer', 'tenant']),
  tenantId: tenantOrNull(),
  field: choice(['investment', 'enterprise', 'construction', 'land', 'environment', 'labour']),
  decidedOn: pastDay(),
  authority: text(),
  summary: text(),
  closedOn: pastDayOrNull(),
  documentId: reference(),
})

const grievances = row({
  receivedOn: pastDay(),
  from: choice(['tenant', 'worker', 'community']),
  tenantId: tenantOrNull(),
  subject: text(),
  addressedOn: pastDayOrNull(),
  concludedOn: pastDayOrNull(),
})

const incidents = row({
  occurredAt: pastInstant(),
  class: choice(['security', 'safety', 'fire', 'spill', 'near-miss']),
  tenantId: tenantOrNull(),
  summary: text(),
  closedOn: pastDayOrNull(),
})

const surveys = row({
  kind: choice(['tenants-services', 'employees-social', 'community-dialogue', 'outreach']),
  title: text(),
  heldOn: pastDay(),
  asked: wholeNeeded(),
  answered: wholeNeeded(),
  satisfied: wholeNeeded(),
  documentId: reference(),
})

const labResults = row({
  outfall: text(),
  parameter: text(),
  value: amountNeeded('1'),
  unit: text(),
  sampledAt: pastInstant(),
  resultAt: pastInstant(),
  laboratory: text(),
  documentId: reference(),
})

const reportsIssued = row({
  kind: choice(REPORT_KINDS),
  /** Year that the report is about. */
  year: wholeNeeded(),
  tenantId: tenantOrNull(),
  issuedOn: pastDay(),
  url: textOrNull(),
  documentId: reference(),
})

const documents = row({
  title: text(),
  kind: choice(['licence', 'plan', 'certificate', 'contract', 'report', 'policy', 'study', 'programme', 'minutes']),
  /** Criteria for which it is evidence. */
  criterionIds: list(),
  issuedOn: pastDay(),
  validUntil: dayOrNull(),
  reference: text(),
})

const actions = row({
  title: text(),
  /** Criterion that it helps: `VN-37-2c`. */
  criterionId: textOrNull(),
  ownerRole: text(),
  due: day(),
  state: choice(['open', 'done', 'dropped']),
  doneOn: pastDayOrNull(),
  effect: textOrNull(),
  /** What it adds to the criterion's numerator, in the criterion's own terms. */
  effectAmount: amount('1'),
})

const fuelUse = row({
  tenantId: tenantOrNull(),
  fuel: choice(['natural-gas', 'lpg', 'diesel', 'gasoline', 'fuel-oil', 'coal']),
  from: pastDay(),
  to: pastDay(),
  massT: amountNeeded('t'),
  documentId: reference(),
})

const targets = row({
  key: choice(['renewable-share', 'emissions', 'energy-intensity', 'water-intensity', 'carbon-intensity', 'saving']),
  year: wholeNeeded(),
  value: amountNeeded('1'),
  unit: text(),
  basis: textOrNull(),
})

const parkStatements = row({
  key: choice(STATEMENT_KEYS),
  year: wholeNeeded(),
  asOf: pastDay(),
  /** A figure, or an answer: a statement has one of them. */
  value: amount('1'),
  unit: textOrNull(),
  yes: yesNo(),
  documentId: reference(),
})

/**
 * Every register. `change` and `removal` say whether rows may be changed and removed: results and reports that went
 * out stay as they are, and what the law wants kept is never removed.
 */
export const REGISTERS = {
  'tenant-profiles': { schema: tenantProfiles, change: true, removal: true },
  'recp-solutions': { schema: recpSolutions, change: true, removal: true },
  'symbiosis-exchanges': { schema: symbiosisExchanges, change: true, removal: true },
  'waste-lots': { schema: wasteLots, change: true, removal: false },
  'waste-manifests': { schema: wasteManifests, change: true, removal: false },
  violations: { schema: violations, change: true, removal: false },
  grievances: { schema: grievances, change: true, removal: false },
  incidents: { schema: incidents, change: true, removal: false },
  surveys: { schema: surveys, change: true, removal: true },
  'lab-results': { schema: labResults, change: false, removal: false },
  'reports-issued': { schema: reportsIssued, change: false, removal: false },
  documents: { schema: documents, change: true, removal: true },
  actions: { schema: actions, change: true, removal: true },
  'fuel-use': { schema: fuelUse, change: true, removal: true },
  targets: { schema: targets, change: true, removal: true },
  'park-statements': { schema: parkStatements, change: true, removal: true },
} as const satisfies Record<string, { schema: z.ZodObject; change: boolean; removal: boolean }>

export type RegisterId = keyof typeof REGISTERS
export const registerIdSchema = z.enum(Object.keys(REGISTERS) as [RegisterId, ...RegisterId[]])
export type RowOf<R extends RegisterId> = z.output<(typeof REGISTERS)[R]['schema']>
/** All rows of all registers of a park. */
export type RegisterSet = { [R in RegisterId]: readonly RowOf<R>[] }
export type TenantProfile = RowOf<'tenant-profiles'>
export type RecpSolution = RowOf<'recp-solutions'>
export type SymbiosisExchange = RowOf<'symbiosis-exchanges'>
export type ParkStatement = RowOf<'park-statements'>
