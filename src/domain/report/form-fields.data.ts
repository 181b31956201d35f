/** How a field of forms A.4 and B.4 is filled. */
export type FieldFrom =
  | {
      type: 'land'
      key: 'land-total' | 'land-green' | 'land-traffic' | 'land-technical' | 'land-social'
      ratio: boolean
    }
  | { type: 'statement'; key: 'housing-solution' | 'workers-housed' }
  | { type: 'recp-firms' | 'recp-solutions'; until: 'before-last-year' | 'last-year' | 'planned' }
  | { type: 'recp-sum'; field: RecpSum }
  | { type: 'exchange-count'; until: 'last-year' | 'planned' }
  | { type: 'exchange-kinds' | 'exchange-participants' | 'exchange-support' | 'exchange-evidence' }
  | { type: 'exchange-sum'; field: 'tonnes' | 'money' }
  | { type: 'total-cost' }
  | { type: 'product' }
  /** Nothing in the registers gives it: filled by hand, a gap until then. */
  | { type: 'by-hand' }
export type RecpSum =
  | 'savedKwh'
  | 'savedWaterM3'
  | 'wastewaterReducedM3'
  | 'wasteReusedT'
  | 'wasteRecycledT'
  | 'savedMaterialT'
  | 'savedChemicalsT'
  | 'savedTCo2'
  | 'savedVnd'

export interface FormField {
  key: string
  group: 'land' | 'social' | 'recp' | 'recp-savings' | 'symbiosis' | 'symbiosis-results' | 'capacity'
  unit: string
  from: FieldFrom
}

const field = (key: string, group: FormField['group'], unit: string, from: FieldFrom): FormField => ({
  key,
  group,
  unit,
  from,
})
const BY_HAND: FieldFrom = { type: 'by-hand' }
const sum = (key: string, unit: string, of: RecpSum): FormField =>
  field(key, 'recp-savings', unit, { type: 'recp-sum', field: of })

const RECP_SAVINGS: readonly FormField[] = [
  sum('electricity-saved', 'kW.h', 'savedKwh'),
  field('electricity-saved-percent', 'recp-savings', '%', BY_HAND),
  field('other-fuels-saved', 'recp-savings', 'text', BY_HAND),
  sum('co2-reduced', 't{CO2e}', 'savedTCo2'),
  sum('water-saved', 'm3', 'savedWaterM3'),
  sum('wastewater-reduced', 'm3', 'wastewaterReducedM3'),
  sum('waste-reused', 't', 'wasteReusedT'),
  sum('waste-recycled', 't', 'wasteRecycledT'),
  sum('materials-saved', 't', 'savedMaterialT'),
  sum('chemicals-saved', 't', 'savedChemicalsT'),
  field('total-cost-saved', 'recp-savings', 'VND', { type: 'total-cost' }),
]

const SYMBIOSIS_RESULTS: readonly FormField[] = [
  field('secondary-material', 'symbiosis-results', 't', { type: 'exchange-sum', field: 'tonnes' }),
  field('secondary-material-value', 'symbiosis-results', 'VND', { type: 'exchange-sum', field: 'money' }),
  field('shared-service-savings', 'symbiosis-results', 'VND', BY_HAND),
  field('other-results', 'symbiosis-results', 'text', BY_HAND),
]

/**
 * Fields of form A.4 (park to board, Article 43.1 of Decree 35/2022) as the public field specification lists them.
 * Confidence medium: the official layout of the Circular's annex was not seen.
 */
export const FORM_A4: readonly FormField[] = [
  field('land-total', 'land', 'har', { type: 'land', key: 'land-total', ratio: false }),
  ...(['land-green', 'land-traffic', 'land-technical', 'land-social'] as const).flatMap((key) => [
    field(key, 'land', 'har', { type: 'land', key, ratio: false }),
    field(`${key}-percent`, 'land', '%', { type: 'land', key, ratio: true }),
  ]),
  field('worker-housing', 'social', 'text', { type: 'statement', key: 'housing-solution' }),
  field('workers-housed', 'social', '1', { type: 'statement', key: 'workers-housed' }),
  field('service-works', 'social', 'text', BY_HAND),
  field('legal-compliance', 'social', 'text', BY_HAND),
  field('recp-firms-before', 'recp', '1', { type: 'recp-firms', until: 'before-last-year' }),
  field('recp-solutions-before', 'recp', '1', { type: 'recp-solutions', until: 'before-last-year' }),
  field('recp-firms-last-year', 'recp', '1', { type: 'recp-firms', until: 'last-year' }),
  field('recp-solutions-last-year', 'recp', '1', { type: 'recp-solutions', until: 'last-year' }),
  field('recp-firms-planned', 'recp', '1', { type: 'recp-firms', until: 'planned' }),
  field('energy-management-system', 'recp', 'text', BY_HAND),
  ...RECP_SAVINGS,
  field('networks', 'symbiosis', '1', { type: 'exchange-count', until: 'last-year' }),
  field('networks-planned', 'symbiosis', '1', { type: 'exchange-count', until: 'planned' }),
  field('network-kinds', 'symbiosis', 'text', { type: 'exchange-kinds' }),
  field('agreement-evidence', 'symbiosis', 'text', { type: 'exchange-evidence' }),
  field('participants', 'symbiosis', 'text', { type: 'exchange-participants' }),
  field('developer-support', 'symbiosis', 'text', { type: 'exchange-support' }),
  ...SYMBIOSIS_RESULTS,
]

/** Fields of form B.4 (tenant to developer and board, Article 43.2), for one tenant. Confidence medium, as A.4. */
export const FORM_B4: readonly FormField[] = [
  ...['product', 'design-output', 'current-output', 'energy-per-product', 'revenue'].map((key) =>
    field(key, 'capacity', key === 'revenue' ? 'VND' : 'text', { type: 'product' }),
  ),
  ...RECP_SAVINGS,
  field('networks', 'symbiosis', '1', { type: 'exchange-count', until: 'last-year' }),
  field('network-kinds', 'symbiosis', 'text', { type: 'exchange-kinds' }),
  ...SYMBIOSIS_RESULTS,
]
