import { gridFactorOf } from '../energy/grid-emissions.ts'
import { firmsOf } from './firms.ts'
import { latest, measure, meterEvidence, monthsBefore, named, rowEvidence, shareOf } from './measure.ts'
import type { Aggregate, Indicator, Measure, ScorecardInput } from './scorecard-types.ts'
import { statementOf, valueOf } from './statements.ts'

const lowest = (...parts: readonly Aggregate[]): number => Math.min(...parts.map(({ coverage }) => coverage))

/** Sum of parts; null when one is missing: a sum without a part would pass for too much. */
function plus(...parts: readonly (number | null)[]): number | null {
  let sum = 0
  for (const part of parts) {
    if (part === null) return null
    sum += part
  }
  return sum
}

function statementEvidence(input: ScorecardInput, ...keys: Parameters<typeof statementOf>[1][]): Measure['evidence'] {
  return keys.flatMap((key) => {
    const row = statementOf(input, key)
    return row === null ? [] : [rowEvidence('park-statements', row.id, true, row.value, row.unit)]
  })
}

/** Energy used: grid import, own solar and declared fuels, kWh of the last twelve months. */
function totalEnergy(input: ScorecardInput): number | null {
  const { 'grid-import': grid, solar } = input.aggregates
  return plus(grid.value, solar.value, valueOf(input, 'declared-fuel-energy'))
}

/**
 * Metered energy / total energy × 100; metered: tenants' meters and solar plants, total: grid import, solar and the
 * fuels that the firms declare. Source: EIP framework EN-2, confidence low.
 */
export const energyMetered: Indicator = (input) => {
  const { 'tenant-energy': tenants, solar, 'grid-import': grid } = input.aggregates
  return shareOf(plus(tenants.value, solar.value), totalEnergy(input), 'kW.h', ['metered', 'total'], {
    coverage: lowest(tenants, solar, grid),
    evidence: [
      ...meterEvidence(grid, 'kW.h'),
      ...meterEvidence(tenants, 'kW.h'),
      ...meterEvidence(solar, 'kW.h'),
      ...statementEvidence(input, 'declared-fuel-energy'),
    ],
    asOf: input.today,
  })
}

/**
 * Renewable energy / total energy × 100, solar and direct contracts; compared with the national mix that the park
 * enters for the year. Without that figure there is no benchmark. Source: EIP framework EN-3, confidence low.
 */
export const renewableShare: Indicator = (input) => {
  const { solar, 'grid-import': grid } = input.aggregates
  const renewable = plus(solar.value, valueOf(input, 'direct-contract-energy'))
  return shareOf(renewable, totalEnergy(input), 'kW.h', ['renewable', 'total'], {
    coverage: lowest(solar, grid),
    benchmark: valueOf(input, 'national-renewable-share'),
    evidence: [
      ...meterEvidence(solar, 'kW.h'),
      ...meterEvidence(grid, 'kW.h'),
      ...statementEvidence(input, 'direct-contract-energy', 'national-renewable-share'),
    ],
    asOf: input.today,
  })
}

function targetOf(
  { registers, today }: ScorecardInput,
  key: string,
): ScorecardInput['registers']['targets'][number] | null {
  const year = Number(today.slice(0, 4))
  return registers.targets.find((row) => row.key === key && row.year === year) ?? null
}

/** Grid energy × factor of the year / energy used, kgCO2e/kWh, against the park's own target of the year. */
export const carbonIntensity: Indicator = (input) => {
  const { 'grid-import': grid, solar } = input.aggregates
  const year = Number(input.today.slice(0, 4))
  const factor = gridFactorOf(input.gridFactors, year)
  const used = plus(grid.value, solar.value)
  const target = targetOf(input, 'carbon-intensity')
  const known = factor.ok && grid.value !== null && used !== null && used > 0
  return measure({
    value: known ? ((grid.value ?? 0) * factor.value.factor.tCO2PerMWh) / (used ?? 1) : null,
    coverage: lowest(grid, solar),
    benchmark: target?.value ?? null,
    evidence: [
      ...meterEvidence(grid, 'kW.h'),
      ...meterEvidence(solar, 'kW.h'),
      ...(target === null ? [] : [rowEvidence('targets', target.id, true, target.value, target.unit)]),
    ],
    inputs: [
      named('gridFactor', factor.ok ? factor.value.factor.tCO2PerMWh : null, 't{CO2}/MW.h'),
      named('gridFactorYear', factor.ok ? factor.value.factor.year : null, 'a'),
    ],
    asOf: input.today,
  })
}

/** Energy used / turnover of the firms, kWh per USD, against the park's own target; firms without a turnover lower it. */
export const energyIntensity: Indicator = (input) => {
  const operating = firmsOf(input, 'operating')
  const declared = operating.filter(({ turnoverUsd }) => turnoverUsd !== null)
  const turnover = declared.reduce((sum, { turnoverUsd }) => sum + (turnoverUsd ?? 0), 0)
  const total = totalEnergy(input)
  return measure({
    value: total === null || turnover === 0 ? null : total / turnover,
    coverage: operating.length === 0 ? 0 : declared.length / operating.length,
    benchmark: targetOf(input, 'energy-intensity')?.value ?? null,
    evidence: declared.map((row) => rowEvidence('tenant-profiles', row.id, true, row.turnoverUsd, 'USD/a')),
    inputs: [named('energy', total, 'kW.h'), named('turnover', turnover, 'USD')],
    asOf: latest(declared.map(({ asOf }) => asOf)),
  })
}

/** Water demand that was assessed as without harm / water supplied × 100. */
export const waterDemandAssessed: Indicator = (input) => {
  const { 'water-supplied': supplied } = input.aggregates
  const assessed = valueOf(input, 'water-demand-assessed')
  const capped = assessed === null || supplied.value === null ? null : Math.min(assessed, supplied.value)
  return shareOf(capped, supplied.value, 'm3', ['assessed', 'supplied'], {
    coverage: supplied.coverage,
    evidence: [...meterEvidence(supplied, 'm3'), ...statementEvidence(input, 'water-demand-assessed')],
    asOf: input.today,
  })
}

/** Volume treated on days whose averages kept the permit / volume treated × 100 (EIP framework EN-7, low). */
export const wastewaterToStandard: Indicator = (input) => {
  const { 'wastewater-compliant': compliant, 'wastewater-out': out } = input.aggregates
  return shareOf(compliant.value, out.value, 'm3', ['compliant', 'treated'], {
    coverage: lowest(compliant, out),
    evidence: meterEvidence(compliant, 'm3'),
    asOf: input.today,
  })
}

/** Reused volume / wastewater received × 100 (EIP framework EN-8, low). */
export const wastewaterReused: Indicator = (input) => {
  const { reused, 'wastewater-in': received } = input.aggregates
  return shareOf(reused.value, received.value, 'm3', ['reused', 'received'], {
    coverage: lowest(reused, received),
    evidence: [...meterEvidence(reused, 'm3'), ...meterEvidence(received, 'm3')],
    asOf: input.today,
  })
}

/**
 * Mass that went some routes / mass generated × 100, lots of the last twelve months: `waste-routes:reused,recycled`.
 * Lots that were not weighed lower the coverage; what lies in store has gone nowhere yet and is not counted.
 */
export const wasteRoutes: Indicator = ({ registers, today }, routes) => {
  const lots = registers['waste-lots'].filter(
    ({ generatedOn, route }) => generatedOn >= monthsBefore(today, 12) && route !== 'in-store',
  )
  const weighed = lots.filter(({ massT }) => massT !== null)
  const taken = weighed.filter(({ route }) => routes.includes(route))
  const known = lots.length === 0 ? 0 : weighed.length / lots.length
  return shareOf(weighed.length === 0 ? null : massOf(taken), massOf(weighed), 't', ['taken', 'generated'], {
    coverage: known,
    evidence: weighed.map((row) => rowEvidence('waste-lots', row.id, taken.includes(row), row.massT, 't')),
    asOf: latest(weighed.map(({ generatedOn }) => generatedOn)),
  })
}

function massOf(rows: readonly { massT: number | null }[]): number {
  return rows.reduce((sum, { massT }) => sum + (massT ?? 0), 0)
}

/** Points of every listed kind exist: `monitored:cod,pm25`. A kind without a point is a no, not a gap in the data. */
export const monitored: Indicator = ({ pointsByKind, today }, kinds) => {
  const missing = kinds.filter((kind) => (pointsByKind.get(kind) ?? []).length === 0)
  return measure({
    value: pointsByKind.size === 0 ? null : missing.length === 0,
    coverage: pointsByKind.size === 0 ? 0 : 1,
    evidence: kinds.flatMap((kind) =>
      (pointsByKind.get(kind) ?? []).slice(0, 12).map((id) => ({
        kind: 'meter' as const,
        id,
        registerId: null,
        counts: true,
        value: null,
        unit: null,
      })),
    ),
    inputs: [named('kinds', kinds.length, '1'), named('present', kinds.length - missing.length, '1')],
    asOf: today,
  })
}
