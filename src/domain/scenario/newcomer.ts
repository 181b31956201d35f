import type { PlotFeature } from '../../contract/collections.ts'
import type { Demand } from '../plots/carry.ts'
import { SERVICES, type Service, type StageHeadroom, type SupplyStage, stageHeadroom } from '../plots/headroom.ts'
import type { OfferStage } from '../plots/offers.ts'
import type { Outcome } from '../statistics/outcome.ts'

export interface NewcomerStage {
  service: Service
  stage: OfferStage
  before: Outcome<StageHeadroom>
  after: Outcome<StageHeadroom>
}

/** The free plot that a newcomer is judged on: the picked one, otherwise the first; null where none is free. */
export function judgedPlot(plots: Iterable<PlotFeature>, pickedId: string | null): PlotFeature | null {
  const free = [...plots].filter(({ properties }) => properties.status === 'vacant')
  return free.find(({ id }) => id === pickedId) ?? free[0] ?? null
}

/** The stage once the newcomer's contract is added. Its peak may fall on the measured one, so both grow by it. */
function withDemand<S extends SupplyStage>(stage: S, amount: number): S {
  const { contracted, measuredPeak } = stage
  return {
    ...stage,
    contracted: contracted === null ? null : contracted + amount,
    measuredPeak: measuredPeak === null ? null : measuredPeak + amount,
  }
}

/**
 * Headroom of everything on the way from a free plot to the source, before and after a tenant comes with a demand (kW,
 * m³/d): `stageHeadroom` of the plots, with the demand added to what is contracted and to the measured peak. So
 * headroom after = headroom before − demand, and the plot can carry the demand exactly where nothing goes below 0.
 * Errors: those of `stageHeadroom`; a stage that cannot be judged before cannot be judged after.
 */
export function newcomerStages(
  stages: Readonly<Record<Service, readonly OfferStage[]>>,
  demand: Demand,
): NewcomerStage[] {
  return SERVICES.flatMap((service) =>
    stages[service].map((stage) => ({
      service,
      stage,
      before: stageHeadroom(stage),
      after: stageHeadroom(withDemand(stage, demand[service])),
    })),
  )
}
