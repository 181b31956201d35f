import { buildingKindSchema, roofSchema } from '../../src/contract/collections.ts'
import { FLAG_ROUND, FLAG_SOLAR, type BuildingsFile } from './buildings-file.ts'
import { localFrames } from './local-frame.ts'
import type { Projector } from './project.ts'
import type { BuildingPlan, GroundPlan } from './types.ts'

const UNITS_PER_METRE = 10

/** Buildings as short integer rows in the frame of their plot or site; `expandBuildings` is the way back. */
export function compactBuildings(
  plan: Pick<GroundPlan, 'plots' | 'sites' | 'frameAt' | 'buildings'>,
  project: Projector,
): BuildingsFile {
  const kinds = buildingKindSchema.options
  const roofs = ['none', ...roofSchema.options.filter((roof) => roof !== 'none')] as const
  const rowOf = (building: BuildingPlan): number[] => {
    const lengths = [building.x, building.y, building.w, building.d, building.heightM]
    const row = [
      kinds.indexOf(building.kind),
      ...lengths.map((metres) => Math.round(metres * UNITS_PER_METRE)),
      roofs.indexOf(building.roof),
      (building.solar ? FLAG_SOLAR : 0) + (building.round ? FLAG_ROUND : 0),
      Math.round(building.baseM * UNITS_PER_METRE),
    ]
    while (row.at(-1) === 0 && row.length > 6) row.pop()
    return row
  }
  const groups = [...localFrames(plan)].flatMap(([on, frame]) => {
    const rows = plan.buildings.filter((building) => building.on === on).map(rowOf)
    const deg = Math.round((Math.atan2(frame.ex[1], frame.ex[0]) * 180e4) / Math.PI) / 1e4
    return rows.length > 0 ? [{ on, at: project.toLngLat(frame.origin), deg, rows }] : []
  })
  return { kinds: [...kinds], roofs: [...roofs], groups }
}
