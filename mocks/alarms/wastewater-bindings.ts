import type { PointKind } from '../../src/contract/point-kinds.ts'
import { projectedDayMean, yesterdayMean } from './figures.ts'
import type { Watch } from './instance.ts'
import { type IndexedPoint, calibrationJudge, figureJudge, limitJudge, silenceJudge, stuckJudge } from './judges.ts'
import { type Binding, type WatchContext, everyLimit, limitSpecOf, ownLimit } from './watch-context.ts'

const ANALYSERS = ['ph', 'cod', 'tss', 'ammonium'] as const satisfies readonly PointKind[]
const AVERAGED = ['cod', 'tss', 'ammonium'] as const satisfies readonly PointKind[]
const SIGNAL_LOST_MS = 15 * 60_000
const FIGURE_EVERY_MS = 5 * 60_000
/**
 * Connection standard of the park for pH, as parks of the region agree it with their tenants. Meters at the tenants
 * measure conductivity as well, for which no standard that we know has a figure: it raises no alarm.
 */
const INFLUENT_PH = { high: 9, low: 5.5 } as const

/** One watch for each of some points of the outfalls. */
function atOutfalls(
  kinds: readonly PointKind[],
  watch: (at: IndexedPoint, context: WatchContext) => Pick<Watch, 'judge' | 'limit' | 'everyMs'> | null,
): Binding {
  return (context) =>
    context.assetsOf('outfall').flatMap((asset) =>
      kinds.flatMap((kind) => {
        const at = context.pointOf(asset.id, kind)
        const found = at === null ? null : watch(at, context)
        return at === null || found === null ? [] : [{ asset, point: at.point, group: asset.parentId, ...found }]
      }),
    )
}

const instrument = (judge: (at: IndexedPoint) => Watch['judge']): Binding =>
  atOutfalls(ANALYSERS, (at) => ({ judge: judge(at), limit: null, everyMs: 0 }))

/** Legal averages and projections against the permit of the outfall. */
function averages(figure: typeof yesterdayMean): Binding {
  return (context, definition) =>
    atOutfalls(AVERAGED, (at) => {
      const limit = ownLimit(at.point, 'high', 'permit')
      if (limit === null) return null
      const judge = figureJudge(
        figure(at.index, context.model.park.timeZone),
        limitSpecOf(definition, 'high', limit, at.point),
      )
      return { judge, limit, everyMs: FIGURE_EVERY_MS }
    })(context, definition)
}

function ph(type: 'high' | 'low'): Binding {
  return (context, definition) =>
    atOutfalls(['ph'], (at) => {
      const limit = ownLimit(at.point, type, 'permit')
      if (limit === null) return null
      return { judge: limitJudge(at, limitSpecOf(definition, type, limit, at.point)), limit, everyMs: 0 }
    })(context, definition)
}

function influentPh(type: 'high' | 'low'): Binding {
  return (context, definition) =>
    context.assetsOf('sewer-meter').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'ph')
      if (!at) return []
      const limit = INFLUENT_PH[type]
      const judge = limitJudge(at, limitSpecOf(definition, type, limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: 0, group: null }]
    })
}

/** Sewers, lift stations, the central plant and its outfall. */
export const WASTEWATER_BINDINGS: Readonly<Record<string, Binding>> = {
  'outfall-day-average': averages(yesterdayMean),
  'outfall-forecast': averages(projectedDayMean),
  'outfall-internal': (context, definition) =>
    atOutfalls(AVERAGED, (at) => {
      const limit = ownLimit(at.point, 'high', 'internal')
      if (limit === null) return null
      return { judge: limitJudge(at, limitSpecOf(definition, 'high', limit, at.point)), limit, everyMs: 0 }
    })(context, definition),
  'outfall-ph-high': ph('high'),
  'outfall-ph-low': ph('low'),
  'analyser-silent': instrument((at) => silenceJudge(at, SIGNAL_LOST_MS)),
  'analyser-stuck': instrument(stuckJudge),
  'analyser-calibration-overrun': instrument(calibrationJudge),
  'plant-overload': (context, definition) =>
    context.assetsOf('wastewater-plant').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'flow')
      const { plant } = context.model.simulation.wastewater
      const perDay = plant.phases.reduce((sum, { m3PerDay }) => sum + m3PerDay, 0)
      if (!at || perDay === 0) return []
      // Over the day a plant is built for its mean; hour by hour its tanks level out half as much again.
      const limit = Math.round((perDay / 24) * 1.5)
      const judge = limitJudge(at, limitSpecOf(definition, 'high', limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: 0, group: asset.id }]
    }),
  'tenant-influent': influentPh('high'),
  'tenant-influent-low': influentPh('low'),
  'aeration-oxygen-low': everyLimit({
    assetKind: 'aeration-tank',
    pointKind: 'dissolved-oxygen',
    type: 'low',
    basis: 'internal',
    groupOf: ({ parentId }) => parentId,
  }),
  // The park's own limit is that of the overflow; the alarm has to leave time before it.
  'lift-level-high': everyLimit({ assetKind: 'lift-station', pointKind: 'level', type: 'high', basis: null }),
  'storm-pond-high': everyLimit({ assetKind: 'storm-pond', pointKind: 'level', type: 'high', basis: 'internal' }),
  'sewer-surcharge': (context, definition) =>
    context.model.simulation.wastewater.gauges.flatMap(({ assetId, diameterMm }) => {
      const asset = context.graph.assetById.get(assetId)
      const at = context.pointOf(assetId, 'level')
      if (!asset || !at) return []
      const limit = (diameterMm / 1000) * 1.05
      const judge = limitJudge(at, limitSpecOf(definition, 'high', limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: 0, group: null }]
    }),
  'equalisation-level-high': everyLimit({
    assetKind: 'equalisation-tank',
    pointKind: 'level-percent',
    type: 'high',
    basis: null,
    groupOf: ({ parentId }) => parentId,
  }),
  'sludge-level-high': everyLimit({
    assetKind: 'sludge-tank',
    pointKind: 'level-percent',
    type: 'high',
    basis: 'internal',
    groupOf: ({ parentId }) => parentId,
  }),
}
