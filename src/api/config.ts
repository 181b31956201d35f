export interface ApiConfig {
  /** Where the API lives, without `/api/v1`: an origin, or the folder that the page is served from. */
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** A request without an answer after this long counts as offline, milliseconds. */
  timeoutMs: number
}

let config: ApiConfig | null = null
let tokenOf: () => string | null = () => null

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

/** Says who gives the bearer token of a request; it is asked anew for each. The token itself stays in memory. */
export function setTokenProvider(provider: () => string | null): void {
  tokenOf = provider
}

/** Token for the next request; null for none, which the server reads as a viewer. */
export function currentToken(): string | null {
  return tokenOf()
}

let replayOf: () => number | null = () => null

/** Says who knows the instant that is replayed: every command then carries it, and is refused by the server. */
export function setReplayProvider(provider: () => number | null): void {
  replayOf = provider
}

/** Instant that the screen replays, epoch milliseconds; null while it is live. */
export function currentReplayMs(): number | null {
  return replayOf()
}
