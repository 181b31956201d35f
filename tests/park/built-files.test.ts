import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectionIdSchema } from '../../src/contract/collections.ts'
import { PARK_IDS } from '../../mocks/park/load-node.ts'
import { openFiles } from '../../mocks/park/open-files.ts'

/** Reads a park's folder of the fixtures; undefined where it has no such file. */
const reader = (parkId: string) => async (name: string) => {
  const text = await readFile(join('fixtures/parks', parkId, name), 'utf8').catch(() => null)
  const data: unknown = text === null ? undefined : JSON.parse(text)
  return data
}

describe.each(PARK_IDS)('the files of %s that ship with a build', (parkId) => {
  const parsed = openFiles(reader(parkId))
  const built = openFiles(reader(parkId), true)

  it('are the same park without their schemas', async () => {
    expect(await built.core()).toEqual(await parsed.core())
  })

  it.each(['park', 'permits', 'tours'] as const)('have the same %s', async (part) => {
    expect(await built[part]()).toEqual(await parsed[part]())
  })

  it.each(collectionIdSchema.options)('hold the same %s', async (id) => {
    expect(await built.collection(id)).toEqual(await parsed.collection(id))
  })
})

it('says which file is missing, built or not', async () => {
  const files = openFiles(() => Promise.resolve(undefined), true)
  await expect(files.core()).rejects.toThrow(/missing/)
})
