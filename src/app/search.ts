import { z } from 'zod'
import { localeSchema } from '../contract/primitives.ts'
import { themeSchema } from '../session/session-store.ts'
import { MAP_MODES, PLOT_THEMES, SELECTION_TYPES, type Camera, type Selection, type View } from '../session/view.ts'

const idText = '[A-Za-z0-9][\\w.:-]{0,119}'

/**
 * What the hash carries behind `#/park/screen?`. Each key falls back on its own: a broken link opens the screen
 * without the broken part.
 */
export const searchSchema = z.object({
  /** Selection, `type:id`. */
  sel: z
    .string()
    .regex(new RegExp(`^(${SELECTION_TYPES.join('|')}):${idText}$`))
    .optional()
    .catch(undefined),
  /** Point of the chart. */
  point: z
    .string()
    .regex(new RegExp(`^${idText}$`))
    .optional()
    .catch(undefined),
  /** Layers switched against the mode's default: `name` on, `-name` off. */
  layers: z
    .string()
    .regex(/^-?[a-z0-9][a-z0-9-]*(,-?[a-z0-9][a-z0-9-]*)*$/)
    .optional()
    .catch(undefined),
  /** `lng,lat,zoom,bearing,pitch`. */
  cam: z
    .string()
    .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){4}$/)
    .optional()
    .catch(undefined),
  mode: z.enum(MAP_MODES).optional().catch(undefined),
  /** What plots are coloured by. */
  theme: z.enum(PLOT_THEMES).optional().catch(undefined),
  lang: localeSchema.optional().catch(undefined),
  look: themeSchema.optional().catch(undefined),
})
export type Search = z.infer<typeof searchSchema>

function parseSelection(text: string | undefined): Selection | null {
  const at = text?.indexOf(':') ?? -1
  const type = SELECTION_TYPES.find((known) => known === text?.slice(0, at))
  return text && type ? { type, id: text.slice(at + 1) } : null
}

function parseLayers(text: string | undefined): Record<string, boolean> {
  const layers: Record<string, boolean> = {}
  for (const part of text?.split(',') ?? []) layers[part.replace(/^-/, '')] = !part.startsWith('-')
  return layers
}

function parseCamera(text: string | undefined): Camera | null {
  const [lng, lat, zoom, bearing, pitch] = text?.split(',').map(Number) ?? []
  if (lng === undefined || lat === undefined || zoom === undefined || bearing === undefined || pitch === undefined) {
    return null
  }
  const inside = Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24 && pitch >= 0 && pitch <= 85
  return inside && Math.abs(bearing) <= 360 ? { lng, lat, zoom, bearing, pitch } : null
}

const trim = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)))

/** View that a link describes; what it leaves out takes its default. */
export function viewOfSearch(parkId: string, screen: string, search: Search): View {
  return {
    parkId,
    screen,
    selection: parseSelection(search.sel),
    pointId: search.point ?? null,
    layers: parseLayers(search.layers),
    camera: parseCamera(search.cam),
    mode: search.mode ?? 'operations',
    plotTheme: search.theme ?? 'exceptions',
  }
}

/** Link of a view; defaults stay out of it, except language and look, which a link always carries. */
export function searchOfView(view: View, keep: Pick<Search, 'lang' | 'look'>): Search {
  const layers = Object.entries(view.layers).map(([id, on]) => (on ? id : `-${id}`))
  const { camera, selection } = view
  const search: Search = {}
  if (selection) search.sel = `${selection.type}:${selection.id}`
  if (view.pointId !== null) search.point = view.pointId
  if (layers.length > 0) search.layers = layers.join(',')
  if (camera) {
    search.cam = [
      trim(camera.lng, 6),
      trim(camera.lat, 6),
      trim(camera.zoom, 3),
      trim(camera.bearing, 1),
      trim(camera.pitch, 1),
    ].join(',')
  }
  if (view.mode !== 'operations') search.mode = view.mode
  if (view.plotTheme !== 'exceptions') search.theme = view.plotTheme
  if (keep.lang) search.lang = keep.lang
  if (keep.look) search.look = keep.look
  return search
}
