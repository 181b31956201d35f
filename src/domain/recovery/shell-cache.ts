/** What the service worker does with a request. `pass`: nothing, it goes its way as if there were no worker. */
export type ShellRoute = 'page' | 'config' | 'asset' | 'pass'

export interface ShellRequest {
  url: string
  method: string
  /** Whether a page is being opened, in contrast to what a page asks for. */
  isNavigation: boolean
}

/**
 * Which requests belong to the shell of a page that lives under `scope` (absolute address ending in `/`). Only files of
 * the build do: nothing of another host, no API answer and no probe is ever kept or answered from the cache.
 */
export function shellRoute({ url, method, isNavigation }: ShellRequest, scope: string): ShellRoute {
  if (method !== 'GET' || !url.startsWith(scope)) return 'pass'
  const { pathname, searchParams } = new URL(url)
  if (searchParams.has('probe')) return 'pass'
  const path = pathname.slice(new URL(scope).pathname.length)
  if (path === '' || path === 'index.html') return isNavigation ? 'page' : 'pass'
  if (path === 'config.json') return 'config'
  return path.startsWith('assets/') || path === 'icon.svg' ? 'asset' : 'pass'
}

/** Name of the cache of one version of the shell. */
export function cacheName(version: string): string {
  return `parkscope-shell-${version}`
}

/**
 * Caches to delete when the version in `current` takes over: all of ours but it and the one before it. A page of the
 * version before may still be open, and asks for its parts as somebody goes through its screens.
 */
export function cachesToDrop(names: readonly string[], current: string): string[] {
  const others = names.filter((name) => name.startsWith(cacheName('')) && name !== current)
  return others.slice(0, -1)
}
