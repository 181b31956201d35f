import { useMemo } from 'react'
import { failingOf } from '../../domain/network/impact.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { NORMAL_STATE } from '../../domain/network/supply-graph.ts'
import { mainsOf } from '../../domain/network/trace.ts'
import { SERVICES, type Service } from '../../domain/plots/headroom.ts'
import {
  type Situation,
  type Stage,
  type StageChange,
  scaled,
  stageChanges,
} from '../../domain/scenario/stage-changes.ts'
import type { WhatIf } from '../../session/what-if.ts'
import type { Subject } from './subject.ts'
import type { ImpactView } from './use-impact.ts'
import type { Loads } from './use-loads.ts'
import type { Networks } from './use-networks.ts'

/** Equipment whose load a scenario is told by. */
const STAGE_KINDS = {
  power: ['substation', 'power-transformer', 'feeder', 'hv-connection'],
  water: ['water-plant', 'district-meter'],
  wastewater: ['wastewater-plant', 'lift-station'],
} as const satisfies Record<Service, readonly string[]>

export interface ServiceChanges {
  service: Service
  /** Only what the scenario changes, and the heads of the networks. */
  changes: readonly StageChange[]
}

/** What is left of each meter's load in a scenario. */
function leftOf(whatIf: WhatIf, view: ImpactView | null, networks: Networks): (meterId: string) => number {
  if (whatIf.kind === 'cut') {
    const left = 1 - whatIf.percent / 100
    const lost = view ? new Set(view.lostMeters[whatIf.service]) : null
    return (id) => (networks.serviceOf(id) === whatIf.service && (lost?.has(id) ?? true) ? left : 1)
  }
  // A tenant whose power stays off draws no water and discharges nothing: said beside the table.
  const off = new Set(
    view ? [...(view.plan?.leftIds ?? []), ...view.lostMeters.water, ...view.lostMeters.wastewater] : [],
  )
  const dark = new Set(
    (view?.rows ?? []).filter(({ powerAfter }) => powerAfter === 'stays-off').map(({ tenant }) => tenant.id as string),
  )
  return (id) => (off.has(id) || dark.has(networks.park.assetById.get(id)?.tenantId ?? '') ? 0 : 1)
}

/** Loads of the equipment before and after "out of service" or "supply cut"; null in other scenarios. */
export function useChanges(
  index: ParkIndex,
  networks: Networks,
  whatIf: WhatIf | null,
  subject: Subject | null,
  view: ImpactView | null,
  loads: Loads,
): readonly ServiceChanges[] | null {
  return useMemo(() => {
    if (whatIf === null || (whatIf.kind !== 'out' && whatIf.kind !== 'cut')) return null
    if (whatIf.kind === 'out' && (!subject || !view)) return null
    const { graph } = networks
    const before: Situation = { state: NORMAL_STATE, valueOf: loads.valueOf }
    const state =
      whatIf.kind === 'out' && subject
        ? (view?.plan?.state ?? { out: new Set(subject.failed), closedTies: NORMAL_STATE.closedTies })
        : NORMAL_STATE
    const after = scaled({ state, valueOf: loads.valueOf }, leftOf(whatIf, view, networks))
    return SERVICES.map((service): ServiceChanges => {
      const kinds: readonly string[] = STAGE_KINDS[service]
      const stages: Stage[] = index.assets
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ id }) => ({ id, of: failingOf(graph, index.childrenOf, id) }))
      // A gravity sewer has no equipment on the way: the street's own pipe stands for it.
      const sewers = service === 'wastewater' && subject?.tenant ? mainsOf(graph, 'sewer', subject.failed) : []
      stages.push(...sewers.map((id) => ({ id, of: [id] })))
      const isMeter = (id: string): boolean => networks.serviceOf(id) === service
      return { service, changes: stageChanges(graph, isMeter, stages, before, after).filter(isTold) }
    }).filter(({ changes }) => changes.length > 0)
  }, [index, networks, whatIf, subject, view, loads])
}

/** A stage is told where its load changes by more than rounding, or can no longer be told. */
function isTold({ before, after }: StageChange): boolean {
  if (!before.ok || !after.ok) return before.ok !== after.ok
  return Math.abs(before.value - after.value) > 1e-6
}
