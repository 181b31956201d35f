import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Sizes that a build may not pass, in bytes after gzip. */
const LIMITS = {
  'script before the first value': 280_000,
  'product before the map is ready': 1_000_000,
  'park data of one park': 250_000,
}

const gzipBytes = (file) => gzipSync(readFileSync(file), { level: 9 }).length
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const isMock = (key) => /^(mocks|fixtures)\//.test(key)

/** Files of the static closure of some manifest keys. */
function closure(keys) {
  const seen = new Set()
  const files = new Set()
  const visit = (key) => {
    const entry = manifest[key]
    if (!entry || seen.has(key)) return
    seen.add(key)
    files.add(entry.file)
    for (const css of entry.css ?? []) files.add(css)
    for (const next of entry.imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return files
}

const keyOf = (pattern) => Object.keys(manifest).filter((key) => pattern.test(key))
const entry = keyOf(/^index\.html$/)
const overview = keyOf(/^src\/app\/screens\/overview-screen\.tsx$/)
// The plan that is ready first, and the map that takes its place.
const map = keyOf(/^src\/map\/(park-map\.tsx|map-session\.ts)$/)
const catalogues = keyOf(/^src\/i18n\/vi\.ts$/)
const sizeOf = (files, wanted) =>
  [...files].filter((file) => wanted.test(file)).reduce((sum, file) => sum + gzipBytes(join('dist', file)), 0)

const first = closure([...entry, ...overview, ...catalogues])
const ready = closure([...entry, ...overview, ...catalogues, ...map])
const worker = readdirSync('dist/assets').filter((file) => /maplibre-gl-worker/.test(file))
/** What a park sends to the browser: its files without the generator's input. */
function parkBytes(folder) {
  return readdirSync(folder)
    .filter((file) => /\.(geo)?json$/.test(file) && !file.endsWith('.params.json'))
    .reduce((sum, file) => sum + gzipBytes(join(folder, file)), 0)
}
const parks = readdirSync('fixtures/parks').map((id) => join('fixtures/parks', id))

const sizes = {
  'script before the first value': sizeOf(first, /\.m?js$/),
  'product before the map is ready':
    sizeOf(ready, /\.(m?js|css)$/) + worker.reduce((sum, file) => sum + gzipBytes(join('dist/assets', file)), 0),
  'park data of one park': Math.max(...parks.map(parkBytes)),
}

let failed = false
for (const [name, limit] of Object.entries(LIMITS)) {
  const over = sizes[name] > limit
  failed ||= over
  console.log(
    `${over ? 'OVER' : 'ok  '}  ${name.padEnd(34)} ${(sizes[name] / 1000).toFixed(1).padStart(7)} kB of ${limit / 1000} kB`,
  )
}
if (entry.length !== 1 || overview.length !== 1 || map.length !== 2) {
  console.error('The entry, the overview page, the plan and the map must each be one chunk of the manifest')
  failed = true
}
const waitsFor = entry.flatMap((key) => manifest[key].imports ?? [])
if (waitsFor.length > 0) {
  console.error('The lines before the shell wait for other code before they ask for anything:', waitsFor.join(', '))
  failed = true
} else console.log('ok    the lines before the shell wait for no other code')

const isHinted = (file) => readFileSync(join('dist', file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n')
const uncompiled = ['index', 'shell', 'overview-screen', 'parts', 'plan'].filter(
  (name) => ![...ready].some((file) => file.startsWith(`assets/${name}-`) && file.endsWith('.js') && isHinted(file)),
)
if (uncompiled.length > 0) {
  console.error('The engine is not told to compile these at once:', uncompiled.join(', '))
  failed = true
} else console.log('ok    the engine compiles what the first picture runs while it comes')

if (existsSync('dist-live/.vite/manifest.json')) {
  const live = JSON.parse(readFileSync('dist-live/.vite/manifest.json', 'utf8'))
  const leaked = Object.keys(live)
    .filter(isMock)
    .filter((key) => !key.startsWith('fixtures/national/'))
  const inCode = readdirSync('dist-live/assets')
    .filter((file) => file.endsWith('.js'))
    .filter((file) => /\bmsw\b|startMockNetwork|createWorld/.test(readFileSync(join('dist-live/assets', file), 'utf8')))
  // Workers are built apart from the manifest.
  const inWorkers = readdirSync('dist-live/assets').filter((file) => /^(park$|world\.worker)/.test(file))
  if (leaked.length > 0 || inCode.length > 0 || inWorkers.length > 0) {
    console.error('The live build carries parts of the mock:', [...leaked, ...inCode, ...inWorkers].join(', '))
    failed = true
  } else console.log('ok    the live build holds no mock')
}
process.exit(failed ? 1 : 0)
