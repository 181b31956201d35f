import type { AlarmRationale } from '../../src/contract/alarm-definitions.ts'
import type { Point } from '../../src/contract/resources.ts'
import { streamOf, unitOf } from '../sim/hash.ts'
import { instanceOf } from './build-instances.ts'
import type { Flood } from './flood.ts'
import type { AlarmInstance } from './instance.ts'
import type { WatchContext } from './watch-context.ts'

/** One critical, the rest as a real flood has them. */
const KINDS = [
  'feeder-overload',
  'pressure-low',
  'sewer-surcharge',
  'container-full',
  'sensor-stuck',
  'transformer-temperature',
  'tank-level-high',
  'aeration-oxygen-low',
  'storm-pond-high',
  'sludge-level-high',
  'source-silent',
  'pump-low-flow',
] as const

/** A flood of alarms over the park's points. It is a load test and says nothing about a park. */
export function floodInstances(
  context: WatchContext,
  catalogue: readonly AlarmRationale[],
  taken: ReadonlySet<string>,
  flood: Flood,
): AlarmInstance[] {
  const definitions = KINDS.flatMap((id) => catalogue.find((definition) => definition.id === id) ?? [])
  const { points } = context.model
  const found: AlarmInstance[] = []
  for (let k = 0; found.length < flood.count && k < points.length * definitions.length; k++) {
    const round = Math.floor(k / points.length)
    const at = k % points.length
    const point = points[at]
    // Each round goes one definition further, so that no point meets a definition twice.
    const definition = definitions[(at + round) % definitions.length]
    if (!point || !definition || taken.has(`${definition.id}.${point.id}`)) continue
    found.push(floodInstance(context, definition, point, flood, k))
  }
  return found
}

function floodInstance(
  context: WatchContext,
  definition: AlarmRationale,
  point: Point,
  { fromMs, withinMs, lastsMs }: Flood,
  k: number,
): AlarmInstance {
  const atMs = fromMs + withinMs * unitOf(streamOf(7, point.id), k)
  const watch = {
    asset: context.graph.assetById.get(point.assetId) ?? null,
    point,
    judge: ({ nowMs }: { nowMs: number }) => ({
      condition: nowMs >= atMs && nowMs < atMs + lastsMs,
      value: null,
      quality: 'Good' as const,
      sourceMs: nowMs < atMs + lastsMs ? Math.min(nowMs, atMs) : atMs + lastsMs,
      suppressedBy: null,
    }),
    limit: null,
    everyMs: 0,
    group: point.gatewayId,
  }
  const instance = instanceOf(definition, watch, `${definition.id}.${point.id}`, k)
  return { ...instance, spec: { ...instance.spec, onDelayMs: 0 } }
}
