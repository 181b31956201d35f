import { openFiles } from './open-files.ts'
import type { ParkFiles } from './park-model.ts'

/** Every park file is a chunk of its own. As text it parses faster than as a module of objects. */
const chunks = import.meta.glob<string>(
  [
    '../../fixtures/parks/*/*.{json,geojson}',
    '../../fixtures/parks/*/registers/*.json',
    '!../../fixtures/parks/*/*.params.json',
  ],
  { query: '?raw', import: 'default' },
)

/** Ids of the parks that ship with the build: every folder of fixtures/parks with a fact sheet, by name. */
export const PARK_IDS: readonly string[] = Object.keys(chunks)
  .flatMap((path) => /\/([^/]+)\/park\.json$/.exec(path)?.[1] ?? [])
  .toSorted()

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * Opens a park that ships with the build, by its id; files load when they are first asked for. A page in development
 * reads them with their schemas: somebody may be at work on them.
 */
export function openPark(parkId: string): ParkFiles {
  return openFiles(
    async (name) => {
      const load = chunks[`../../fixtures/parks/${parkId}/${name}`]
      if (load === undefined) return undefined
      const text = await load()
      // Whoever asks for something small meanwhile is answered between two files.
      await breath()
      const data: unknown = JSON.parse(text)
      return data
    },
    import.meta.env.PROD,
  )
}
