import type { Locale } from '../contract/primitives.ts'
import { unitSymbol } from '../domain/units/units.ts'

/** Periods that have no symbol of their own: a year under the stroke, a month. */
const WORDS: Readonly<Record<Locale, { year: string; months: string }>> = {
  en: { year: '/yr', months: 'months' },
  vi: { year: '/năm', months: 'tháng' },
  ja: { year: '/年', months: 'か月' },
}

/** Symbol of a UCUM unit as people of a language write it. */
export function unitWords(unit: string, locale: Locale): string {
  if (unit === 'mo') return WORDS[locale].months
  return unitSymbol(unit).replace(/\/yr$/, WORDS[locale].year)
}
