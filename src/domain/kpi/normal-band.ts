import type { KpiDefinition } from './kpi-definitions.data.ts'

const AT_MOST: ReadonlySet<KpiDefinition['targetWord']> = new Set([
  'contract',
  'capacity',
  'design',
  'permit',
  'atMost',
])
const AT_LEAST: ReadonlySet<KpiDefinition['targetWord']> = new Set(['atLeast', 'goal'])

/** Whether the 24 h trend shows the very quantity that the target is about. */
function isTrendOfTarget({ formula }: KpiDefinition): boolean {
  // The trend of a monthly power factor, of a day's average or of a loss over 24 h shows shorter stretches than these.
  return (
    formula.type === 'sum' || formula.type === 'min' || (formula.type === 'register-ratio' && formula.since === 'month')
  )
}

/**
 * Range in which a figure is as it should be, for its trend: up to a limit, or from a least value on. Null where nothing
 * defines one: without a target, against another day, and where the trend shows another quantity than the
 * target limits.
 */
export function normalBand(definition: KpiDefinition, target: number | null): readonly [number, number] | null {
  if (target === null || !isTrendOfTarget(definition)) return null
  if (AT_MOST.has(definition.targetWord)) return [Number.NEGATIVE_INFINITY, target]
  return AT_LEAST.has(definition.targetWord) ? [target, Number.POSITIVE_INFINITY] : null
}
