import { isContributing, type TotalInput } from '../quality/total.ts'

/** Place of the lowest usable reading; held and lost ones that have no value do not count. Null when none is usable. */
export function lowestReading(readings: readonly (TotalInput | null)[]): number | null {
  let lowest: number | null = null
  let value = Infinity
  readings.forEach((reading, k) => {
    if (!isContributing(reading) || reading.value >= value) return
    lowest = k
    value = reading.value
  })
  return lowest
}
