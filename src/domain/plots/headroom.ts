import { enough, notEnough, type NotEnough, type Outcome } from '../statistics/outcome.ts'

export const SERVICES = ['power', 'water', 'wastewater'] as const
export type Service = (typeof SERVICES)[number]
/** kW for power, m³/d for water and wastewater. */
const SERVICE_UNIT = { power: 'kW', water: 'm3/d', wastewater: 'm3/d' } as const

/** One piece of equipment that the plot would be served through, in the unit of its service. */
export interface SupplyStage {
  assetId: string
  rating: number | null
  /** Sum of what is contracted behind it, and the highest that was measured; null when not known. */
  contracted: number | null
  measuredPeak: number | null
}

export interface StageHeadroom {
  assetId: string
  rating: number
  /** The larger of contracted and measured peak, and which of them it is. */
  committed: number
  committedBy: 'contracted' | 'measured'
  /** rating − committed; negative when more is promised or drawn than there is. */
  headroom: number
}

/**
 * Headroom of one stage: rating − the larger of contracted and measured peak. With only one of the two known the
 * other could be larger, so there is no number.
 * Errors: `no-rating`; `no-data`.
 */
export function stageHeadroom(stage: SupplyStage): Outcome<StageHeadroom> {
  const { assetId, rating, contracted, measuredPeak } = stage
  if (rating === null || !Number.isFinite(rating)) return notEnough('no-rating')
  if (contracted === null || measuredPeak === null) return notEnough('no-data')
  const committed = Math.max(contracted, measuredPeak)
  if (!Number.isFinite(committed)) return notEnough('not-finite')
  const committedBy = contracted >= measuredPeak ? 'contracted' : 'measured'
  return enough({ assetId, rating, committed, committedBy, headroom: rating - committed })
}

/**
 * Headroom of a service: its tightest stage. A stage that cannot be judged leaves the service without a number,
 * because it could be the tightest. Errors: `no-data` without stages, and those of the stages.
 */
export function serviceHeadroom(stages: readonly SupplyStage[]): Outcome<StageHeadroom> {
  let tightest: StageHeadroom | null = null
  for (const stage of stages) {
    const one = stageHeadroom(stage)
    if (!one.ok) return one
    if (tightest === null || one.value.headroom < tightest.headroom) tightest = one.value
  }
  return tightest === null ? notEnough('no-data') : enough(tightest)
}

export type ServiceStages = Readonly<Record<Service, readonly SupplyStage[]>>

export interface PlotHeadroom {
  services: Readonly<Record<Service, Outcome<StageHeadroom>>>
  /** Service with the smallest share of its rating left. */
  worst: Outcome<{ service: Service; sharePercent: number }>
}

/**
 * Headroom of a free plot in its three services, and the worst of them by share of the rating (kW and m³/d cannot
 * be compared as they are). Without all three there is no worst.
 */
export function plotHeadroom(stages: ServiceStages): PlotHeadroom {
  const services = {
    power: serviceHeadroom(stages.power),
    water: serviceHeadroom(stages.water),
    wastewater: serviceHeadroom(stages.wastewater),
  }
  return { services, worst: worstOf(services) }
}

function worstOf(services: PlotHeadroom['services']): PlotHeadroom['worst'] {
  let worst: { service: Service; sharePercent: number } | null = null
  for (const service of SERVICES) {
    const one = services[service]
    if (!one.ok) return one
    if (!(one.value.rating > 0)) return notEnough('zero-denominator')
    const sharePercent = (one.value.headroom / one.value.rating) * 100
    if (worst === null || sharePercent < worst.sharePercent) worst = { service, sharePercent }
  }
  return worst === null ? notEnough('no-data') : enough(worst)
}

export interface Shortfall {
  service: Service
  missing: number
  unit: string
}

export interface CarryAnswer {
  /** `null`: a service that is asked for cannot be judged; never a yes. */
  canCarry: boolean | null
  /** Services that fall short and by how much, in their unit. */
  short: readonly Shortfall[]
  unknown: readonly { service: Service; reason: NotEnough['reason'] }[]
}

/** Whether a plot can carry a demand (kW, m³/d). A service that is not asked for (0) is not judged. */
export function canCarry(plot: PlotHeadroom, demand: Readonly<Record<Service, number>>): CarryAnswer {
  const short: Shortfall[] = []
  const unknown: { service: Service; reason: NotEnough['reason'] }[] = []
  for (const service of SERVICES) {
    const asked = demand[service]
    if (asked === 0) continue
    const one = plot.services[service]
    if (!one.ok) unknown.push({ service, reason: one.reason })
    else if (!(asked <= one.value.headroom))
      short.push({ service, missing: asked - one.value.headroom, unit: SERVICE_UNIT[service] })
  }
  return { canCarry: short.length > 0 ? false : unknown.length > 0 ? null : true, short, unknown }
}
