import type { FeatureOf } from '../../src/contract/collections.ts'
import { FLAG_ROUND, FLAG_SOLAR, type BuildingsFile } from './buildings-file.ts'
import { footprintCorners } from './footprint.ts'
import { projector } from './project.ts'

const METRES_PER_UNIT = 0.1

/**
 * Rebuilds the `buildings` collection from the compact rows. Needs the plots and sites only to prove that every
 * group stands on one of them. Throws an Error that names the group otherwise.
 */
export function expandBuildings(
  file: BuildingsFile,
  plots: readonly { id: string }[],
  sites: readonly { id: string }[],
): FeatureOf<'buildings'>[] {
  const known = new Set([...plots, ...sites].map((feature) => feature.id))
  const out: FeatureOf<'buildings'>[] = []
  for (const group of file.groups) {
    if (!known.has(group.on)) throw new Error(`buildings: no plot or site "${group.on}"`)
    const angle = (group.deg * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const project = projector(group.at)
    for (const [i, row] of group.rows.entries()) {
      const [kindIndex = -1, x = 0, y = 0, w = 0, d = 0, height = 0, roofIndex = 0, flags = 0, base = 0] = row
      const kind = file.kinds[kindIndex]
      const roof = file.roofs[roofIndex]
      if (!kind || !roof) throw new Error(`buildings: row ${i} on "${group.on}" has an unknown kind or roof`)
      const corners = footprintCorners(x, y, w, d, (flags & FLAG_ROUND) !== 0)
      const ring = corners.map(([a, b]): [number, number] => [
        (a * cos - b * sin) * METRES_PER_UNIT,
        (a * sin + b * cos) * METRES_PER_UNIT,
      ])
      out.push({
        type: 'Feature',
        id: `${group.on.replace(/^(plot|site)-/, '')}-b${i + 1}`,
        geometry: { type: 'Polygon', coordinates: [project.toRing(ring, 'outer')] },
        properties: {
          kind,
          heightM: height * METRES_PER_UNIT,
          baseM: base * METRES_PER_UNIT,
          roof,
          solar: (flags & FLAG_SOLAR) !== 0,
          on: group.on,
        },
      })
    }
  }
  return out
}
