import type { BuildOptions, Plugin } from 'vite'

type Output = Extract<NonNullable<BuildOptions['rolldownOptions']>['output'], { codeSplitting?: unknown }>
type Groups = NonNullable<Extract<NonNullable<Output['codeSplitting']>, { groups?: unknown }>['groups']>

export function pageGroups(): Groups
export function bundleOf(park: string, file: string): string
export function worldGroups(): Groups
/** What the plugin reads and writes of a chunk. */
export interface WrittenChunk {
  type: string
  name: string
  code: string
  map: { mappings: string } | null
}
export function writeCompileHints(bundle: Record<string, WrittenChunk>): void
export function compiledAtOnce(): Plugin
export function shellAhead(): Plugin
