import { tenantIdSchema } from '../../../src/contract/primitives.ts'
import type { TenantEntry } from '../../park/park-files.ts'
import { randomStream } from '../random.ts'
import type { PlotPlan } from '../types.ts'
import { SIMULATED } from './build-context.ts'
import type { Consumer } from './consumers.ts'
import { INDUSTRY_DEMAND } from './industry-demand.data.ts'
import { TRADE } from './tenant-names.data.ts'
import { listedStems, sharedStems, type Country } from './tenant-stems.ts'
import type { UtilityParams } from './utility-params.ts'

/** Neighbouring plots of one industry often belong to one tenant. */
const MERGE_SHARE = 0.55
/** Contracts stand above the mean by this much. */
const CONTRACT = { power: 1.45, water: 1.3 }

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step

function groupPlots(plots: readonly PlotPlan[], seed: number, atLeast: number): PlotPlan[][] {
  const random = randomStream(seed, 'tenant-groups')
  const groups: PlotPlan[][] = []
  let spare = plots.length - atLeast
  for (const plot of plots) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const neighbours = last?.zone === plot.zone && last.industry === plot.industry && last.status === plot.status
    if (group && neighbours && group.length < 3 && plot.areaHa < 12 && spare > 0 && random() < MERGE_SHARE) {
      group.push(plot)
      spare--
    } else groups.push([plot])
  }
  return groups
}

function companyName(country: Country, stem: string, trade: (typeof TRADE)[keyof typeof TRADE]): string {
  if (country === 'VN') return `Công ty TNHH ${trade.vi} ${stem}`
  if (country === 'JP') return `${stem} ${trade.jp} Vietnam Co., Ltd.`
  return country === 'KR' ? `${stem} ${trade.kr} Vina Co., Ltd.` : `${stem} ${trade.tw} (Vietnam) Co., Ltd.`
}

/** Invented tenants of every let plot, with contracts above their mean demand. */
export function buildTenants(
  plots: readonly PlotPlan[],
  consumers: readonly Consumer[],
  params: UtilityParams,
): TenantEntry[] {
  const random = randomStream(params.seed, 'tenants')
  const letPlots = plots.filter((plot) => plot.status !== 'vacant' && plot.industry !== null)
  const byPlot = new Map(consumers.map((consumer) => [consumer.plotId, consumer]))
  const groups = groupPlots(letPlots, params.seed, params.tenants.atLeast)
  const { countries, nameSet } = params.tenants
  const stems =
    countries === undefined
      ? listedStems(groups.length, params.seed, random)
      : sharedStems(countries, nameSet, groups.length, params.seed)
  return groups.map((group, i): TenantEntry => {
    const first = group[0]
    if (first?.industry == null) throw new Error('tenants: a let plot has no industry')
    const { country, stem } = stems[i] ?? { country: 'VN', stem: `Số ${i + 1}` }
    const own = group.map((plot) => byPlot.get(plot.id)).filter((consumer) => consumer !== undefined)
    const sum = (pick: (consumer: Consumer) => number): number =>
      own.reduce((total, consumer) => total + pick(consumer), 0)
    const classes = INDUSTRY_DEMAND[first.industry].vsic
    const operating = own.length > 0
    const year = operating ? 2008 + Math.floor(random() * 16) : 2026
    return {
      id: tenantIdSchema.parse(`t-${first.code.toLowerCase()}`),
      name: companyName(country, stem, TRADE[first.industry]),
      alias: `${first.zone}-${first.code.replace(/^\D+/, '')}`,
      country,
      industry: first.industry,
      vsic: classes[Math.floor(random() * classes.length)] ?? classes[0] ?? '',
      plotIds: group.map((plot) => plot.id),
      headcount: operating ? sum((consumer) => consumer.headcount) : null,
      contractedPowerKw: operating ? roundUp(sum((consumer) => consumer.powerKw) * CONTRACT.power, 50) : null,
      contractedWaterM3PerDay: operating
        ? roundUp(sum((consumer) => consumer.waterM3PerDay) * CONTRACT.water, 5)
        : null,
      contractedWastewaterM3PerDay: operating
        ? roundUp(sum((consumer) => consumer.dischargeM3PerDay) * CONTRACT.water, 5)
        : null,
      since: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-01`,
      source: SIMULATED,
    }
  })
}
