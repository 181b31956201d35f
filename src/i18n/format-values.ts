import type { Locale } from '../contract/primitives.ts'
import { zoneOffsetMs } from '../domain/time/park-zone.ts'
import { rememberedByNumber } from '../lib/remembered.ts'
import { LOCALE_TAG } from './locales.ts'
import { withUnit } from './unit-words.ts'

const DAY_MS = 86_400_000
const NBSP = '\u00a0'
/** As wide as a figure: the hyphen of Intl is too short to be seen in a column. */
const MINUS = '\u2212'

/** Units of a duration, from the smallest. */
const AGE_UNITS = ['s', 'min', 'h', 'd'] as const

export interface Format {
  readonly locale: Locale
  readonly zone: string
  /** Fixed decimals, grouping of the locale; "–" for what is not a number. */
  number: (value: number, decimals?: number) => string
  /** Difference with its sign, of the two numbers as they are printed: a reader can check it. */
  difference: (value: number, from: number, decimals?: number) => string
  percent: (share: number) => string
  /** Number, NBSP and unit symbol of a UCUM code. */
  quantity: (value: number, unit: string, decimals?: number) => string
  /** HH:mm:ss in the park's zone. */
  time: (ms: number) => string
  /** HH:mm in the park's zone. */
  timeShort: (ms: number) => string
  /** Day and short month name, with the year. */
  date: (ms: number) => string
  dateShort: (ms: number) => string
  /** Weekday, day, month. */
  dateDay: (ms: number) => string
  /** Weekday, day, month, year. */
  dateLong: (ms: number) => string
  dateTime: (ms: number) => string
  monthName: (ms: number) => string
  /** Age in one unit: "14 phút". */
  age: (ms: number) => string
  /** Time that runs in its two largest units: "2 min 26 s". */
  elapsed: (ms: number) => string
  /** Duration as hh:mm:ss, for outages that run. */
  duration: (ms: number) => string
  /** Offset of the park's zone at that time: "UTC+7". */
  zoneLabel: (ms: number) => string
  /** ISO 8601 with the park's offset, for exports. */
  isoLocal: (ms: number) => string
  /** "X and Y" of the language. */
  list: (items: readonly string[]) => string
  compare: (a: string, b: string) => number
}

function partsOf(format: Intl.DateTimeFormat, ms: number): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const part of format.formatToParts(ms)) parts[part.type] = part.value
  return parts
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}

function japanese(month: string): string {
  return month.endsWith('月') ? month : `${month}月`
}

function duration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  return `${pad(Math.floor(total / 3600))}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`
}

/** Intl objects take milliseconds each to make: the first picture makes those that it shows. */
function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/**
 * Formatters of one language in one zone. Units come from our own table: Intl's unit and compact styles reject or
 * rewrite engineering units.
 */
export function createFormat(locale: Locale, zone: string): Format {
  const tag = LOCALE_TAG[locale]
  const numbers = new Map<number, Intl.NumberFormat>()
  const numberOf = (decimals: number): Intl.NumberFormat => {
    const known = numbers.get(decimals)
    if (known) return known
    const made = new Intl.NumberFormat(tag, {
      useGrouping: 'always',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    numbers.set(decimals, made)
    return made
  }
  // Told of the day's number, which is a day of the park already.
  const calendar = onFirstUse(
    () =>
      new Intl.DateTimeFormat(tag, {
        timeZone: 'UTC',
        weekday: locale === 'ja' ? 'short' : 'long',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      }),
  )
  const longMonth = onFirstUse(() => new Intl.DateTimeFormat(tag, { timeZone: zone, month: 'long' }))
  const lists = onFirstUse(() => new Intl.ListFormat(tag, { type: 'conjunction' }))
  const collator = onFirstUse(() => new Intl.Collator(tag, { numeric: true }))

  const number = (value: number, decimals = 0): string =>
    Number.isFinite(value)
      ? numberOf(decimals)
          .format(Object.is(value, -0) ? 0 : value)
          .replace(/^-(?=[0.,]*$)/, '')
          .replace(/^-/, MINUS)
      : '–'
  // As Intl rounds it: no other rounding agrees with the printed number in every case.
  const printed = (value: number, decimals: number): number =>
    Number(
      numberOf(decimals)
        .formatToParts(value)
        .map(({ type, value: part }) =>
          type === 'decimal' ? '.' : type === 'minusSign' ? '-' : type === 'group' ? '' : part,
        )
        .join(''),
    )
  const difference = (value: number, from: number, decimals = 0): string => {
    const text = number(printed(value, decimals) - printed(from, decimals), decimals)
    return /[1-9]/.test(text) && !text.startsWith(MINUS) ? `+${text}` : text
  }
  const localMs = (ms: number): number => ms + zoneOffsetMs(ms, zone)
  const time = (ms: number): string => duration(((localMs(ms) % DAY_MS) + DAY_MS) % DAY_MS)
  // By the day in the park: a list of a thousand times is of few days.
  const partsOfDay = rememberedByNumber((day: number) => {
    const parts = partsOf(calendar(), day * DAY_MS)
    return {
      weekday: parts['weekday'] ?? '',
      day: parts['day'] ?? '',
      month: parts['month'] ?? '',
      year: parts['year'] ?? '',
    }
  })
  const dayOf = (ms: number) => partsOfDay(Math.floor(localMs(ms) / DAY_MS))
  const dateShort = (ms: number): string => {
    const { day, month } = dayOf(ms)
    return locale === 'ja' ? `${japanese(month)}${day}日` : `${day} ${month}`
  }
  const date = (ms: number): string => {
    const { year } = dayOf(ms)
    return locale === 'ja' ? `${year}年${dateShort(ms)}` : `${dateShort(ms)} ${year}`
  }
  const age = (ms: number): string => {
    const seconds = Math.max(0, Math.round(ms / 1000))
    const [count, unit] =
      seconds < 60
        ? [seconds, 's']
        : seconds < 5400
          ? [Math.floor(seconds / 60), 'min']
          : seconds < 172_800
            ? [Math.floor(seconds / 3600), 'h']
            : [Math.floor(seconds / 86_400), 'd']
    return withUnit(number(count), unit, locale)
  }
  const elapsed = (ms: number): string => {
    const seconds = Math.max(0, Math.floor(ms / 1000))
    const parts = [
      seconds % 60,
      Math.floor(seconds / 60) % 60,
      Math.floor(seconds / 3600) % 24,
      Math.floor(seconds / 86_400),
    ]
    const first = Math.max(
      0,
      parts.findLastIndex((part) => part > 0),
    )
    const said = first === 0 ? [0] : [first, first - 1]
    return said
      .map((at) => withUnit(number(parts[at] ?? 0), AGE_UNITS[at] ?? '', locale))
      .join(locale === 'ja' ? '' : NBSP)
  }
  const zoneLabel = (ms: number): string => {
    const minutes = Math.trunc(zoneOffsetMs(ms, zone) / 60_000)
    const rest = Math.abs(minutes) % 60
    const hours = Math.trunc(Math.abs(minutes) / 60)
    return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
  }
  const isoLocal = (ms: number): string => {
    const minutes = Math.trunc(zoneOffsetMs(ms, zone) / 60_000)
    const local = new Date(localMs(ms)).toISOString().slice(0, 19)
    const sign = minutes < 0 ? '-' : '+'
    return `${local}${sign}${pad(Math.trunc(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
  }

  return {
    locale,
    zone,
    number,
    difference,
    percent: (share) => `${number(share * 100)}${NBSP}%`,
    quantity: (value, unit, decimals = 0) => withUnit(number(value, decimals), unit, locale),
    time,
    timeShort: (ms) => time(ms).slice(0, 5),
    date,
    dateShort,
    dateDay: (ms) => {
      const { weekday } = dayOf(ms)
      return locale === 'ja'
        ? `${dateShort(ms)}(${weekday})`
        : locale === 'vi'
          ? `${weekday}, ${dateShort(ms)}`
          : `${weekday} ${dateShort(ms)}`
    },
    dateLong: (ms) => {
      const { weekday } = dayOf(ms)
      return locale === 'ja'
        ? `${date(ms)}(${weekday})`
        : locale === 'vi'
          ? `${weekday}, ${date(ms)}`
          : `${weekday} ${date(ms)}`
    },
    dateTime: (ms) => `${date(ms)} ${time(ms)}`,
    monthName: (ms) => {
      const { month } = dayOf(ms)
      return locale === 'ja' ? japanese(month) : locale === 'vi' ? month.replace(/\D+/, '') : longMonth().format(ms)
    },
    age,
    elapsed,
    duration,
    zoneLabel,
    isoLocal,
    list: (items) => lists().format(items),
    compare: (a, b) => collator().compare(a, b),
  }
}
