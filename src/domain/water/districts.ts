import type { Asset, Point } from '../../contract/resources.ts'
import { waterBalance, type NamedBalance } from '../balance/balance-kinds.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { enough, notEnough, ratioOf, type Coverage, type Outcome } from '../statistics/outcome.ts'
import { volumeTerm, type FlowSeries } from './flow-terms.ts'
import { accuracyOf } from './meter-classes.data.ts'
import { pointOf, pointsOf } from './plant-units.ts'

/** A district of the supply: its own meter at the inlet, those of the districts that it hands water on to, its consumers. */
export interface District {
  asset: Asset
  inflow: Point | null
  outflows: readonly Point[]
  consumers: readonly Point[]
  /** Pressure at the inlet and at the district's loggers. */
  pressures: readonly Point[]
}

/** Districts in the order of their codes, from the supply tree. */
export function districtsOf(index: ParkIndex): readonly District[] {
  return index.assets
    .filter(({ kind }) => kind === 'district-meter')
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
    .map((asset) => {
      const below = index.childrenOf.get(asset.id) ?? []
      const kind = (wanted: Asset['kind']): Asset[] => below.filter((child) => child.kind === wanted)
      return {
        asset,
        inflow: pointOf(index, asset.id, 'flow'),
        outflows: pointsOf(index, kind('district-meter'), 'flow'),
        consumers: pointsOf(index, kind('water-meter'), 'flow'),
        pressures: pointsOf(index, [asset, ...kind('pressure-logger')], 'pressure'),
      }
    })
}

/** Period of a balance: buckets [first, last) of the history. */
export interface BalancePeriod {
  stepMs: number
  first: number
  last: number
}

export interface DistrictBalance {
  district: District
  balance: NamedBalance
  /** Net supply (inflow − what is handed on) and what its consumers were metered for, m³; null without enough meters. */
  supplied: number | null
  metered: number | null
  /** Loss of the net supply in per cent; negative stays negative. */
  loss: Outcome<number>
  /** Consumer meters with a value, and consumer meters: under 80 % there is no loss. */
  meters: Coverage
}

/**
 * Water balance of a district over a period: inlet = consumers + handed on + loss, in m³, and the loss as a share of the
 * net supply of the district. A district whose outflow exceeds its inflow has a negative net supply: the residual keeps
 * its sign and the meters to check are named, but there is no share of it.
 * Errors of `loss`: those of the balance; `zero-denominator`, `negative-denominator`.
 */
export function districtBalance(
  district: District,
  series: ReadonlyMap<string, FlowSeries>,
  period: BalancePeriod,
  usual: ReadonlyMap<string, number> = new Map(),
): DistrictBalance {
  const term = (point: Point, kind: Asset['kind']) =>
    volumeTerm(point.id, series.get(point.id), period.stepMs, {
      accuracyPercent: accuracyOf(kind),
      usual: usual.get(point.id) ?? null,
      first: period.first,
      last: period.last,
    })
  const inlet = district.inflow === null ? [] : [term(district.inflow, 'district-meter')]
  const handedOn = district.outflows.map((point) => term(point, 'district-meter'))
  const consumers = district.consumers.map((point) => term(point, 'water-meter'))
  const balance = waterBalance({ sources: inlet, tenants: consumers, handedOn, tankGrowth: [] })
  const known = consumers.filter(({ reading }) => reading !== null)
  const meters = { contributing: known.length, expected: consumers.length }
  const net = netOf(inlet, handedOn)
  const isCovered = meters.expected > 0 && meters.contributing / meters.expected >= 0.8
  return {
    district,
    balance,
    supplied: net,
    metered: isCovered ? known.reduce((sum, { reading }) => sum + (reading?.value ?? 0), 0) : null,
    loss: lossOf(balance, net, meters),
    meters,
  }
}

type Terms = NamedBalance['supplied']['terms']

/** What stays in the district, m³; null when one of its few large meters says nothing. */
function netOf(inlet: Terms, handedOn: Terms): number | null {
  if (inlet.length === 0) return null
  let net = 0
  for (const [terms, sign] of [
    [inlet, 1],
    [handedOn, -1],
  ] as const) {
    for (const { reading } of terms) {
      if (reading === null) return null
      net += sign * reading.value
    }
  }
  return net
}

function lossOf(balance: NamedBalance, net: number | null, meters: Coverage): Outcome<number> {
  if (meters.expected === 0) return notEnough('no-meter', meters)
  // Large meters must not hide that the small ones are missing: consumers are counted by themselves.
  if (meters.contributing / meters.expected < 0.8) {
    return notEnough(meters.contributing === 0 ? 'no-data' : 'low-coverage', meters)
  }
  if (!balance.residual.ok) return balance.residual
  return ratioOf(balance.residual.value.value, net, 100)
}

export interface NonRevenue {
  percent: number
  /** Districts with a loss, and districts. */
  coverage: Coverage
}

/**
 * Non-revenue water of the districts that have a loss: Σ residual / Σ net supply × 100.
 * Errors: `no-data` when no district has one; `zero-denominator`.
 */
export function nonRevenueWater(balances: readonly DistrictBalance[]): Outcome<NonRevenue> {
  let lost = 0
  let supplied = 0
  let count = 0
  for (const { loss, balance, supplied: net } of balances) {
    if (!loss.ok || !balance.residual.ok || net === null) continue
    lost += balance.residual.value.value
    supplied += net
    count += 1
  }
  const coverage = { contributing: count, expected: balances.length }
  if (count === 0) return notEnough('no-data', coverage)
  const percent = ratioOf(lost, supplied, 100)
  return percent.ok ? enough({ percent: percent.value, coverage }) : percent
}

/** Worst first: losses falling, then negative residuals, then districts without an answer; by code where equal. */
export function byLoss(balances: readonly DistrictBalance[]): readonly DistrictBalance[] {
  const rank = ({ loss }: DistrictBalance): number => (loss.ok ? loss.value : -Infinity)
  return balances.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x === y ? a.district.asset.code.localeCompare(b.district.asset.code, 'en', { numeric: true }) : y - x
  })
}
