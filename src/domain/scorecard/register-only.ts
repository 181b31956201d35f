import type { CriteriaSet } from '../../contract/reference-criteria.ts'
import type { RegisterId, RegisterSet } from '../../contract/registers.ts'
import { evaluateSet, type SetResult } from './evaluate.ts'
import type { Aggregates, ScorecardInput } from './scorecard-types.ts'

/** Registers that the criteria of Decree 35/2022, Article 37 read; none of them needs a meter. */
export const ARTICLE_37_REGISTERS = [
  'violations',
  'park-statements',
  'tenant-profiles',
  'reports-issued',
  'symbiosis-exchanges',
  'recp-solutions',
  'documents',
] as const satisfies readonly RegisterId[]
export type Article37Registers = Pick<RegisterSet, (typeof ARTICLE_37_REGISTERS)[number]>

const NO_METERS = { value: null, coverage: 0, pointIds: [] } as const
const NO_AGGREGATES: Aggregates = {
  'grid-import': NO_METERS,
  'tenant-energy': NO_METERS,
  solar: NO_METERS,
  'water-supplied': NO_METERS,
  'wastewater-in': NO_METERS,
  'wastewater-out': NO_METERS,
  'wastewater-compliant': NO_METERS,
  reused: NO_METERS,
}

/**
 * Article 37 from a park's registers and published facts alone, for pages that compare parks and read no year of
 * meters. A criterion that would need more reads not enough data, never a pass.
 */
export function evaluateArticle37(
  set: CriteriaSet,
  registers: Article37Registers,
  { facts, today, settings }: Pick<ScorecardInput, 'facts' | 'today' | 'settings'>,
): SetResult {
  return evaluateSet(set, {
    registers: {
      ...registers,
      'waste-lots': [],
      'waste-manifests': [],
      grievances: [],
      incidents: [],
      surveys: [],
      'lab-results': [],
      actions: [],
      'fuel-use': [],
      targets: [],
    },
    aggregates: NO_AGGREGATES,
    pointsByKind: new Map(),
    gridFactors: { country: 'VN', unit: 't{CO2}/MW.h', factors: [] },
    facts,
    today,
    settings,
  })
}
