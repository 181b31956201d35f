/**
 * Files that ship with a build were checked when it was made. Reading them with their schemas once more would take a
 * third of the time in which the simulated park opens: here only what may be left out in them is filled in. A test
 * compares the outcome with that of the schemas for every park of the build.
 */

type Row = Readonly<Record<string, unknown>>

const ASSET: Row = {
  name: null,
  parentId: null,
  siteId: null,
  gatewayId: null,
  wasteStream: null,
  facts: [],
}

const TENANT: Row = {
  headcount: null,
  contractedPowerKw: null,
  contractedWaterM3PerDay: null,
  contractedWastewaterM3PerDay: null,
  since: null,
}

const POINT: Row = { limits: [] }

function filled(list: unknown, missing: Row): unknown {
  if (!Array.isArray(list)) return list
  return list.map((row: unknown) => ({ ...missing, ...(typeof row === 'string' ? { id: row } : Object(row)) }))
}

/** Lists with something left out, by file. */
const LISTS: Readonly<Record<string, readonly [string, Row]>> = {
  'tenants.json': ['tenants', TENANT],
  'assets.json': ['assets', ASSET],
  'points.json': ['points', POINT],
}

/** Files that need no schema, besides all collections of features. */
const BUILT: ReadonlySet<string> = new Set([
  ...Object.keys(LISTS),
  'park.json',
  'permits.json',
  'simulation.json',
  'networks.json',
  'buildings.json',
])

export function isBuilt(name: string): boolean {
  return name.endsWith('.geojson') || BUILT.has(name)
}

/** What the schema of a built file makes of it. */
export function completed(name: string, data: unknown): unknown {
  const [key, missing] = LISTS[name] ?? []
  if (key === undefined || missing === undefined || typeof data !== 'object' || data === null) return data
  return { ...data, [key]: filled(Reflect.get(data, key), missing) }
}
