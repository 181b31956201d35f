import { z } from 'zod'
import { PLOT_THEMES } from '../contract/plot-themes.ts'
import { localeSchema } from '../contract/primitives.ts'
import { alarmListOf, searchOfAlarmList } from '../session/alarm-list-view.ts'
import { searchOfWhatIf, whatIfOf } from '../session/what-if.ts'
import { themeSchema } from '../session/session-store.ts'
import { HISTORY_RANGES, MAP_MODES, SELECTION_TYPES, type Camera, type Selection, type View } from '../session/view.ts'
import { searchOfTenants, tenantsOfSearch, tenantsSearch } from './tenants-search.ts'

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
  /** How far back its chart looks. */
  range: z.enum(HISTORY_RANGES).optional().catch(undefined),
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
  /** Part of a screen, and the quantity of its charts. */
  tab: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional()
    .catch(undefined),
  measure: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional()
    .catch(undefined),
  /** What the law leaves open: firms that a share is of, participants that need ISO. */
  firms: z.literal('licensed').optional().catch(undefined),
  iso: z.literal('any').optional().catch(undefined),
  /** What a page of lists has open. */
  item: z
    .string()
    .regex(new RegExp(`^${idText}$`))
    .optional()
    .catch(undefined),
  ...tenantsSearch,
  /** Instant that is replayed, UTC to the second; without it the screen is live. */
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
    .refine((text) => Number.isFinite(Date.parse(text)))
    .optional()
    .catch(undefined),
  /** Scenario: `out`, `solar`, `cut,power,20`, `newcomer,2,500,400`. */
  whatif: z.string().max(60).optional().catch(undefined),
  /** Alarm whose detail is open. */
  alarm: z
    .string()
    .regex(new RegExp(`^${idText}$`))
    .optional()
    .catch(undefined),
  /** Alarm screen: list, part that fills it, filters by priority, system, state and text. */
  alist: z.string().max(20).optional().catch(undefined),
  apane: z.string().max(20).optional().catch(undefined),
  aprio: z.string().max(40).optional().catch(undefined),
  asystem: z.string().max(80).optional().catch(undefined),
  astate: z.string().max(80).optional().catch(undefined),
  afind: z.coerce.string().max(80).optional().catch(undefined),
  /** Tour that plays, its step from 1, whether it starts again, and how much faster than written. */
  tour: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional()
    .catch(undefined),
  step: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
  loop: z.coerce.number().int().min(0).max(1).optional().catch(undefined),
  speed: z.coerce.number().min(0.25).max(120).optional().catch(undefined),
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

/** UTC to the second. What an address cannot say (no time at all, years of five digits) is left out of it. */
function instantText(ms: number): string | undefined {
  const inYears = Number.isFinite(ms) && ms >= 0 && ms < Date.UTC(10_000, 0)
  return inYears ? `${new Date(ms).toISOString().slice(0, 19)}Z` : undefined
}

/** View that a link describes; what it leaves out takes its default. */
export function viewOfSearch(parkId: string, screen: string, search: Search): View {
  return {
    parkId,
    screen,
    selection: parseSelection(search.sel),
    pointId: search.point ?? null,
    historyRange: search.range ?? '24h',
    layers: parseLayers(search.layers),
    camera: parseCamera(search.cam),
    mode: search.mode ?? 'operations',
    plotTheme: search.theme ?? 'exceptions',
    tab: search.tab ?? null,
    measure: search.measure ?? null,
    rules: { denominator: search.firms ?? 'operating', iso: search.iso ?? 'every' },
    item: search.item ?? null,
    tenants: tenantsOfSearch(search),
    at: search.at === undefined ? null : Date.parse(search.at),
    whatIf: whatIfOf(search.whatif),
    alarmId: search.alarm ?? null,
    alarmList: alarmListOf(search),
    tour:
      search.tour === undefined
        ? null
        : { id: search.tour, step: (search.step ?? 1) - 1, loops: search.loop === 1, speed: search.speed ?? 1 },
  }
}

/** Link of a view; defaults stay out of it, except language and look, which a link always carries. */
export function searchOfView(view: View, keep: Pick<Search, 'lang' | 'look'>): Search {
  const layers = Object.entries(view.layers).map(([id, on]) => (on ? id : `-${id}`))
  const { camera, selection } = view
  const search: Search = {}
  if (selection) search.sel = `${selection.type}:${selection.id}`
  if (view.pointId !== null) search.point = view.pointId
  if (view.historyRange !== '24h') search.range = view.historyRange
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
  if (view.tab !== null) search.tab = view.tab
  if (view.measure !== null) search.measure = view.measure
  if (view.rules.denominator !== 'operating') search.firms = view.rules.denominator
  if (view.rules.iso !== 'every') search.iso = view.rules.iso
  if (view.item !== null) search.item = view.item
  Object.assign(search, searchOfTenants(view.tenants))
  if (view.at !== null) search.at = instantText(view.at)
  if (view.whatIf !== null) search.whatif = searchOfWhatIf(view.whatIf)
  if (view.alarmId !== null) search.alarm = view.alarmId
  Object.assign(search, searchOfAlarmList(view.alarmList))
  if (view.tour) {
    search.tour = view.tour.id
    if (view.tour.step > 0) search.step = view.tour.step + 1
    if (view.tour.loops) search.loop = 1
    if (view.tour.speed !== 1) search.speed = view.tour.speed
  }
  if (keep.lang) search.lang = keep.lang
  if (keep.look) search.look = keep.look
  return search
}
