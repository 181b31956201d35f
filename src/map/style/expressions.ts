import { metresPerPixel } from '../geo.ts'
import type { Expression } from './style-types.ts'

/** Latitude for ground sizes; parks of one country differ by under 3 %. */
const LATITUDE = 11.25

/** A width in metres on the ground at every zoom. */
export function groundMetres(metres: number): Expression {
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    12,
    metres / metresPerPixel(12, LATITUDE),
    22,
    metres / metresPerPixel(22, LATITUDE),
  ]
}

/** A size that grows evenly between two zooms. */
export function between(zoomA: number, a: number, zoomB: number, b: number): Expression {
  return ['interpolate', ['linear'], ['zoom'], zoomA, a, zoomB, b]
}

/** Filter on one property being one of some values. */
export function oneOf(property: string, values: readonly string[]): Expression {
  return ['in', ['get', property], ['literal', [...values]]]
}

/** Text in the reader's language, from properties `vi`, `en`, `ja`. */
export function localText(locale: string): Expression {
  return ['coalesce', ['get', locale], ['get', 'vi'], '']
}
