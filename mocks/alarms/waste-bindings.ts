import { figureJudge, limitJudge } from './judges.ts'
import { oldestLotDays, oldestManifestDays, tenantHazardousKg } from './register-figures.ts'
import { type Binding, everyLimit, limitSpecOf } from './watch-context.ts'

const REGISTER_EVERY_MS = 10 * 60_000

function containers(isHazardous: boolean): Binding {
  return (context, definition) =>
    context.assetsOf('container').flatMap((asset) => {
      const at = context.pointOf(asset.id, 'fill-level')
      const limit = definition.setpoint
      if (!at || limit === null || (asset.wasteStream === 'hazardous') !== isHazardous) return []
      const judge = limitJudge(at, limitSpecOf(definition, 'high', limit, at.point))
      return [{ asset, point: at.point, judge, limit, everyMs: 0, group: null }]
    })
}

/** A figure of the registers for the whole park, above the definition's set-point. */
function inRegisters(figureOf: typeof oldestManifestDays): Binding {
  return (context, definition) => {
    const limit = definition.setpoint
    if (limit === null) return []
    const figure = figureOf(context.registers, context.model.park.timeZone)
    const judge = figureJudge(figure, { type: 'high', limit, deadband: 0 })
    return [{ asset: null, point: null, judge, limit, everyMs: REGISTER_EVERY_MS, group: null }]
  }
}

/** Containers, the hazardous store and the legal clocks. */
export const WASTE_BINDINGS: Readonly<Record<string, Binding>> = {
  'container-full': containers(false),
  'hazardous-container-full': containers(true),
  'hazardous-store-high': everyLimit({
    assetKind: 'hazardous-store',
    pointKind: 'mass-in-store',
    type: 'high',
    basis: 'internal',
  }),
  'manifest-age': inRegisters(oldestManifestDays),
  'hazardous-quantity': inRegisters(tenantHazardousKg),
  'hazardous-lot-age': (context, definition) =>
    context.assetsOf('hazardous-store').flatMap((asset) => {
      const limit = definition.setpoint
      if (limit === null) return []
      const figure = oldestLotDays(context.registers, context.model.park.timeZone, asset.id)
      const judge = figureJudge(figure, { type: 'high', limit, deadband: 0 })
      return [{ asset, point: null, judge, limit, everyMs: REGISTER_EVERY_MS, group: null }]
    }),
}
