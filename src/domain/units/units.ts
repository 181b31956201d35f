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

export interface DisplayUnit {
  unit: string
  decimals: number
}

/**
 * Unit for a whole view of one quantity, picked from the largest value in it (never value by value):
 * kW turn to MW, kW.h to MW.h and metres to kilometres from 10,000 on.
 */
export function viewUnit(unit: string, decimals: number, largest: number): DisplayUnit {
  const larger: Readonly<Record<string, string>> = { kW: 'MW', kvar: 'Mvar', 'kW.h': 'MW.h', 'kV.A': 'MV.A' }
  const next = larger[unit]
  if (next === undefined || !(Math.abs(largest) >= 10_000)) return { unit, decimals }
  return { unit: next, decimals: Math.abs(largest) >= 1_000_000 ? 0 : 1 }
}
