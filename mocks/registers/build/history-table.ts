import type { Criterion, CriteriaSet } from '../../../src/contract/reference-criteria.ts'
import type { historyFileSchema } from '../history-file.ts'
import type { z } from 'zod'
import { SIMULATED } from './table.ts'
import type { DraftContext } from './draft-context.ts'

export const QUARTERS = 8
type Series = z.infer<typeof historyFileSchema>['series'][number]

/** A plausible course towards the benchmark; what cannot be compared has no result. */
function courseOf(criterion: Criterion, random: () => number): Series {
  const { benchmark, comparison, unit } = criterion
  const start = 0.5 + 0.45 * random()
  const end = start + (0.2 + 0.45 * random())
  const value: (number | null)[] = []
  const meets: (boolean | null)[] = []
  const coverage: number[] = []
  for (let k = 0; k < QUARTERS; k++) {
    const share = start + ((end - start) * k) / (QUARTERS - 1) + 0.02 * (random() - 0.5)
    const covered = Math.min(1, Math.round((0.6 + 0.06 * k + 0.1 * random()) * 100) / 100)
    coverage.push(covered)
    if (typeof benchmark !== 'number' || covered < 0.8) {
      value.push(null)
      meets.push(null)
      continue
    }
    const falling = comparison === '<' || comparison === '<='
    const raw = falling ? benchmark * (1.5 - 0.6 * share) : benchmark * share
    const bounded = unit === '%' ? Math.min(100, raw) : raw
    const result = unit === '1' || unit === '/a' ? Math.round(bounded) : Math.round(bounded * 10) / 10
    value.push(result)
    meets.push(passes(comparison, result, benchmark))
  }
  return { criterionId: criterion.id, value, meets, coverage }
}

function passes(comparison: Criterion['comparison'], value: number, benchmark: number): boolean | null {
  if (comparison === '>=') return value >= benchmark
  if (comparison === '>') return value > benchmark
  if (comparison === '<=') return value <= benchmark
  if (comparison === '<') return value < benchmark
  return comparison === '=' ? value === benchmark : null
}

/** RECP share of the last eight quarters, rising to just under where the park stands today. */
function recpCourse(criterionId: string, context: DraftContext): Series {
  const { story, operating } = context
  const firms = operating.length
  const value = Array.from({ length: QUARTERS }, (_, k) => {
    const then = Math.max(1, Math.round(story.recpFirms * (0.42 + (0.52 * k) / (QUARTERS - 1))))
    return Math.round((then / firms) * 1000) / 10
  })
  const meets = value.map((share) => share >= 20)
  return { criterionId, value, meets, coverage: value.map(() => 1) }
}

/** Results of the last quarters: invented, like everything here, and marked so. */
export function storedHistory(context: DraftContext, sets: readonly CriteriaSet[]): z.infer<typeof historyFileSchema> {
  const random = context.random('history')
  const series = sets
    .filter(({ active }) => active)
    .flatMap(({ criteria }) => criteria)
    .filter(({ kind, indicator }) => kind === 'performance' && indicator !== null)
    .map((one) => (one.indicator === 'firms-with-recp' ? recpCourse(one.id, context) : courseOf(one, random)))
  return { quarters: QUARTERS, source: SIMULATED, series }
}
