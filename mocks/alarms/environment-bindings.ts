import type { PointKind } from '../../src/contract/point-kinds.ts'
import { trailingMean } from './figures.ts'
import { figureJudge } from './judges.ts'
import { daysToReport } from './register-figures.ts'
import { type Binding, everyLimit, limitSpecOf } from './watch-context.ts'

const HOUR_MS = 3_600_000
const FIGURE_EVERY_MS = 10 * 60_000

/** Trailing means of the air stations against the limit of their averaging time. */
function airMean(kind: PointKind, windowMs: number): Binding {
  return (context, definition) =>
    context.assetsOf('air-station').flatMap((asset) => {
      const at = context.pointOf(asset.id, kind)
      const limit = definition.setpoint
      if (!at || limit === null) return []
      const judge = figureJudge(trailingMean(at.index, windowMs), limitSpecOf(definition, 'high', limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: FIGURE_EVERY_MS, group: null }]
    })
}

/** Air, noise, rain, and reports that fall due. */
export const ENVIRONMENT_BINDINGS: Readonly<Record<string, Binding>> = {
  'air-dust-24h': airMean('pm25', 24 * HOUR_MS),
  'air-no2-1h': airMean('no2', HOUR_MS),
  'noise-level': airMean('sound-level', HOUR_MS),
  'heavy-rain': everyLimit({ assetKind: 'weather-station', pointKind: 'rain-rate', type: 'high', basis: null }),
  'report-due': (context, definition) => {
    const limit = definition.setpoint
    if (limit === null) return []
    const judge = figureJudge(daysToReport(context.registers, context.model.park.timeZone), {
      type: 'low',
      limit,
      deadband: 0,
    })
    return [{ asset: null, point: null, judge, limit, everyMs: HOUR_MS, group: null }]
  },
}
