import type { Industry, SiteKind } from '../../../src/contract/collections.ts'
import type { SimConsumer } from '../../park/simulation-file.ts'
import { moved, nearestOnLine, signedArea, unitTowards } from '../geometry.ts'
import { nextGaussian, randomStream } from '../random.ts'
import type { GroundPlan, PlotPlan, SitePlan, Vec } from '../types.ts'
import { INDUSTRY_DEMAND } from './industry-demand.data.ts'
import type { UtilityParams } from './utility-params.ts'

/** A plot in operation or a site that the networks serve, with its calibrated mean demand. */
export interface Consumer {
  /** Short key used in asset and node ids: `a01`, `housing-1`. */
  key: string
  plotId: string | null
  siteId: string | null
  siteKind: SiteKind | null
  industry: Industry | null
  areaHa: number
  /** Where services cross the edge of the plot, and where the meters stand. */
  gate: Vec
  meters: Vec
  /** Along the front edge; services stand side by side in this direction. */
  ex: Vec
  hv: boolean
  wet: boolean
  powerKw: number
  solarKwp: number
  waterM3PerDay: number
  dischargeM3PerDay: number
  reclaimedM3PerDay: number
  headcount: number
  profile: SimConsumer['powerProfile']
  shifts: SimConsumer['shiftPattern']
  powerFactor: number
}

/** Demand of a site of the park, by kind: kW, m³/day, share discharged, people. Simulated. */
const SITE_DEMAND: Partial<
  Record<
    SiteKind,
    {
      kw: number
      water: number
      discharge: number
      people: number
      profile: SimConsumer['powerProfile']
      shifts: SimConsumer['shiftPattern']
    }
  >
> = {
  'wastewater-plant': { kw: 235, water: 40, discharge: 0, people: 24, profile: 'utility', shifts: 'continuous' },
  'water-plant': { kw: 255, water: 0, discharge: 0, people: 18, profile: 'utility', shifts: 'continuous' },
  service: { kw: 420, water: 85, discharge: 0.85, people: 350, profile: 'bdew-g1', shifts: 'office' },
  'transfer-station': { kw: 60, water: 25, discharge: 0.9, people: 30, profile: 'day-shift', shifts: '1x8' },
  'fire-station': { kw: 25, water: 12, discharge: 0.8, people: 40, profile: 'bdew-g3', shifts: 'continuous' },
  housing: { kw: 520, water: 640, discharge: 0.88, people: 0, profile: 'housing', shifts: 'continuous' },
  // Only reclaimed water: the green is watered by day.
  park: { kw: 0, water: 0, discharge: 0, people: 0, profile: 'day-shift', shifts: '1x8' },
}

/** Small plots of heavy users and very large plots differ from the mean of their industry. */
function sizeFactor(areaHa: number): number {
  if (areaHa > 60) return 0.42
  return areaHa > 30 ? 0.62 : 1
}

function plotConsumer(plot: PlotPlan, params: UtilityParams, solarM2: number): Consumer | null {
  if (plot.status !== 'leased' || plot.industry === null) return null
  const demand = INDUSTRY_DEMAND[plot.industry]
  const key = plot.code.toLowerCase()
  const random = randomStream(params.seed, `demand:${plot.id}`)
  const size = sizeFactor(plot.areaHa) * plot.areaHa
  const draw = (spread: number): number => Math.exp(Math.max(-1.6, Math.min(1.6, nextGaussian(random))) * spread)
  const water = demand.waterM3PerHaDay * size * draw(0.3)
  return {
    key,
    plotId: plot.id,
    siteId: null,
    siteKind: null,
    industry: plot.industry,
    areaHa: plot.areaHa,
    gate: plot.gate,
    meters: plot.meters,
    ex: plot.ex,
    hv: params.power.hv.industries.includes(plot.industry) && plot.areaHa >= params.power.hv.minHa,
    wet: demand.wet,
    powerKw: demand.kwPerHa * size * draw(0.38),
    solarKwp: solarM2,
    waterM3PerDay: water,
    dischargeM3PerDay: water * demand.dischargeShare,
    reclaimedM3PerDay: 0,
    headcount: Math.round((demand.workersPerHa * size * draw(0.25)) / 5) * 5,
    profile: demand.profile,
    shifts: demand.shifts,
    powerFactor: Math.min(0.98, demand.powerFactor + 0.02 * (random() - 0.5)),
  }
}

function siteConsumer(site: SitePlan, ground: GroundPlan): Consumer | null {
  const demand = SITE_DEMAND[site.kind]
  const first = site.ring[0]
  if (demand === undefined || first === undefined) return null
  const roads = ground.edges.filter(
    (edge) => ground.nodes[edge.a]?.external !== true && ground.nodes[edge.b]?.external !== true,
  )
  const spots = roads.map((edge) => nearestOnLine(edge.points, site.centre))
  const road = spots.toSorted((a, b) => a.distance - b.distance)[0]
  if (road === undefined) return null
  const gate = nearestOnLine([...site.ring, first], road.p).p
  const inward = unitTowards(gate, site.centre)
  return {
    key: site.id.replace(/^site-/, ''),
    plotId: null,
    siteId: site.id,
    siteKind: site.kind,
    industry: null,
    areaHa: 0,
    gate,
    meters: moved(gate, inward, 9),
    ex: [-inward[1], inward[0]],
    hv: false,
    wet: false,
    powerKw: demand.kw,
    solarKwp: 0,
    waterM3PerDay: demand.water,
    dischargeM3PerDay: demand.water * demand.discharge,
    reclaimedM3PerDay: 0,
    headcount: demand.people,
    profile: demand.profile,
    shifts: demand.shifts,
    powerFactor: 0.92,
  }
}

type Quantity = 'powerKw' | 'solarKwp' | 'waterM3PerDay' | 'dischargeM3PerDay'

/** Scales a quantity of some consumers so that it adds up to a total. */
function calibrate(consumers: readonly Consumer[], quantity: Quantity, total: number): void {
  const sum = consumers.reduce((acc, consumer) => acc + consumer[quantity], 0)
  if (sum <= 0) return
  for (const consumer of consumers) consumer[quantity] *= total / sum
}

function roofAreaM2(ground: GroundPlan, plotId: string): number {
  const roofs = ground.buildings.filter((building) => building.on === plotId && building.solar)
  return roofs.reduce((sum, roof) => sum + roof.w * roof.d, 0)
}

/** The park itself waters its green with this share of the reclaimed water. */
const GREEN_SHARE = 0.1

/** Reclaimed water goes to the park's green and to the largest wet users, a fixed share of their supply. */
function assignReclaimed(plots: readonly Consumer[], park: Consumer | undefined, wholeM3PerDay: number): void {
  if (park !== undefined) park.reclaimedM3PerDay = wholeM3PerDay * GREEN_SHARE
  const totalM3PerDay = wholeM3PerDay * (1 - GREEN_SHARE)
  const users = plots
    .filter((plot) => plot.industry === 'textile' || plot.industry === 'fibre' || plot.industry === 'metal')
    .toSorted((a, b) => b.waterM3PerDay - a.waterM3PerDay)
    .slice(0, 5)
  const supply = users.reduce((sum, user) => sum + user.waterM3PerDay, 0)
  for (const user of users) user.reclaimedM3PerDay = (totalM3PerDay * user.waterM3PerDay) / supply
}

const rounded = (value: number, step: number): number => Math.round(value / step) * step

/** Every consumer of the park with means that add up to the park's calibration totals. */
export function buildConsumers(ground: GroundPlan, params: UtilityParams): Consumer[] {
  const plots = ground.plots
    .map((plot) => plotConsumer(plot, params, roofAreaM2(ground, plot.id)))
    .filter((consumer) => consumer !== null)
  const sites = ground.sites.map((site) => siteConsumer(site, ground)).filter((consumer) => consumer !== null)
  const siteSum = (quantity: Quantity): number => sites.reduce((sum, site) => sum + site[quantity], 0)
  const tie = (consumer: Consumer): boolean => consumer.hv
  calibrate(
    plots.filter((plot) => !tie(plot)),
    'powerKw',
    params.power.mean22Kw - siteSum('powerKw'),
  )
  calibrate(plots.filter(tie), 'powerKw', params.power.mean110Kw)
  calibrate(plots, 'solarKwp', params.power.solarKwp)
  calibrate(plots, 'waterM3PerDay', params.water.consumptionM3PerDay - siteSum('waterM3PerDay'))
  calibrate(plots, 'dischargeM3PerDay', params.wastewater.dischargeM3PerDay - siteSum('dischargeM3PerDay'))
  const parks = ground.sites.filter((site) => site.kind === 'park')
  const largest = parks.toSorted((a, b) => Math.abs(signedArea(b.ring)) - Math.abs(signedArea(a.ring)))[0]
  const park = sites.find((site) => site.siteId === largest?.id)
  assignReclaimed(plots, park, params.wastewater.reclaimedM3PerDay)
  const built = sites.filter((site) => site.siteKind !== 'park')
  const consumers = [...plots, ...built, ...(park === undefined ? [] : [park])]
  for (const consumer of consumers) {
    consumer.powerKw = rounded(consumer.powerKw, 1)
    consumer.solarKwp = rounded(consumer.solarKwp, 10)
    consumer.waterM3PerDay = rounded(consumer.waterM3PerDay, 1)
    consumer.dischargeM3PerDay = Math.min(rounded(consumer.dischargeM3PerDay, 1), consumer.waterM3PerDay)
    consumer.reclaimedM3PerDay = rounded(consumer.reclaimedM3PerDay, 1)
    consumer.powerFactor = Math.round(consumer.powerFactor * 1000) / 1000
  }
  return consumers
}
