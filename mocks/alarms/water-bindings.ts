import type { Asset } from '../../src/contract/resources.ts'
import { NIGHT_STEP_MS, lossShare } from './figures.ts'
import { figureJudge, pumpFailureJudge, pumpLowFlowJudge } from './judges.ts'
import { type Binding, type WatchContext, aboveOf, everyLimit, limitSpecOf } from './watch-context.ts'

const plantOf = (asset: Asset, context: WatchContext): string | null => aboveOf(context, asset, 'water-plant')
const districtOf = (asset: Asset, context: WatchContext): string | null => aboveOf(context, asset, 'district-meter')

/** Pumps with both of the points that tell whether they work; a start may take as long as the alarm waits. */
function pumps(make: typeof pumpLowFlowJudge): Binding {
  return (context, definition) =>
    context.assetsOf('pump').flatMap((asset) => {
      const run = context.pointOf(asset.id, 'run-state')
      const flow = context.pointOf(asset.id, 'flow')
      const limit = definition.setpoint
      if (run === null || flow === null || limit === null) return []
      const judge = make(run, flow, limit, definition.onDelayS * 1000)
      return [{ asset, point: flow.point, judge, limit, everyMs: 0, group: plantOf(asset, context) }]
    })
}

/** Water supply. */
export const WATER_BINDINGS: Readonly<Record<string, Binding>> = {
  'pressure-low': everyLimit({
    assetKind: 'pressure-logger',
    pointKind: 'pressure',
    type: 'low',
    basis: 'internal',
    groupOf: districtOf,
  }),
  // Tanks are emptied and filled on purpose between the park's own operating limits: alarms stand outside of them.
  'tank-level-low': everyLimit({
    assetKind: 'water-tank',
    pointKind: 'level-percent',
    type: 'low',
    basis: null,
    groupOf: plantOf,
  }),
  'tank-level-high': everyLimit({
    assetKind: 'water-tank',
    pointKind: 'level-percent',
    type: 'high',
    basis: null,
    groupOf: plantOf,
  }),
  'pump-failure': pumps(pumpFailureJudge),
  'pump-low-flow': pumps(pumpLowFlowJudge),
  'water-turbidity-high': everyLimit({
    assetKind: 'water-plant',
    pointKind: 'turbidity',
    type: 'high',
    basis: 'permit',
    groupOf: plantOf,
  }),
  'residual-chlorine-low': everyLimit({
    assetKind: 'water-plant',
    pointKind: 'residual-chlorine',
    type: 'low',
    basis: 'permit',
    groupOf: plantOf,
  }),
  'water-loss': (context, definition) =>
    context.assetsOf('district-meter').flatMap((asset) => {
      const inflow = context.pointOf(asset.id, 'flow')
      const children = context.graph.childrenOf.get(asset.id) ?? []
      // What a district passes on to the next one is not lost in it.
      const outflows = children.flatMap((child) => {
        const at = child.kind === 'water-meter' || child.kind === 'district-meter' ? child.id : null
        const found = at === null ? null : context.pointOf(at, 'flow')
        return found ? [found.index] : []
      })
      const limit = definition.setpoint
      if (!inflow || outflows.length === 0 || limit === null) return []
      const judge = figureJudge(lossShare(inflow.index, outflows), limitSpecOf(definition, 'high', limit, inflow.point))
      return [{ asset, point: null, judge, limit, everyMs: NIGHT_STEP_MS, group: null }]
    }),
}
