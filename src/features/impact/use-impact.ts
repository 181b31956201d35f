import { useMemo } from 'react'
import type { PlotFeature } from '../../contract/collections.ts'
import type { Tenant } from '../../contract/resources.ts'
import { type Impact, impactOf } from '../../domain/network/impact.ts'
import type { Irregularity } from '../../domain/network/irregular.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { type SwitchingPlan, switchingPlan } from '../../domain/network/switching-plan.ts'
import { type TenantImpact, tenantImpacts } from '../../domain/network/tenant-impacts.ts'
import { type NetworkTrace, traceOf } from '../../domain/network/trace.ts'
import { SERVICES, type Service } from '../../domain/plots/headroom.ts'
import { type LiveTotal, liveTotal } from '../../ui/live-total.ts'
import type { Subject } from './subject.ts'
import type { Loads } from './use-loads.ts'
import type { Networks } from './use-networks.ts'

/** What becomes of a tenant's power after the switching plan. */
export type PowerAfter = 'not-lost' | 'restored' | 'partly' | 'stays-off'

export interface AffectedRow {
  tenant: Tenant
  impact: TenantImpact
  plots: readonly PlotFeature[]
  /** What its lost meters show now. */
  load: Readonly<Record<Service, LiveTotal | null>>
  /** Of all power that is lost, 0 to 1; null where it or the whole is not known. */
  share: number | null
  powerAfter: PowerAfter
}

/** Everything that this screen says about one subject. */
export interface ImpactView {
  impact: Impact
  trace: NetworkTrace
  /** By name. */
  rows: readonly AffectedRow[]
  /** All lost meters of a service, the park's own among them; null where the service goes on. */
  totals: Readonly<Record<Service, LiveTotal | null>>
  /** Meters that are lost, by service. */
  lostMeters: Readonly<Record<Service, readonly string[]>>
  /** Ties to close; null where no power is lost. */
  plan: SwitchingPlan | null
  /** What is odd about the network where the subject stands. */
  irregularities: readonly Irregularity[]
}

function powerAfter(meterIds: readonly string[], plan: SwitchingPlan | null): PowerAfter {
  if (meterIds.length === 0) return 'not-lost'
  const left = new Set(plan?.leftIds ?? meterIds)
  const off = meterIds.filter((id) => left.has(id)).length
  return off === 0 ? 'restored' : off === meterIds.length ? 'stays-off' : 'partly'
}

/** Impact of a subject as its networks stand by plan, with the loads of now. */
export function useImpact(index: ParkIndex, networks: Networks, subject: Subject | null, loads: Loads) {
  const followed = useMemo(() => {
    if (!subject) return null
    const { graph, park } = networks
    const impact = impactOf(graph, park, subject.failed)
    const lost = new Set([...subject.failed, ...impact.assetIds])
    const metersOf = (service: Service): string[] =>
      [...networks.loadPointOf.keys()].filter((id) => lost.has(id) && networks.serviceOf(id) === service)
    return {
      impact,
      trace: traceOf(graph, subject.failed),
      tenants: tenantImpacts(impact, subject.failed, index.assetById),
      lostMeters: { power: metersOf('power'), water: metersOf('water'), wastewater: metersOf('wastewater') },
    }
  }, [index, networks, subject])
  return useMemo<ImpactView | null>(() => {
    if (!followed || !subject) return null
    const { graph, feeders, plotById } = networks
    const { impact, trace, tenants, lostMeters } = followed
    const totalOf = (ids: readonly string[]): LiveTotal | null =>
      ids.length === 0 ? null : liveTotal(ids.map(loads.readingOf))
    const plan =
      lostMeters.power.length === 0
        ? null
        : switchingPlan(graph, { ...feeders, powerOf: loads.valueOf }, subject.failed, lostMeters.power)
    const totals = {
      power: totalOf(lostMeters.power),
      water: totalOf(lostMeters.water),
      wastewater: totalOf(lostMeters.wastewater),
    }
    const whole = totals.power?.total.value ?? null
    const rows = tenants.flatMap((one): AffectedRow[] => {
      const tenant = index.tenantById.get(one.tenantId)
      if (!tenant) return []
      const [power = null, water = null, wastewater = null] = SERVICES.map((service) => totalOf(one.meterIds[service]))
      const own = power?.total.value ?? null
      return [
        {
          tenant,
          impact: one,
          plots: tenant.plotIds.flatMap((id) => plotById.get(id) ?? []),
          load: { power, water, wastewater },
          share: own === null || whole === null || !(whole > 0) ? null : own / whole,
          powerAfter: powerAfter(one.meterIds.power, plan),
        },
      ]
    })
    const concerned = new Set([...subject.failed.flatMap((id) => nodesOf(networks, id)), ...impact.nodeIds])
    return {
      impact,
      trace,
      rows,
      totals,
      lostMeters,
      plan,
      irregularities: networks.irregularities.filter(({ nodeIds }) => nodeIds.some((id) => concerned.has(id))),
    }
  }, [index, networks, subject, followed, loads])
}

function nodesOf({ graph, edgeById }: Networks, id: string): string[] {
  const edge = edgeById.get(id)
  if (edge) return [edge.properties.from, edge.properties.to]
  return (graph.nodesOfAsset.get(id) ?? []).flatMap((node) => graph.nodes[node]?.id ?? [])
}
