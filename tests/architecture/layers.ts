/** Folders of `src` and what each may import, lowest first. A folder that is not named here fails the test. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  contract: [],
  domain: ['contract', 'lib'],
  i18n: ['domain', 'contract', 'lib', 'session'],
  session: ['domain', 'contract', 'lib'],
  api: ['domain', 'contract', 'lib'],
  live: ['domain', 'contract', 'lib', 'api', 'session'],
  // Panel states word the client's errors, so ui sees api.
  ui: ['domain', 'contract', 'lib', 'i18n', 'session', 'live', 'api'],
  charts: ['domain', 'contract', 'lib', 'i18n', 'ui', 'session'],
  map: ['domain', 'contract', 'lib', 'i18n', 'ui', 'api', 'live', 'session'],
  features: ['domain', 'contract', 'lib', 'i18n', 'ui', 'api', 'live', 'session', 'charts', 'map'],
  app: ['domain', 'contract', 'lib', 'i18n', 'ui', 'api', 'live', 'session', 'charts', 'map', 'features'],
}

/** Libraries that only these folders may import. */
export const OWNED_LIBRARIES: readonly { library: RegExp; folders: readonly string[] }[] = [
  { library: /^maplibre-gl|^@deck\.gl\//, folders: ['src/map'] },
  { library: /^echarts/, folders: ['src/charts'] },
  { library: /^react-aria-components/, folders: ['src/ui'] },
  { library: /^zustand/, folders: ['src/live', 'src/session'] },
  { library: /^oidc-client-ts/, folders: ['src/session'] },
  { library: /^i18next/, folders: ['src/i18n'] },
  { library: /^msw/, folders: ['mocks', 'tests'] },
  { library: /^@tanstack\/react-router/, folders: ['src/app', 'src/features'] },
]
