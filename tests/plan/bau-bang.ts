import { readFileSync } from 'node:fs'
import { parsePlanParams, type PlanParams } from '../../mocks/plan/params.ts'

/** The generator's parameters of the demo park. */
export function bauBangParams(): PlanParams {
  const file = new URL('../../fixtures/parks/bau-bang/plan.params.json', import.meta.url)
  return parsePlanParams(JSON.parse(readFileSync(file, 'utf8')))
}
