import { readdirSync } from 'node:fs'
import { cruise, type ICruiseResult, type IDependency } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import { MAY_IMPORT, OWNED_LIBRARIES } from './layers.ts'

const FIXTURES = /^fixtures\//
let modules: ICruiseResult['modules'] = []

beforeAll(async () => {
  const { output } = await cruise(['src', 'mocks'], {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', 'fixtures'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'types'],
    },
  })
  if (typeof output === 'string') throw new Error('expected a result object')
  modules = output.modules.filter((module) => /^(src|mocks)\//.test(module.source))
}, 120_000)

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1]
const layerOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1]
/** Imports of a module with a known place in the tree. */
const local = (dependencies: readonly IDependency[]) =>
  dependencies.filter((one) => /^(src|mocks|fixtures|tests)\//.test(one.resolved))

describe('dependency rules', () => {
  it('reads the modules of the project', () => {
    expect(modules.length).toBeGreaterThan(50)
  })

  it('names every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((folder) => folder.name).filter((name) => !(name in MAY_IMPORT))).toEqual([])
  })

  it('lets imports of src point one way', () => {
    const wrong: string[] = []
    for (const module of modules) {
      const layer = layerOf(module.source)
      if (!layer) continue
      for (const { resolved } of local(module.dependencies)) {
        const target = layerOf(resolved)
        const bootLoadsMocks = module.source.startsWith('src/app/boot') && resolved.startsWith('mocks/')
        const mapData = layer === 'map' && resolved.startsWith('fixtures/national/')
        if (bootLoadsMocks || mapData || target === layer) continue
        if (!target || !MAY_IMPORT[layer]?.includes(target)) wrong.push(`${module.source} → ${resolved}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('keeps features apart', () => {
    const wrong = modules.flatMap((module) =>
      local(module.dependencies)
        .filter(
          ({ resolved }) =>
            featureOf(module.source) && featureOf(resolved) && featureOf(resolved) !== featureOf(module.source),
        )
        .map(({ resolved }) => `${module.source} → ${resolved}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets mocks import only contract, domain, lib and fixtures', () => {
    const wrong = modules
      .filter((module) => module.source.startsWith('mocks/'))
      .flatMap((module) =>
        local(module.dependencies)
          .filter(({ resolved }) => !/^(mocks|src\/(contract|domain|lib))\//.test(resolved) && !FIXTURES.test(resolved))
          .map(({ resolved }) => `${module.source} → ${resolved}`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps libraries in the folder that owns them', () => {
    const wrong = modules.flatMap((module) =>
      module.dependencies
        .filter((one) =>
          OWNED_LIBRARIES.some(
            ({ library, folders }) =>
              library.test(one.module) && !folders.some((folder) => module.source.startsWith(folder)),
          ),
        )
        .map((one) => `${module.source} → ${one.module}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no barrels and no cycles', () => {
    expect(modules.filter((module) => /\/index\.tsx?$/.test(module.source)).map((module) => module.source)).toEqual([])
    const cycles = modules.flatMap((module) =>
      module.dependencies
        .filter((one) => one.circular && !one.typeOnly)
        .map((one) => `${module.source} → ${one.resolved}`),
    )
    expect(cycles).toEqual([])
  })

  it.each([
    ['the page', 'src/app/boot.tsx'],
    ['the simulated world', 'mocks/worker/world.worker.ts'],
  ])('makes at the start of %s no schema that no first picture needs', (_, start) => {
    const importsOf = new Map(modules.map(({ source, dependencies }) => [source, local(dependencies)]))
    const reached = new Set([start])
    for (const source of reached) {
      for (const { resolved, dynamic, dependencyTypes } of importsOf.get(source) ?? [])
        if (!dynamic && !dependencyTypes.includes('type-only')) reached.add(resolved)
    }
    expect(reached).toContain('src/contract/park-endpoints.ts')
    const late = ['later-endpoints', 'registers', 'shift', 'reference', 'tours', 'daily'].map(
      (name) => `src/contract/${name}.ts`,
    )
    expect(late.filter((path) => reached.has(path))).toEqual([])
  })

  it('takes names of tenants out of everything that becomes a file', async () => {
    const { readFile } = await import('node:fs/promises')
    const wrong: string[] = []
    for (const { source } of modules) {
      const text = await readFile(source, 'utf8')
      if (/import \{[^}]*\bdownloadBlob\b/.test(text) && !text.includes('useExportVeil(')) wrong.push(source)
    }
    expect(wrong).toEqual([])
  })

  it('lets every part whose code comes late ask for it again', async () => {
    const { readFile } = await import('node:fs/promises')
    const wrong: string[] = []
    for (const { source } of modules.filter(({ source: path }) => /^src\/.*\.tsx?$/.test(path))) {
      const text = await readFile(source, 'utf8')
      // React's own `lazy` remembers a failed download for as long as the page lives.
      if (/import \{[^}]*\blazy\b[^}]*\} from 'react'/.test(text) && source !== 'src/ui/lazy-part.tsx')
        wrong.push(source)
    }
    expect(wrong).toEqual([])
  })

  it('keeps the clock and randomness out of pure code', async () => {
    const { readFile } = await import('node:fs/promises')
    const pure = modules.filter(
      (module) =>
        /^(src\/domain|mocks\/sim|mocks\/plan)\//.test(module.source) && !/\/build[^/]*\.ts$/.test(module.source),
    )
    const wrong: string[] = []
    for (const { source } of pure) {
      const text = await readFile(source, 'utf8')
      if (/Math\.random\(|Date\.now\(|new Date\(\)|randomUUID\(|performance\.now\(/.test(text)) wrong.push(source)
    }
    expect(wrong).toEqual([])
  })
})
