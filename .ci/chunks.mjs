/**
 * How code is cut into files. A request costs as much as ten kilobytes of script, on a machine that has little to spare
 * most of all: what is always asked for together travels together. What only one screen needs stays its own.
 */

const ENTRY = '/src/app/main.tsx'
const BOOT = '/src/app/boot.tsx'
const OVERVIEW = '/src/app/screens/overview-screen.tsx'
const PLAN = '/src/map/park-map.tsx'

/** Tells modules that one module imports, itself or through others, from all others. */
function reachedFrom(module) {
  const known = new Map()
  const isReached = (id, infoOf) => {
    const was = known.get(id)
    if (was !== undefined) return was
    // Until it is known: a ring of imports ends here.
    known.set(id, false)
    const is = id.endsWith(module) || (infoOf(id)?.importers ?? []).some((from) => isReached(from, infoOf))
    known.set(id, is)
    return is
  }
  return isReached
}

/** Groups of the page: what it starts with, what its first screen shares with others, what its plan begins with. */
export function pageGroups() {
  const isBefore = reachedFrom(ENTRY)
  const named = (name, isReached) => (id, context) => {
    const infoOf = (of) => context.getModuleInfo(of)
    // The lines before the shell do not wait for it: what they need stays with them, the bundler's own helpers too.
    if (id.startsWith('\0') || isBefore(id, infoOf)) return null
    return isReached(id, infoOf) ? name : null
  }
  const [isInPlan, isInOverview] = [reachedFrom(PLAN), reachedFrom(OVERVIEW)]
  /** What plan and map begin with, without what the overview has brought already. */
  const isOfPlan = (id, infoOf) => !id.endsWith(PLAN) && isInPlan(id, infoOf) && !isInOverview(id, infoOf)
  return [
    // Its parts import each other when they run, which a new version on the host would break.
    {
      name: 'graphics',
      test: /\/node_modules\/@(luma|probe|math)\.gl\//,
      includeDependenciesRecursively: false,
      priority: 4,
    },
    {
      debugName: 'shell',
      name: named('shell', reachedFrom(BOOT)),
      includeDependenciesRecursively: false,
      priority: 3,
    },
    // What of the contract the first picture does not ask for.
    { name: 'contract', test: /\/src\/contract\//, includeDependenciesRecursively: false, priority: 2 },
    {
      debugName: 'parts',
      name: named('parts', reachedFrom(OVERVIEW)),
      minShareCount: 2,
      includeDependenciesRecursively: false,
      priority: 1,
    },
    {
      debugName: 'plan',
      name: named('plan', isOfPlan),
      includeDependenciesRecursively: false,
    },
  ]
}

/** Files of a park by what asks for them: what the world starts from, the ground of the map, the open alarms. */
const PARK_FILES = [
  ['core', /\/(tenants|assets|points|simulation|networks)\.json/],
  ['ground', /\/(boundary|carriageways|green|water|plots|sites|roads|waterways)\.geojson/],
  ['alarms', /\/registers\/(waste-manifests|waste-lots|reports-issued|tenant-profiles)\.json/],
]

/** The chunk that a file of the fixtures belongs to; null where it has one to itself. */
export function fixtureChunk(id) {
  const [, park = ''] = /\/fixtures\/parks\/([^/]+)\//.exec(id) ?? []
  if (park === '') return /\/fixtures\/reference\/alarms\//.test(id) ? 'alarm-catalogue' : null
  // A list of parks needs the fact sheets of all.
  if (/\/park\.json/.test(id)) return 'parks'
  const [kind] = PARK_FILES.find(([, files]) => files.test(id)) ?? []
  return kind === undefined ? null : `${park}-${kind}`
}

/** Groups of the simulated world's worker. */
export function worldGroups() {
  return [
    { debugName: 'fixtures', name: fixtureChunk, includeDependenciesRecursively: false, priority: 2 },
    // One file to start from, and one for what its later parts share.
    { name: 'start', tags: ['$initial'], includeDependenciesRecursively: false, priority: 1 },
    { name: 'records', test: /\/(src|mocks)\//, minShareCount: 2, includeDependenciesRecursively: false },
  ]
}

const inHead = (rel) => (file) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})

const WORLD = '/mocks/worker/open-world.ts'

/**
 * Vite plugin: the page asks for the shell's code and styles at once, not when the few lines before it have run; so for
 * the lines that start the worker of the simulated park, where the build has them.
 */
export function shellAhead() {
  return {
    name: 'parkscope-shell-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const holding = (module) =>
          Object.values(bundle).find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(module)))
        const shell = holding(BOOT)
        if (!shell) throw new Error('no chunk of the build holds the start of the page')
        const world = holding(WORLD)
        const styles = [...(shell.viteMetadata?.importedCss ?? [])]
        return [
          ...(world ? [inHead('modulepreload')(world.fileName)] : []),
          inHead('modulepreload')(shell.fileName),
          ...styles.map(inHead('stylesheet')),
        ]
      },
    },
  }
}
