import type { Locale } from '../contract/primitives.ts'
import { unitSymbol } from '../domain/units/units.ts'

interface PeriodWords {
  /** A time by itself: "14 phút". */
  readonly alone: Readonly<Record<string, string>>
  /** A day, a month, a year under the stroke: "m³/ngày". Hours and seconds there stay m³/h and m/s everywhere. */
  readonly under: Readonly<Record<string, string>>
}

const WORDS: Readonly<Record<Locale, PeriodWords>> = {
  en: { alone: { mo: 'months' }, under: {} },
  vi: {
    alone: { s: 'giây', min: 'phút', h: 'giờ', d: 'ngày', mo: 'tháng' },
    under: { d: 'ngày', mo: 'tháng', yr: 'năm' },
  },
  ja: {
    alone: { s: '秒', min: '分', h: '時間', d: '日', mo: 'か月' },
    under: { d: '日', mo: '月', yr: '年' },
  },
}

const NBSP = '\u00a0'

/** Symbol of a UCUM unit as people of a language write it: symbols are the same everywhere, times are words. */
export function unitWords(unit: string, locale: Locale): string {
  const { alone, under } = WORDS[locale]
  return (
    alone[unit] ??
    unitSymbol(unit).replace(
      /([/·])(d|mo|yr)$/,
      (whole, sign: string, period: string) => sign + (under[period] ?? whole.slice(1)),
    )
  )
}

/** A printed number with its unit, which never breaks from it. Japanese counts times without a gap: "14分". */
export function withUnit(amount: string, unit: string, locale: Locale): string {
  const words = unitWords(unit, locale)
  if (words === '') return amount
  return `${amount}${locale === 'ja' && WORDS.ja.alone[unit] !== undefined ? '' : NBSP}${words}`
}
