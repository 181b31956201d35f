import type { BuildOptions, Plugin } from 'vite'

type Output = Extract<NonNullable<BuildOptions['rolldownOptions']>['output'], { codeSplitting?: unknown }>
type Groups = NonNullable<Extract<NonNullable<Output['codeSplitting']>, { groups?: unknown }>['groups']>

export function pageGroups(): Groups
export function fixtureChunk(id: string): string | null
export function worldGroups(): Groups
export function shellAhead(): Plugin
