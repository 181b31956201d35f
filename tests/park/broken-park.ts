import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runChecks } from '../../mocks/park/check/run-checks.ts'
import { openParkFolder } from '../../mocks/park/load-node.ts'

export const SHIPPED = 'fixtures/parks/bau-bang'

/** Edits one JSON file of a park folder in place. */
export function editFile<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  edit: (data: z.output<S>) => void,
): void {
  const path = join(folder, name)
  const data = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  edit(data)
  writeFileSync(path, JSON.stringify(data))
}

/** Copies the shipped park, lets `breakIt` break the copy, and hands over the folder; removed afterwards. */
export async function withCopy<T>(
  breakIt: (folder: string) => void,
  visit: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'park-'))
  try {
    cpSync(SHIPPED, folder, { recursive: true })
    breakIt(folder)
    return await visit(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines that the check prints about a broken copy. */
export async function problemsOf(breakIt: (folder: string) => void): Promise<string[]> {
  return withCopy(breakIt, async (folder) => {
    const { findings } = await runChecks(openParkFolder(folder))
    return findings.map(({ place, problem }) => `${place}: ${problem}`)
  })
}

const positions = z.array(z.array(z.tuple([z.number(), z.number()])))
export const polygonsFile = z.looseObject({
  features: z.array(
    z.looseObject({
      id: z.string(),
      geometry: z.looseObject({ coordinates: positions }),
      properties: z.looseObject({}),
    }),
  ),
})
export const pointsFile = z.object({ points: z.array(z.union([z.string(), z.looseObject({ id: z.string() })])) })
export const assetsFile = z.object({ assets: z.array(z.looseObject({ id: z.string() })) })
export const parkFile = z.looseObject({
  facts: z.array(z.looseObject({ key: z.string() })),
  targets: z.array(z.looseObject({ key: z.string() })),
})
export const boxFile = z.looseObject({ bbox: z.array(z.number()) })
export const namesFile = z.object({ tenants: z.array(z.looseObject({ name: z.string(), alias: z.string() })) })
export const ratingsFile = z.looseObject({
  energy: z.looseObject({ transformers: z.array(z.looseObject({ assetId: z.string(), ratedMva: z.number() })) }),
})
export const rowsFile = z.looseObject({
  names: z.array(z.string()),
  networks: z.array(
    z.looseObject({
      network: z.string(),
      ids: z.array(z.string()),
      nodes: z.array(z.array(z.int())),
      edges: z.array(z.array(z.int())),
    }),
  ),
})
export const buildingsFile = z.looseObject({
  groups: z.array(z.looseObject({ on: z.string(), rows: z.array(z.array(z.int())) })),
})

/** Item of a list by a test; a test that does not find its victim must fail. */
export function find<T>(list: readonly T[], test: (item: T) => boolean): T {
  const item = list.find(test)
  if (item === undefined) throw new Error('the park has no such item to break')
  return item
}

const tenantsFile = z.object({
  tenants: z.array(z.looseObject({ id: z.string(), plotIds: z.array(z.string()), headcount: z.number().nullable() })),
})
const victim = find(
  tenantsFile.parse(JSON.parse(readFileSync(join(SHIPPED, 'tenants.json'), 'utf8'))).tenants,
  (tenant) => tenant.plotIds.length === 1 && tenant.headcount !== null && tenant.headcount > 100,
)

/** An operating tenant with one plot, as short key: `a06` of `plot-a06`, `em-a06` and `t-a06`. */
export const KEY = victim.id.replace('t-', '')
