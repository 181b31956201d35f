import type { Fact, Locale } from '../contract/primitives.ts'

/** Value of a fact in a language. */
export function factValue(value: Fact['value'], locale: Locale): number | string | null {
  return typeof value === 'object' && value !== null ? value[locale] : value
}
