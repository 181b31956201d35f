import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { utilityParamsSchema } from '../../mocks/plan/assets/utility-params.ts'
import { buildUtilities } from '../../mocks/plan/build-utilities.ts'
import { buildGround } from '../../mocks/plan/ground.ts'
import { parsePlanParams } from '../../mocks/plan/params.ts'
import { SHIPPED } from './broken-park.ts'

const readText = (name: string): string => readFileSync(join(SHIPPED, name), 'utf8')
const params = parsePlanParams(JSON.parse(readText('plan.params.json')))
const utilityParams = utilityParamsSchema.parse(JSON.parse(readText('utilities.params.json')))
type Files = ReturnType<typeof buildUtilities>['files']

describe('park:build', () => {
  let ground: ReturnType<typeof buildGround>
  let files: Files
  beforeAll(() => {
    ground = buildGround(params)
    files = buildUtilities(ground, utilityParams, params.origin).files
  })

  it('gives the same bytes for the same seed', () => {
    const again = buildUtilities(buildGround(params), utilityParams, params.origin).files
    expect(JSON.stringify(again)).toBe(JSON.stringify(files))
  })

  it.each(['tenants.json', 'assets.json', 'points.json', 'simulation.json', 'networks.json'] as const)(
    'is what %s of the shipped park was built from',
    (name) => {
      expect(`${JSON.stringify(files[name])}\n`).toBe(readText(name))
    },
  )

  it('draws other demand for another seed', () => {
    const other = buildUtilities(ground, { ...utilityParams, seed: utilityParams.seed + 1 }, params.origin).files
    expect(other['simulation.json'].consumers[0]?.powerKw).not.toBe(files['simulation.json'].consumers[0]?.powerKw)
  })

  it('names a site that the plan does not have', () => {
    const wrong = { ...utilityParams, water: { ...utilityParams.water, siteId: 'site-nowhere' } }
    expect(() => buildUtilities(ground, wrong, params.origin)).toThrow('the plan has no site "site-nowhere"')
  })
})
