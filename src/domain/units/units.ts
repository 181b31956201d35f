import { UNITS, type UnitEntry } from './units.data.ts'

const table: Readonly<Record<string, UnitEntry>> = UNITS

/** Written form of a UCUM code ("m3/h" gives "m³/h"). An unknown code is shown as it came, without its braces. */
export function unitSymbol(unit: string): string {
  return table[unit]?.symbol ?? unit.replace(/[{}]/g, '')
}

/**
 * Value in another unit of the same quantity, or null when one of the two is unknown or they measure
 * different things: a wrong number is worse than none.
 */
export function convertUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value
  const source = table[from]
  const target = table[to]
  if (!source || !target || source.quantity !== target.quantity) return null
  return (value * source.perBase) / target.perBase
}
