import type { TourFigure } from '../../contract/tour-figures.ts'
import type { RecpSolution, SymbiosisExchange } from '../../contract/registers.ts'
import type { KpiDefinition } from '../kpi/kpi-definitions.data.ts'
import { registerGrowth, sumBuckets, type BucketSeries } from '../kpi/series.ts'
import { occupancyPercent, type PlotUse } from '../portfolio/compare-parks.ts'
import { isMeasured } from '../scorecard/firm-indicators.ts'
import { finiteOutcome, notEnough, ratioOf, type Outcome } from '../statistics/outcome.ts'

/** What the figures of a tour are worked out from; null where it did not come. */
export interface TourFacts {
  areaHa: number
  tenants: number | null
  plots: PlotUse | null
  /** Key figures in the unit of their definition. */
  kpis: ReadonlyMap<KpiDefinition['id'], number | null>
  contractedMw: number | null
  codLimitMgL: number | null
  /** Mean power of grid and rooftop solar by 15 minutes of the last 24 h, MW; NaN where there is no data. */
  gridMw: Float64Array | null
  solarMw: Float64Array | null
  reusedM3: number | null
  exchanges: readonly Pick<SymbiosisExchange, 'stage' | 'actualTPerMonth'>[] | null
  recp: readonly RecpSolution[] | null
  article37: { met: number; all: number } | null
}

const LEAST_SHARE = 0.8

/**
 * Highest mean of a day's buckets. Unit: that of the buckets. Errors: `low-coverage` under 80 % of the buckets, `no-data`.
 * Source: product.md (coverage rule).
 */
export function peakOf(buckets: Float64Array | null): Outcome<number> {
  if (buckets === null) return notEnough('no-data')
  const known = buckets.filter((value) => Number.isFinite(value))
  const coverage = { contributing: known.length, expected: buckets.length }
  if (known.length === 0) return notEnough('no-data', coverage)
  if (known.length < LEAST_SHARE * buckets.length) return notEnough('low-coverage', coverage)
  return finiteOutcome(known.reduce((most, value) => Math.max(most, value)))
}

/**
 * Σ solar / Σ (solar + grid) × 100 over the buckets in which both are known. Unit: per cent. Errors: `low-coverage` under
 * 80 % of the buckets, `no-data`, `zero-denominator`. Source: hmi.md (shares of supply).
 */
export function solarShareOf(grid: Float64Array | null, solar: Float64Array | null): Outcome<number> {
  if (grid === null || solar === null) return notEnough('no-data')
  let [sun, all, known] = [0, 0, 0]
  grid.forEach((gridMw, k) => {
    const solarMw = solar[k] ?? Number.NaN
    if (!Number.isFinite(gridMw) || !Number.isFinite(solarMw)) return
    sun += solarMw
    all += solarMw + gridMw
    known++
  })
  const coverage = { contributing: known, expected: grid.length }
  if (known === 0) return notEnough('no-data', coverage)
  if (known < LEAST_SHARE * grid.length) return notEnough('low-coverage', coverage)
  return ratioOf(sun, all, 100)
}

/**
 * Power of some meters by bucket, MW, from means in kW. NaN where under 80 % of the meters have one; null without a
 * meter. Unit: MW. Never fails. Source: product.md (coverage rule).
 */
export function megawatts(series: readonly (BucketSeries | undefined)[], buckets: number): Float64Array | null {
  return series.length === 0 ? null : sumBuckets(series, buckets).map((kw) => kw / 1000)
}

/**
 * Growth of registers over a window, all of them or none. Unit: that of the registers. Null where one has no data or
 * ran backwards. Source: domain/kpi/series.ts.
 */
export function growthOver(series: readonly (BucketSeries | undefined)[]): number | null {
  if (series.length === 0) return null
  let total = 0
  for (const one of series) {
    const start = one?.min.find((value) => value !== null) ?? null
    const end = one?.max.findLast((value) => value !== null) ?? null
    const growth = registerGrowth(start, end)
    if (growth === null) return null
    total += growth
  }
  return total
}

const kpi =
  (id: KpiDefinition['id']) =>
  ({ kpis }: TourFacts): Outcome<number> =>
    finiteOutcome(kpis.get(id) ?? null)

const isActive = ({ stage }: Pick<SymbiosisExchange, 'stage'>): boolean => stage === 'active'

function exchangeTonnes({ exchanges }: TourFacts): Outcome<number> {
  if (exchanges === null) return notEnough('no-data')
  const known = exchanges.filter(isActive).flatMap(({ actualTPerMonth }) => actualTPerMonth ?? [])
  return known.length === 0 ? notEnough('no-data') : finiteOutcome(known.reduce((sum, tonnes) => sum + tonnes, 0))
}

function recpFirms({ recp }: TourFacts): Outcome<number> {
  if (recp === null) return notEnough('no-data')
  const done = recp.filter((row) => (row.stage === 'implemented' || row.stage === 'verified') && isMeasured(row))
  return finiteOutcome(new Set(done.map(({ tenantId }) => tenantId)).size)
}

/** How each figure is worked out; its unit stands in the contract. Source: contract/tour-figures.ts. */
export const FIGURE_OF: { readonly [F in TourFigure]: (facts: TourFacts) => Outcome<number> } = {
  area_ha: ({ areaHa }) => finiteOutcome(areaHa),
  tenants: ({ tenants }) => finiteOutcome(tenants),
  plots: ({ plots }) => finiteOutcome(plots?.plots),
  let_share: ({ plots }) => (plots === null ? notEnough('no-data') : occupancyPercent(plots)),
  free_plots: ({ plots }) => finiteOutcome(plots === null ? null : plots.plots - plots.letPlots),
  free_ha: ({ plots }) => finiteOutcome(plots === null ? null : plots.areaHa - plots.letHa),
  power_mw: kpi('grid-import'),
  peak_mw: ({ gridMw }) => peakOf(gridMw),
  contracted_mw: ({ contractedMw }) => finiteOutcome(contractedMw),
  solar_mw: kpi('solar'),
  solar_share: ({ gridMw, solarMw }) => solarShareOf(gridMw, solarMw),
  water_m3h: kpi('water-supplied'),
  water_loss: kpi('water-loss'),
  wastewater_m3h: kpi('wastewater-in'),
  cod_mgl: kpi('cod-day'),
  cod_limit: ({ codLimitMgL }) => finiteOutcome(codLimitMgL),
  reuse_share: kpi('reuse'),
  reuse_m3: ({ reusedM3 }) => finiteOutcome(reusedM3),
  diversion_share: kpi('diversion'),
  emissions_t: kpi('grid-emissions'),
  exchanges: ({ exchanges }) => finiteOutcome(exchanges === null ? null : exchanges.filter(isActive).length),
  exchange_t_month: exchangeTonnes,
  recp_firms: recpFirms,
  criteria_met: ({ article37 }) => finiteOutcome(article37?.met),
  criteria_all: ({ article37 }) => finiteOutcome(article37?.all),
  criteria_open: ({ article37 }) => finiteOutcome(article37 === null ? null : article37.all - article37.met),
}
