import type { PointKind } from '../../src/contract/point-kinds.ts'
import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { type AssetState, type NearLimit, isNearLimit } from '../../src/domain/shift/draft-items.ts'
import type { ParkHost } from '../park-host.ts'
import type { Sample } from '../sim/world.ts'

const MAX_NEAR = 8

export interface ParkState {
  nearLimits: NearLimit[]
  equipmentOut: AssetState[]
  lineUps: AssetState[]
  lostSources: (AssetState & { points: number })[]
  rainMmH: number | null
}

/** What the reported samples say about limits, equipment, line-ups, sources and weather. */
export function parkState(park: ParkHost, read: (index: number) => Sample): ParkState {
  const { points, assets } = park.model
  const kindOf = new Map(assets.map((asset) => [asset.id, asset.kind]))
  const samples = points.map((point) => {
    const index = park.indexOf.get(point.id)
    return { point, sample: index === undefined ? null : read(index) }
  })
  const good = samples.flatMap(({ point, sample }) =>
    sample !== null && sample.quality === QUALITY_BYTE.Good && Number.isFinite(sample.value) ? [{ point, sample }] : [],
  )
  const statesOf = (kind: PointKind, wanted: (assetKind: string | undefined, value: number) => boolean): AssetState[] =>
    good.flatMap(({ point, sample }) =>
      point.kind === kind && wanted(kindOf.get(point.assetId), sample.value)
        ? [{ assetId: point.assetId, sinceMs: sample.sourceTimeMs }]
        : [],
    )
  const nearLimits = good
    .flatMap(({ point, sample }): NearLimit[] => {
      const limit = point.limits.find((one) => isNearLimit(sample.value, one, point.limits))
      if (!limit) return []
      const { value, sourceTimeMs } = sample
      const { id: pointId, unit, decimals } = point
      return [{ pointId, value, limit: limit.value, unit, decimals, basis: limit.basis, sinceMs: sourceTimeMs }]
    })
    .toSorted((a, b) => b.value / b.limit - a.value / a.limit)
    .slice(0, MAX_NEAR)
  const lostSources = samples.flatMap(({ point, sample }) => {
    if (point.kind !== 'link-state' || kindOf.get(point.assetId) !== 'gateway' || sample === null) return []
    const alive = sample.quality === QUALITY_BYTE.Good && sample.value !== 0
    if (alive) return []
    const behind = points.filter((other) => other.gatewayId === point.assetId).length
    return [{ assetId: point.assetId, sinceMs: sample.sourceTimeMs, points: behind }]
  })
  const rain = good.find(({ point }) => point.kind === 'rain-rate')?.sample.value ?? null
  return {
    nearLimits,
    equipmentOut: statesOf('switch-state', (kind, value) => kind === 'feeder' && value === 0),
    // An open ring has its switch open; a closed one carries another feeder's load.
    lineUps: statesOf('switch-state', (kind, value) => kind === 'ring-switch' && value === 1),
    lostSources: lostSources.filter(({ sinceMs }) => Number.isFinite(sinceMs)),
    rainMmH: rain,
  }
}
