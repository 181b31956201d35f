import { randomStream, shuffled } from '../random.ts'
import { NAME_PARTS, NAME_STEMS } from './tenant-names.data.ts'

export type Country = keyof typeof NAME_STEMS
export interface Stem {
  country: Country
  stem: string
}

const COUNTRIES: readonly Country[] = ['VN', 'JP', 'KR', 'TW']
/** Parks of different name sets never share a company's name. */
export const NAME_SETS = 5

/** Every stem that the parts of a country's names give for one name set, shuffled. */
function composedStems(country: Country, nameSet: number, seed: number): string[] {
  const parts = NAME_PARTS[country]
  const all = parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), [''])
  const own = all.filter((stem, i) => i % NAME_SETS === nameSet && !NAME_STEMS[country].includes(stem))
  return shuffled(own, randomStream(seed, `stems:${country}`))
}

/** Countries in the given shares (largest remainders), `size` of them. */
function countryDeck(shares: Partial<Record<Country, number>>, size: number): Country[] {
  const whole = COUNTRIES.reduce((sum, country) => sum + (shares[country] ?? 0), 0)
  const parts = COUNTRIES.map((country) => ({ country, exact: ((shares[country] ?? 0) / whole) * size }))
  const deck = parts.flatMap(({ country, exact }) => Array.from({ length: Math.floor(exact) }, () => country))
  const rest = parts.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
  for (const { country } of rest) if (deck.length < size) deck.push(country)
  return deck
}

/** The listed stems in a drawn order, then composed ones when a park has more tenants. */
export function listedStems(size: number, seed: number, random: () => number): Stem[] {
  const listed = shuffled(
    COUNTRIES.flatMap((country) => NAME_STEMS[country].map((stem) => ({ country, stem }))),
    random,
  )
  const spare = COUNTRIES.map((country) => composedStems(country, 0, seed))
  for (let i = 0; listed.length < size; i++) {
    const country = COUNTRIES[i % COUNTRIES.length] ?? 'VN'
    const stem = spare[i % COUNTRIES.length]?.[Math.floor(i / COUNTRIES.length)]
    if (stem === undefined) throw new Error(`tenants: names for ${size} companies run out`)
    listed.push({ country, stem })
  }
  return listed
}

/** Stems of one name set in the given shares of countries. Throws when they run out. */
export function sharedStems(
  shares: Partial<Record<Country, number>>,
  nameSet: number,
  size: number,
  seed: number,
): Stem[] {
  const stems = new Map(COUNTRIES.map((country) => [country, composedStems(country, nameSet, seed)]))
  const deck = shuffled(countryDeck(shares, size), randomStream(seed, 'countries'))
  return deck.map((country) => {
    const stem = stems.get(country)?.pop()
    if (stem === undefined) throw new Error(`tenants: names of ${country} companies run out`)
    return { country, stem }
  })
}
