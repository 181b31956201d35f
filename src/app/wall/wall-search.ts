import { z } from 'zod'
import { localeSchema, parkIdSchema } from '../../contract/primitives.ts'
import { DEFAULT_WALL_PROFILE, findWallProfile } from '../../domain/wall/profiles.data.ts'
import { checkProfile, type ProfileResult, type WallProfile } from '../../domain/wall/profile.ts'
import { SCENE_IDS } from '../../domain/wall/scenes.data.ts'
import { themeSchema } from '../../session/session-store.ts'

const number = z.coerce.number().optional().catch(undefined)

/** What the hash carries behind `#/wall/profile?`. Each key falls back on its own; sizes are checked together. */
export const wallSearchSchema = z.object({
  park: parkIdSchema.optional().catch(undefined),
  scene: z.enum(SCENE_IDS).optional().catch(undefined),
  /** `1`: the wall stands still from the start. */
  hold: z.literal(1).optional().catch(undefined),
  /** Dark hours by the park's clock, `22-6`. */
  night: z.string().max(11).optional().catch(undefined),
  /** Token of a wall link. */
  key: z.string().min(8).max(600).optional().catch(undefined),
  /** Sizes of a wall that is in no list. */
  w: number,
  h: number,
  inch: number,
  cols: number,
  rows: number,
  bezel: number,
  far: number,
  dpr: number,
  lang: localeSchema.optional().catch(undefined),
  look: themeSchema.optional().catch(undefined),
})
export type WallSearch = z.infer<typeof wallSearchSchema>

export const CUSTOM_PROFILE = 'custom'
/** Page on which a wall is worked out. */
export const CALIBRATE = 'calibrate'

/** Sizes of a link; what it leaves out is that of the usual wall. */
export function customProfile(search: WallSearch): WallProfile {
  const usual = DEFAULT_WALL_PROFILE
  return {
    id: CUSTOM_PROFILE,
    panelWidthPx: search.w ?? usual.panelWidthPx,
    panelHeightPx: search.h ?? usual.panelHeightPx,
    diagonalIn: search.inch ?? usual.diagonalIn,
    columns: search.cols ?? 1,
    rows: search.rows ?? 1,
    bezelPx: search.bezel ?? 0,
    distanceM: search.far ?? usual.distanceM,
    dpr: search.dpr ?? 1,
  }
}

/** Address of a wall on this page: of the list by its name, any other by its sizes. */
export function wallLink(
  profile: WallProfile,
  rest: { park: string; key: string | null; look: string; lang: string },
): string {
  const query = new URLSearchParams({ park: rest.park, lang: rest.lang, look: rest.look })
  if (!findWallProfile(profile.id)) {
    const { panelWidthPx, panelHeightPx, diagonalIn, columns, rows, bezelPx, distanceM, dpr } = profile
    const sizes = {
      w: panelWidthPx,
      h: panelHeightPx,
      inch: diagonalIn,
      cols: columns,
      rows,
      bezel: bezelPx,
      far: distanceM,
      dpr,
    }
    for (const [name, value] of Object.entries(sizes)) query.set(name, String(value))
  }
  if (rest.key !== null) query.set('key', rest.key)
  return `${location.href.split('#')[0]}#/wall/${profile.id}?${query.toString()}`
}

/** The wall that an address names: of the list, or by its sizes; null for a name that is neither. */
export function profileOf(id: string, search: WallSearch): ProfileResult | null {
  if (id === CUSTOM_PROFILE) return checkProfile(customProfile(search))
  const known = findWallProfile(id)
  return known ? { ok: true, profile: known } : null
}
