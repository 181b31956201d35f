export interface ApiConfig {
  /** Where the API lives, without `/api/v1`: an origin, or the folder that the page is served from. */
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** A request without an answer after this long counts as offline, milliseconds. */
  timeoutMs: number
}

let config: ApiConfig | null = null

/** Says once, before the first request, where the API lives. */
export function configureApi(options: { baseUrl: string; fetch?: typeof globalThis.fetch; timeoutMs?: number }): void {
  config = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    // Looked up at each request: what intercepts requests may come after this call.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: options.timeoutMs ?? 30_000,
  }
}

/** The configuration; throws when `configureApi` was not called. */
export function apiConfig(): ApiConfig {
  if (config === null) throw new Error('configureApi() must be called before the first request')
  return config
}
