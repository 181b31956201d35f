import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { firstOf, registerGrowth, type BucketSeries } from '../../domain/kpi/series.ts'
import { mapOutcome, notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import { volumeOf } from '../../domain/water/flow-terms.ts'
import { hydraulicLoad, reusePercent, specificEnergy, type HydraulicLoad } from '../../domain/water/plant-ratios.ts'
import { pointOf, type PlantModel } from '../../domain/water/plant-units.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useHistory } from '../../live/use-history.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface PlantDay {
  load: Outcome<HydraulicLoad>
  kwhPerM3: Outcome<number>
  reuse: Outcome<number>
}

/** Growth of a register over a whole history: from its first reading to its last. */
function growthOf(series: BucketSeries | undefined): number | null {
  const last = series?.last.findLast((value) => value !== null) ?? null
  return registerGrowth(firstOf(series), last)
}

function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null
  return values.reduce((sum: number | null, value) => (sum === null || value === null ? null : sum + value), 0)
}

/** Load, specific energy and reuse of a plant over the last 24 whole hours, from its registers. */
export function usePlantDay(index: ParkIndex, model: PlantModel, designM3PerDay: number | null): PlantDay {
  const endMs = useServerNow(HOUR_MS)
  const ids = useMemo(() => {
    const all = (assets: readonly { id: string }[], kind: 'volume' | 'flow' | 'energy-import'): string[] =>
      assets.flatMap((asset) => pointOf(index, asset.id, kind)?.id ?? [])
    return {
      inflow: all([model.plant], 'flow'),
      energy: all([model.plant], 'energy-import'),
      treated: all(model.outfalls, 'volume'),
      reused: all(model.reuse, 'volume'),
    }
  }, [index, model])
  const points = useMemo(() => Object.values(ids).flat(), [ids])
  const { byId } = useHistory(index.park.id, { points, fromMs: endMs - DAY_MS, toMs: endMs, stepMs: HOUR_MS })
  return useMemo(() => {
    if (byId.size === 0) {
      const waiting = notEnough('no-data')
      return { load: waiting, kwhPerM3: waiting, reuse: waiting }
    }
    const inflow = sumOf(ids.inflow.map((id) => volumeOf(byId.get(id), HOUR_MS)))
    const energy = sumOf(ids.energy.map((id) => growthOf(byId.get(id))))
    const discharged = sumOf(ids.treated.map((id) => growthOf(byId.get(id))))
    const reused = ids.reused.length === 0 ? 0 : sumOf(ids.reused.map((id) => growthOf(byId.get(id))))
    // What is reused was treated as well, though it does not pass the outfall.
    const treated = sumOf([discharged, reused])
    return {
      load: hydraulicLoad(inflow, designM3PerDay),
      kwhPerM3: specificEnergy(energy, treated),
      reuse: mapOutcome(reusePercent(reused, treated), (percent) => percent),
    }
  }, [byId, ids, designM3PerDay])
}
