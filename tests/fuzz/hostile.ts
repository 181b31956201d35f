import * as fc from 'fast-check'

/** `npm run fuzz` is the long run, every other run takes a sample. */
export const IS_LONG = import.meta.env.MODE === 'fuzz'
/** Cases of each fuzz test. */
export const RUNS = IS_LONG ? 10_000 : 300

/** Values that broke parsers before: wrong types, edges of numbers, markup, marks that turn the text round. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -0,
    -1,
    1e308,
    2 ** 53,
    -1e-320,
    '',
    ' ',
    'NaN',
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    '=1+1',
    '‮abc',
    '\u0000',
    '\ud800',
    'x'.repeat(5000),
    '2026-02-30T25:61:00Z',
    '9999999-01-01T00:00:00Z',
    [],
    [[]],
    {},
    { __proto__: null },
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = [], found: Path[] = []): Path[] {
  // Long lists repeat themselves: their first members stand for the rest.
  found.push(path)
  if (Array.isArray(value)) value.slice(0, 3).forEach((item, k) => pathsOf(item, [...path, k], found))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) pathsOf(item, [...path, key], found)
  }
  return found
}

function changed(value: unknown, [step, ...rest]: Path, change: (held: unknown) => unknown): unknown {
  if (step === undefined) return change(value)
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, k) => (k === step ? wrapped(changed(item, rest, change)) : [item]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, unknown][] =>
      key === step ? wrapped(changed(item, rest, change)).map((next) => [key, next]) : [[key, item]],
    ),
  )
}

const GONE = Symbol('gone')
const wrapped = (value: unknown): unknown[] => (value === GONE ? [] : [value])

/** Copies of a good JSON value with one to three places deleted, replaced or repeated. */
export function mutated(good: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(good)
  const change = fc.oneof(
    fc.constant((): unknown => GONE),
    hostile.map((value) => (): unknown => value),
    fc.constant((held: unknown): unknown => (Array.isArray(held) ? [...held, ...held] : [held])),
    fc.constant((held: unknown): unknown => (typeof held === 'number' ? -held * 1e9 : JSON.stringify(held))),
    fc.string().map(
      (key) =>
        (held: unknown): unknown =>
          typeof held === 'object' && held !== null && !Array.isArray(held) ? { ...held, [key]: held } : held,
    ),
  )
  return fc
    .array(fc.tuple(fc.constantFrom(...places), change), { minLength: 1, maxLength: 3 })
    .map((edits) => edits.reduce<unknown>((value, [path, edit]) => changed(value, path, edit), good))
    .map((value) => (value === GONE ? undefined : value))
}

/** Plays a law against many cases; false or an error is a counterexample, which the failure prints with its seed. */
export function alwaysHolds<T>(cases: fc.Arbitrary<T>, law: (one: T) => boolean): void {
  fc.assert(fc.property(cases, law), { numRuns: RUNS })
}
