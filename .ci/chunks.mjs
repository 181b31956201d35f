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
  ['core', /^(tenants|assets|points|simulation|networks)\.json/],
  ['ground', /^(boundary|carriageways|green|water|plots|sites|roads|waterways)\.geojson/],
  ['alarms', /^registers\/(waste-manifests|waste-lots|reports-issued|tenant-profiles)\.json/],
]

/** The file of the build that a file of a park travels in: many have one to themselves. */
export function bundleOf(park, file) {
  // A list of parks needs the fact sheets of all.
  if (file === 'park.json') return 'parks'
  const [kind] = PARK_FILES.find(([, files]) => files.test(file)) ?? []
  return `${park}-${kind ?? file.replace(/^registers\//, '').replace(/\.(geo)?json$/, '')}`
}

const isAlarmCatalogue = /\/fixtures\/reference\/alarms\//

/** Groups of the simulated world's worker. */
export function worldGroups() {
  return [
    { name: 'alarm-catalogue', test: isAlarmCatalogue, includeDependenciesRecursively: false, priority: 2 },
    // One file to start from, and one for what its later parts share.
    { name: 'start', tags: ['$initial'], includeDependenciesRecursively: false, priority: 1 },
    { name: 'records', test: /\/(src|mocks)\//, minShareCount: 2, includeDependenciesRecursively: false },
  ]
}

/** Parts of the page that a first picture runs at once, or most of them. */
const RUN_AT_ONCE = new Set(['index', 'shell', 'overview-screen', 'parts', 'plan', 'open-world', 'browser'])

/** Marks the chunks of such parts. A sourcemap gets an empty line. */
export function writeCompileHints(bundle) {
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || !RUN_AT_ONCE.has(chunk.name)) continue
    chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
    if (chunk.map) chunk.map.mappings = `;${chunk.map.mappings}`
  }
}

/**
 * Vite plugin: has the engine compile such a part whole, beside the page, while it comes. Else it reads each function
 * twice, and compiles it when it is first called, on the thread that draws (decision 18). Where an engine does not know
 * the line, it is a comment. It has to be the first of the file, so that it is written behind all other plugins.
 */
export function compiledAtOnce() {
  return {
    name: 'parkscope-compiled-at-once',
    apply: 'build',
    generateBundle: { order: 'post', handler: (_options, bundle) => writeCompileHints(bundle) },
  }
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
