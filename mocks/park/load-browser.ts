import { HERE, PLACES } from 'virtual:park-files'
import { openFiles } from './open-files.ts'
import type { ParkFiles } from './park-model.ts'

/** Files of the parks outside builds, each a module of its own. As text it parses faster than as a module of objects. */
const modules = import.meta.env.PROD
  ? {}
  : import.meta.glob<string>(
      [
        '../../fixtures/parks/*/*.{json,geojson}',
        '../../fixtures/parks/*/registers/*.json',
        '!../../fixtures/parks/*/*.params.json',
      ],
      { query: '?raw', import: 'default' },
    )

/** Ids of the parks that ship with the build: every folder of fixtures/parks with a fact sheet, by name. */
export const PARK_IDS: readonly string[] = (
  import.meta.env.PROD
    ? Object.keys(PLACES)
    : Object.keys(modules).flatMap((path) => /\/([^/]+)\/park\.json$/.exec(path)?.[1] ?? [])
).toSorted()

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** What came in one file, by `<park>/<file>`. */
type Pack = Readonly<Record<string, unknown>>

const packs = new Map<string, Promise<Pack>>()

async function fetchPack(path: string): Promise<Pack> {
  const answer = await fetch(new URL(path, HERE))
  if (!answer.ok) throw new Error(`${path} came with status ${answer.status}`)
  const pack: Pack = await answer.json()
  return pack
}

/** A file of several, asked for once; one that did not come is asked for again by whoever needs it next. */
function packAt(path: string): Promise<Pack> {
  const known = packs.get(path)
  if (known !== undefined) return known
  const coming = fetchPack(path)
  packs.set(path, coming)
  coming.catch(() => packs.delete(path))
  return coming
}

async function readBuilt(parkId: string, name: string): Promise<unknown> {
  const path = PLACES[parkId]?.[name]
  return path === undefined ? undefined : (await packAt(path))[`${parkId}/${name}`]
}

async function readModule(parkId: string, name: string): Promise<unknown> {
  const load = modules[`../../fixtures/parks/${parkId}/${name}`]
  if (load === undefined) return undefined
  const data: unknown = JSON.parse(await load())
  return data
}

/**
 * Opens a park that ships with the build, by its id; files load when they are first asked for. A page in development
 * reads them with their schemas: somebody may be at work on them.
 */
export function openPark(parkId: string): ParkFiles {
  return openFiles(
    async (name) => {
      const data = await (import.meta.env.PROD ? readBuilt(parkId, name) : readModule(parkId, name))
      // Whoever asks for something small meanwhile is answered between two files.
      await breath()
      return data
    },
    import.meta.env.PROD,
  )
}
