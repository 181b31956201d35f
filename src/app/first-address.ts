import type { Locale } from '../contract/primitives.ts'
import type { Theme } from '../session/session-store.ts'

/** An address that names nothing yet, as a page is opened for the first time. */
const isBare = (path: string): boolean => path === '' || path === '#' || path === '#/'
const isScreen = (path: string): boolean => /^#\/[^/]+\/[^/]+$/.test(path) && !/^#\/(wall|tour)\//.test(path)

/**
 * The address that the page will have once it stands: park, screen, language and look. A router that begins with it does
 * not have to be led there, drawing everything anew at every step. Others than bare addresses and screens stay.
 */
export function firstAddress(hash: string, park: string | null, locale: Locale, theme: Theme): string {
  const [path = '', query = ''] = hash.split(/\?(.*)/s)
  if (!isScreen(path) && !(isBare(path) && park !== null)) return hash
  const search = new URLSearchParams(query)
  if (search.get('lang') === locale && search.get('look') === theme) return hash
  search.set('lang', locale)
  search.set('look', theme)
  return `${isBare(path) ? `#/${park}/overview` : path}?${search}`
}
