import { z } from 'zod'
import { industrySchema } from '../contract/collections.ts'
import { TENANT_TABS, type TenantsView } from '../session/view.ts'

const amount = z.coerce.number().positive().max(1e6).optional().catch(undefined)
const word = z
  .string()
  .regex(/^-?[a-z][a-z0-9-]{0,30}$/)
  .optional()
  .catch(undefined)
/** Plots that fit side by side on a screen and on a page. */
export const MOST_COMPARED = 4

/** Keys of the screen of tenants and plots. */
export const tenantsSearch = {
  list: z.enum(TENANT_TABS).optional().catch(undefined),
  /** Words to find, what to show and how to order it, within the list. */
  lfind: z.coerce.string().max(80).optional().catch(undefined),
  lind: industrySchema.optional().catch(undefined),
  lstat: word,
  lsort: word,
  /** What a plot is asked to carry. */
  mw: amount,
  m3d: amount,
  ww: amount,
  /** Plots side by side, at most four. */
  plots: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,79}(,[a-z0-9][a-z0-9.-]{0,79}){0,3}$/)
    .optional()
    .catch(undefined),
}
type TenantsSearch = z.infer<z.ZodObject<typeof tenantsSearch>>

export function tenantsOfSearch(search: TenantsSearch): TenantsView {
  return {
    tab: search.list ?? 'directory',
    find: search.lfind ?? '',
    industry: search.lind ?? null,
    status: search.lstat ?? null,
    sort: search.lsort ?? null,
    powerMw: search.mw ?? null,
    waterM3PerDay: search.m3d ?? null,
    wastewaterM3PerDay: search.ww ?? null,
    compare: [...new Set(search.plots?.split(','))].filter((id) => id !== ''),
  }
}

export function searchOfTenants(view: TenantsView): TenantsSearch {
  const search: TenantsSearch = {}
  if (view.tab !== 'directory') search.list = view.tab
  if (view.find !== '') search.lfind = view.find
  if (view.industry !== null) search.lind = view.industry
  if (view.status !== null) search.lstat = view.status
  if (view.sort !== null) search.lsort = view.sort
  if (view.powerMw !== null) search.mw = view.powerMw
  if (view.waterM3PerDay !== null) search.m3d = view.waterM3PerDay
  if (view.wastewaterM3PerDay !== null) search.ww = view.wastewaterM3PerDay
  if (view.compare.length > 0) search.plots = view.compare.slice(0, MOST_COMPARED).join(',')
  return search
}
