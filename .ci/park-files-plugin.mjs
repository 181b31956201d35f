import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundleOf } from './chunks.mjs'

/*
 * Files of the parks as they travel: what is always asked for together is one JSON file. As data and not as code they
 * need no helper of the bundler and no compiler, and the page can ask for them before the world's worker runs.
 */

const PARKS = 'fixtures/parks'
const MODULE = 'virtual:park-files'
const isServed = (file) => /\.(geo)?json$/.test(file) && !file.endsWith('.params.json')

/** Names of the files of a park folder, `registers/x.json` for those of its registers. */
function filesOf(park) {
  const folder = join(PARKS, park)
  const registers = existsSync(join(folder, 'registers')) ? readdirSync(join(folder, 'registers')) : []
  return [...readdirSync(folder), ...registers.map((file) => `registers/${file}`)].filter(isServed).toSorted()
}

const parkIds = () => readdirSync(PARKS).filter((park) => existsSync(join(PARKS, park, 'park.json')))

/** What travels, by its path in the build, and where each file of each park is found: `{park: {file: path}}`. */
export function packedParks() {
  const bundles = new Map()
  for (const park of parkIds()) {
    for (const file of filesOf(park)) {
      const name = bundleOf(park, file)
      const held = bundles.get(name) ?? {}
      const data = JSON.parse(readFileSync(join(PARKS, park, file), 'utf8'))
      bundles.set(name, { ...held, [`${park}/${file}`]: data })
    }
  }
  const places = {}
  const sources = new Map()
  for (const [name, held] of bundles) {
    const source = JSON.stringify(held)
    const path = `park/${name}-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.json`
    sources.set(path, source)
    for (const key of Object.keys(held)) {
      const [park, ...file] = key.split('/')
      places[park] = { ...places[park], [file.join('/')]: path }
    }
  }
  return { places, sources }
}

/**
 * Vite plugin: `virtual:park-files` says where a build keeps each file of each park, relative to the script that asks.
 * It writes them where `emits` is set. Pages in development and tests read the folders themselves.
 */
export function parkFiles({ emits = false } = {}) {
  let isBuild = false
  return {
    name: 'parkscope-park-files',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined
      if (!isBuild) return 'export const PLACES = {}; export const CORES = {}; export const HERE = import.meta.url'
      const { places, sources } = packedParks()
      if (emits)
        for (const [path, source] of sources) this.emitFile({ type: 'asset', fileName: `assets/${path}`, source })
      const cores = Object.fromEntries(Object.entries(places).map(([park, files]) => [park, files['points.json']]))
      return [
        `export const PLACES = ${JSON.stringify(places)}`,
        `export const CORES = ${JSON.stringify(cores)}`,
        // Not written as one expression, which the build would take for a file to look up.
        'export const HERE = import.meta.url',
      ].join('\n')
    },
  }
}
