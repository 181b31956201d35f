import { UNITS, type UnitEntry } from './units.data.ts'

const table: Readonly<Record<string, UnitEntry>> = UNITS

/** Written form of a UCUM code ("m3/h" gives "m³/h"). An unknown code is shown as it came, without its braces. */
export function unitSymbol(unit: string): string {
  return table[unit]?.symbol ?? unit.replace(/[{}]/g, '')
}
