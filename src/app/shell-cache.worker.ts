import { cacheName, cachesToDrop, shellRoute } from '../domain/recovery/shell-cache.ts'

declare const self: ServiceWorkerGlobalScope
/** Files of the build that this worker was made for, put in by the build. */
declare const __SHELL__: { version: string; files: readonly string[] }

/** A host that takes longer than this counts as gone, as long as there is a copy. */
const PATIENCE_MS = 4000
const CACHE = cacheName(__SHELL__.version)

/** Brings every file of the version into its cache; what the version before had under the same name is taken from it. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE)
  await Promise.all(
    __SHELL__.files.map(async (file) => {
      const held = await caches.match(file)
      if (held) await cache.put(file, held)
      else await cache.add(file)
    }),
  )
  await cache.addAll([new Request('./', { cache: 'reload' }), new Request('./config.json', { cache: 'reload' })])
}

async function tidy(): Promise<void> {
  const old = cachesToDrop(await caches.keys(), CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** From the host; from the copy when it does not answer in time or answers that it cannot. */
async function hostFirst(request: Request, copyOf: string, keep: boolean): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.ok && keep) await cache.put(copyOf, answer.clone())
    if (answer.ok || answer.type === 'opaqueredirect') return answer
    return (await cache.match(copyOf)) ?? answer
  } catch (error) {
    const copy = await cache.match(copyOf)
    if (copy) return copy
    throw error
  }
}

/** From any version's cache: the name of an asset holds a hash of what is in it. */
async function copyFirst(request: Request): Promise<Response> {
  const copy = await caches.match(request)
  if (copy) return copy
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const asked = { url: request.url, method: request.method, isNavigation: request.mode === 'navigate' }
  const route = shellRoute(asked, self.registration.scope)
  // The page's copy is that of the installed version, whose parts are all there; a newer one may lack some.
  if (route === 'page') event.respondWith(hostFirst(request, './', false))
  if (route === 'config') event.respondWith(hostFirst(request, './config.json', true))
  if (route === 'asset') event.respondWith(copyFirst(request))
})
