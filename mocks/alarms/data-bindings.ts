import type { AssetKind } from '../../src/contract/asset-kinds.ts'
import type { PointKind } from '../../src/contract/point-kinds.ts'
import type { Watch } from './instance.ts'
import { type IndexedPoint, gatewayJudge, silenceJudge, stuckJudge } from './judges.ts'
import type { Binding } from './watch-context.ts'

/** Instruments that foul and hang; the analysers of an outfall have alarms of their own. */
const INSTRUMENTS: readonly (readonly [AssetKind, PointKind])[] = [
  ['pressure-logger', 'pressure'],
  ['sewer-gauge', 'level'],
  ['storm-pond', 'level'],
  ['lift-station', 'level'],
  ['aeration-tank', 'dissolved-oxygen'],
]
const METERS: readonly (readonly [AssetKind, PointKind])[] = [['electricity-meter', 'active-power'], ...INSTRUMENTS]
/** A source that says nothing for longer, while its gateway answers. */
const SILENT_MS = 15 * 60_000
const EVERY_MS = 60_000

function each(
  kinds: readonly (readonly [AssetKind, PointKind])[],
  judge: (at: IndexedPoint) => Watch['judge'],
): Binding {
  return (context) =>
    kinds.flatMap(([assetKind, pointKind]) =>
      context.assetsOf(assetKind).flatMap((asset) => {
        const at = context.pointOf(asset.id, pointKind)
        return at ? [{ asset, point: at.point, judge: judge(at), limit: null, everyMs: EVERY_MS, group: null }] : []
      }),
    )
}

/** Gateways and instruments. A gateway that falls silent is one alarm, whatever hangs on it. */
export const DATA_BINDINGS: Readonly<Record<string, Binding>> = {
  'gateway-lost': (context) =>
    context.assetsOf('gateway').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'link-state')
      if (!at) return []
      return [{ asset, point: at.point, judge: gatewayJudge(at), limit: null, everyMs: 0, group: null }]
    }),
  'sensor-stuck': each(INSTRUMENTS, stuckJudge),
  'source-silent': each(METERS, (at) => silenceJudge(at, SILENT_MS)),
}
