import type { Criterion } from '../../contract/reference-criteria.ts'
import type { Gap, IndicatorResult } from '../../domain/scorecard/scorecard-types.ts'
import type { Format } from '../../i18n/format-values.ts'
import type { Text } from '../../i18n/use-text.ts'

/** Things that are counted and have a word instead of a unit symbol. */
const COUNTED = ['firms', 'persons', 'grievances', 'incidents', 'streams'] as const

/** Decimals of a figure by its unit: shares to a tenth, small ratios finer, counts whole. */
export function decimalsOf(unit: string, value: number | null): number {
  if (unit === '%') return 1
  if (value !== null && Number.isInteger(value)) return 0
  return value !== null && Math.abs(value) < 10 ? 3 : 1
}

/** The framework without a certificate stands at the left, the sets of law and the smart park at its side. */
export const FRAMEWORK = 'EIP-1.0'

/** Code of a criterion as people say it: EN-3, 37.2c. */
export function codeOf({ id, source }: Criterion): string {
  return source.article ?? id.replace(/^[A-Z]+-(?=[A-Z])/, '')
}

/** Id of a set as a part of a key: a dot would part it. */
export function idOf({ id }: { id: string }): string {
  return id.replaceAll('.', '-')
}

/** An amount with its unit, or with the word of what is counted. */
export function amountText(value: number, unit: string, t: Text<'scorecard'>, format: Format): string {
  const counted = COUNTED.find((one) => one === unit)
  if (counted !== undefined) return t(`count.${counted}`, { count: value, amount: format.number(value) })
  return format.quantity(value, unit === '1' || unit === '/a' || unit === 'bool' ? '1' : unit, decimalsOf(unit, value))
}

export function gapText({ missing, unit }: Gap, t: Text<'scorecard'>, format: Format): string {
  return amountText(missing, unit, t, format)
}

const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', target: '≤' } as const

/** What is asked: "≥ 20", "required", "own target". A figure that nobody verified prints a dash. */
export function benchmarkText(
  { criterion, benchmark }: Pick<IndicatorResult, 'criterion' | 'benchmark'>,
  t: Text<'scorecard'>,
  format: Format,
): string {
  if (typeof benchmark === 'boolean') return t('benchmark.required')
  if (benchmark === null) return criterion.comparison === 'target' ? t('benchmark.target') : '–'
  const print = (value: number): string =>
    format.number(value, Number.isInteger(value) ? 0 : decimalsOf(criterion.unit, value))
  if (typeof benchmark !== 'number') return `${print(benchmark[0])}–${print(benchmark[1])}`
  const { comparison } = criterion
  return comparison === 'bool' || comparison === 'range' ? print(benchmark) : `${SIGNS[comparison]} ${print(benchmark)}`
}

const COMPARISON_WORDS = {
  '>=': 'at-least',
  '<=': 'at-most',
  '>': 'more',
  '<': 'less',
  '=': 'exactly',
  bool: 'bool',
  range: 'range',
  target: 'target',
} as const

/** How value and benchmark are compared, in words. */
export function comparisonText({ comparison }: Criterion, t: Text<'scorecard'>): string {
  return t(`compare.${COMPARISON_WORDS[comparison]}`)
}

/** Noon of a calendar day, so that every zone prints that day. */
export function dayMs(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T05:00:00Z`)
}
