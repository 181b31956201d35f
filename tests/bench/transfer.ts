import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hit } from './site.ts'

export const PARTS = ['script', 'worker', 'css', 'document', 'image', 'fonts', 'mock', 'park', 'api'] as const
export type Part = (typeof PARTS)[number]
/** What the product's own budget counts: fonts, mock, park data and answers of the API stand apart. */
export const PRODUCT_PARTS: readonly Part[] = ['script', 'worker', 'css', 'document', 'image']

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
)

type Manifest = z.infer<typeof manifestSchema>

/** Files reached from some keys without passing through a key that `stop` names. */
function reach(manifest: Manifest, from: readonly string[], stop: (key: string) => boolean): Set<string> {
  const seen = new Set<string>()
  const waiting = [...from]
  const files = new Set<string>()
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const entry = manifest[key]
    if (!entry || seen.has(key)) continue
    seen.add(key)
    files.add(entry.file)
    waiting.push(...[...(entry.imports ?? []), ...(entry.dynamicImports ?? [])].filter((next) => !stop(next)))
  }
  return files
}

/** Files of the simulated world's own bundle and its parts, which the manifest does not know: see `worker` in vite.config.ts. */
const WORLD = /^assets\/(world\.worker|worker\/)/
const PARK_DATA = /^assets\/park\//
const isMock = (key: string) => key.startsWith('mocks/')

/**
 * Sorts the files of a build by what they are, from Vite's manifest: a chunk is the mock's when only
 * the mock leads to it. Park data and the world's worker tell by their names. Builds without a manifest sort by file
 * name alone.
 */
export function createSorter(root: string): (path: string) => Part {
  const file = join(root, '.vite/manifest.json')
  const manifest = existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const keys = Object.keys(manifest)
  const product = reach(manifest, ['index.html'], isMock)
  const known = new Set(keys.map((key) => manifest[key]?.file))
  return (path) => {
    if (path.startsWith('api/')) return 'api'
    if (/\.woff2?$/.test(path)) return 'fonts'
    if (PARK_DATA.test(path)) return 'park'
    if (WORLD.test(path)) return 'mock'
    if (/worker[^/]*\.m?js$/.test(path)) return 'worker'
    if (/\.m?js$/.test(path)) return known.has(path) && !product.has(path) ? 'mock' : 'script'
    if (path.endsWith('.css')) return 'css'
    return /\.(svg|png|webp|ico)$/.test(path) ? 'image' : 'document'
  }
}

export type Transfer = Record<Part, number>

/** Bytes of each part that had left the server by an instant (epoch milliseconds). */
export function transferBefore(hits: readonly Hit[], sort: (path: string) => Part, atMs: number): Transfer {
  const sums: Transfer = { script: 0, worker: 0, css: 0, document: 0, image: 0, fonts: 0, mock: 0, park: 0, api: 0 }
  for (const hit of hits) if (hit.atMs <= atMs) sums[sort(hit.path)] += hit.bytes
  return sums
}

/** Sum of some parts. */
export function sumOf(transfer: Transfer, parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + transfer[part], 0)
}
