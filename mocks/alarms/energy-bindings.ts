import type { Asset } from '../../src/contract/resources.ts'
import { blockMean, blockSum, monthPowerFactor, solarExportShare } from './figures.ts'
import { figureJudge, stateJudge } from './judges.ts'
import { type Binding, type WatchContext, aboveOf, everyLimit, limitSpecOf, ownLimit } from './watch-context.ts'

const BLOCK_MS = 30 * 60_000
const DEMAND_EVERY_MS = 5 * 60_000
/** Registers of the substations are dear to work out and change a month's figure slowly. */
const REGISTER_EVERY_MS = 6 * 3_600_000

const substationOf = (asset: Asset, context: WatchContext): string | null => aboveOf(context, asset, 'substation')

/** Feeders, transformers, voltage. */
export const ENERGY_BINDINGS: Readonly<Record<string, Binding>> = {
  'feeder-trip': (context) =>
    context.assetsOf('feeder').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'switch-state')
      if (!at) return []
      const group = substationOf(asset, context)
      return [{ asset, point: at.point, judge: stateJudge(at, 0), limit: null, everyMs: 0, group }]
    }),
  'feeder-overload': everyLimit({
    assetKind: 'feeder',
    pointKind: 'current',
    type: 'high',
    basis: 'design',
    groupOf: substationOf,
  }),
  'transformer-temperature': everyLimit({
    assetKind: 'power-transformer',
    pointKind: 'oil-temperature',
    type: 'high',
    basis: 'design',
    groupOf: substationOf,
  }),
  'transformer-overload': everyLimit({
    assetKind: 'power-transformer',
    pointKind: 'load-percent',
    type: 'high',
    basis: 'design',
    groupOf: substationOf,
  }),
  'local-transformer-overload': everyLimit({
    assetKind: 'distribution-transformer',
    pointKind: 'load-percent',
    type: 'high',
    basis: null,
  }),
  'supply-voltage-lost': everyLimit({
    assetKind: 'hv-connection',
    pointKind: 'voltage',
    type: 'low',
    basis: null,
  }),
  'storage-charge-low': everyLimit({
    assetKind: 'battery-storage',
    pointKind: 'state-of-charge',
    type: 'low',
    basis: null,
  }),
  'power-factor-month': (context, definition) => {
    const limit = definition.setpoint
    const sources = [...context.assetsOf('power-transformer'), ...context.assetsOf('hv-connection')]
    const registers = sources.flatMap(({ id }) => {
      const active = context.pointOf(id, 'energy-import')
      const reactive = context.pointOf(id, 'reactive-energy')
      return active && reactive ? [{ active: active.index, reactive: reactive.index }] : []
    })
    if (limit === null || registers.length === 0) return []
    const figure = monthPowerFactor(registers, context.model.park.timeZone)
    const judge = figureJudge(figure, { type: 'low', limit, deadband: definition.deadband?.value ?? 0 })
    return [{ asset: null, point: null, judge, limit, everyMs: REGISTER_EVERY_MS, group: null }]
  },
  'solar-export-share': (context, definition) => {
    const limit = definition.setpoint
    const roofs = context.assetsOf('solar-plant')
    const outputs = roofs.flatMap(({ id }) => context.pointOf(id, 'active-power')?.index ?? [])
    // A roof feeds in behind its consumer's meter, which stands at the same transformer.
    const meters = [...new Set(roofs.map(({ parentId }) => parentId))].flatMap((parentId) =>
      (context.graph.childrenOf.get(parentId ?? '') ?? []).flatMap(({ id, kind }) =>
        kind === 'electricity-meter' ? (context.pointOf(id, 'active-power')?.index ?? []) : [],
      ),
    )
    if (limit === null || outputs.length === 0 || meters.length === 0) return []
    const judge = figureJudge(solarExportShare(meters, outputs, context.model.park.timeZone), {
      type: 'high',
      limit,
      deadband: 0,
    })
    return [{ asset: null, point: null, judge, limit, everyMs: REGISTER_EVERY_MS, group: null }]
  },
  'contracted-demand': (context) => {
    const target = context.model.park.targets.find(({ key }) => key === 'contracted-power')
    const limit = target?.value == null ? null : target.value * (target.unit === 'MW' ? 1000 : 1)
    const sources = [...context.assetsOf('power-transformer'), ...context.assetsOf('hv-connection')]
    const points = sources.flatMap(({ id }) => context.pointOf(id, 'active-power')?.index ?? [])
    if (limit === null || points.length === 0) return []
    const judge = figureJudge(blockSum(points, BLOCK_MS), { type: 'high', limit, deadband: 0.02 * limit })
    return [{ asset: null, point: null, judge, limit, everyMs: DEMAND_EVERY_MS, group: null }]
  },
  'tenant-demand': (context, definition) =>
    context.assetsOf('electricity-meter').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'active-power')
      const limit = at === null ? null : ownLimit(at.point, 'high', 'contract')
      if (at === null || limit === null) return []
      const judge = figureJudge(blockMean(at.index, BLOCK_MS), limitSpecOf(definition, 'high', limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: DEMAND_EVERY_MS, group: null }]
    }),
  'bus-voltage-high': everyLimit({
    assetKind: 'substation',
    pointKind: 'voltage',
    type: 'high',
    basis: 'internal',
    groupOf: substationOf,
  }),
  'bus-voltage-low': everyLimit({
    assetKind: 'substation',
    pointKind: 'voltage',
    type: 'low',
    basis: 'internal',
    groupOf: substationOf,
  }),
}
