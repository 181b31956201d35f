import type { Plugin } from 'vite'

export function packedParks(): {
  places: Record<string, Record<string, string>>
  sources: Map<string, string>
}
export function parkFiles(options?: { emits?: boolean }): Plugin
