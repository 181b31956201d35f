import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFiles } from './open-files.ts'
import type { ParkFiles } from './park-model.ts'

const PARKS_FOLDER = fileURLToPath(new URL('../../fixtures/parks', import.meta.url))

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Opens any park folder on disk. Broken JSON throws an Error that names the file. */
export function openParkFolder(folder: string): ParkFiles {
  return openFiles(async (name) => {
    try {
      const data: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'))
      return data
    } catch (error) {
      if (isMissing(error)) return undefined
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  })
}

/** Ids of the parks in a folder of parks: every folder in it with a fact sheet, by name; none where there is no folder. */
export function parkIdsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'park.json')))
    .toSorted()
}

/** Ids of the parks that ship with the project. */
export const PARK_IDS: readonly string[] = parkIdsIn(PARKS_FOLDER)

/** Opens a park that ships with the project, by its id. */
export function openPark(parkId: string): ParkFiles {
  return openParkFolder(join(PARKS_FOLDER, parkId))
}
