import type { FeatureOf, PlotFeature } from '../../contract/collections.ts'
import { ratioOf, type Outcome } from '../statistics/outcome.ts'
import { ringAreaM2, toMetres } from './plan-geometry.ts'

/** Things on a plot that cover no ground of their own, or stand on other buildings. */
const NO_FOOTPRINT: ReadonlySet<FeatureOf<'buildings'>['properties']['kind']> = new Set<
  FeatureOf<'buildings'>['properties']['kind']
>(['truck', 'container', 'gantry', 'canopy'])

/**
 * Net building density of each plot: built-over ground / area of the plot × 100, per cent. Parts that begin above the
 * ground stand on others and are not counted twice. The planning norm is at most 70 % (QCVN 01:2021/BXD).
 * Errors: `zero-denominator` for a plot without area.
 */
export function buildingDensities(
  plots: readonly PlotFeature[],
  buildings: readonly FeatureOf<'buildings'>[],
): ReadonlyMap<string, Outcome<number>> {
  const built = new Map<string, number>()
  for (const { properties, geometry } of buildings) {
    if (properties.baseM > 0 || NO_FOOTPRINT.has(properties.kind)) continue
    const ring = geometry.coordinates[0]
    const origin = ring?.[0]
    if (!ring || !origin) continue
    built.set(properties.on, (built.get(properties.on) ?? 0) + ringAreaM2(toMetres(ring, origin)))
  }
  return new Map(plots.map(({ id, properties }) => [id, ratioOf(built.get(id) ?? 0, properties.areaHa * 10_000, 100)]))
}
