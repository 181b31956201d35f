/** Origin of an address, null for what has none (a path on the page's own host). */
function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : null
}

const known = (origins) => [...new Set(origins.filter((origin) => origin !== null))]

/** Addresses that a `config.json` names, each as the origins that a browser needs to reach it. */
function namedOrigins(config) {
  const api = [config.apiBaseUrl, config.liveUrl].map((address) => originOf(address ?? ''))
  const issuer = originOf(config.oidc?.issuer ?? '')
  const basemap = originOf(config.basemapStyleUrl ?? '')
  // The live channel is a socket on the host of the API.
  const sockets = known(api).map((origin) => origin.replace(/^http/, 'ws'))
  return {
    connect: known([...api, ...sockets, issuer, basemap]),
    frame: known([issuer]),
    image: known([basemap]),
  }
}

/**
 * Content-Security-Policy of the built product for one configuration: code only from its own files, no inline script,
 * no style but those of its own files, no eval, and no request to an address that the configuration does not name.
 * `connect` adds origins, for servers on changing ports in tests.
 */
export function contentSecurityPolicy(config = {}, connect = []) {
  const named = namedOrigins(config)
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:', ...named.image],
    'font-src': ["'self'"],
    // The map's symbols are an atlas that is drawn in the page and fetched by the overlay as a data address.
    'connect-src': ["'self'", 'data:', ...named.connect, ...connect],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'frame-src': ["'self'", ...named.frame, ...connect.filter((origin) => origin.startsWith('http'))],
    'frame-ancestors': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    // The page's one policy lets no markup through and no code of another host: src/app/trusted-types.ts.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** All headers that guard the product, with the policy for one configuration. */
export function securityHeaders(config = {}, connect = []) {
  return {
    'content-security-policy': contentSecurityPolicy(config, connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), screen-wake-lock=(self)',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
