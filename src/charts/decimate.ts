/** A series that is small enough to draw: times and values in pairs, NaN where the line breaks. */
export interface Decimated {
  times: Float64Array
  values: Float64Array
  /** Pairs in use; the arrays may be longer. */
  length: number
}

/**
 * Lowest and highest value of every pixel column, in the order in which they came: at most two points a column, so no
 * peak is lost and nothing is drawn twice. A column whose values are all missing breaks the line; one in which only
 * some are missing does not. Values that are few enough are handed on as they are.
 *
 * @param times rising, evenly or not; as long as `values`
 * @param columns pixel columns that show [fromTime, toTime)
 * @param into reused for the next round, so that drawing live data allocates nothing
 */
export function decimate(
  times: Float64Array,
  values: Float64Array,
  fromTime: number,
  toTime: number,
  columns: number,
  into?: Decimated,
): Decimated {
  const most = 2 * Math.max(1, columns) + 2
  const out =
    into && into.times.length >= most
      ? into
      : { times: new Float64Array(most), values: new Float64Array(most), length: 0 }
  const outTimes = out.times
  const outValues = out.values
  const perTime = columns / (toTime - fromTime)
  const count = values.length
  let length = 0
  let k = 0
  while (k < count && (times[k] as number) < fromTime) k += 1
  while (k < count && length + 2 <= most) {
    const column = (((times[k] as number) - fromTime) * perTime) | 0
    if (column >= columns) break
    const endTime = fromTime + (column + 1) / perTime
    const first = k
    let low = Number.NaN
    let high = Number.NaN
    let lowAt = -1
    let highAt = -1
    for (; k < count && ((times[k] as number) < endTime || k === first); k++) {
      const value = values[k] as number
      if (value !== value) continue
      if (lowAt < 0 || value < low) {
        low = value
        lowAt = k
      }
      if (highAt < 0 || value > high) {
        high = value
        highAt = k
      }
    }
    if (lowAt < 0) {
      // One break is enough for a run of empty columns.
      if (length > 0 && outValues[length - 1] === outValues[length - 1]) {
        outTimes[length] = times[first] as number
        outValues[length] = Number.NaN
        length += 1
      }
      continue
    }
    const [a, b] = lowAt <= highAt ? [lowAt, highAt] : [highAt, lowAt]
    outTimes[length] = times[a] as number
    outValues[length] = values[a] as number
    length += 1
    if (b === a) continue
    outTimes[length] = times[b] as number
    outValues[length] = values[b] as number
    length += 1
  }
  out.length = length
  return out
}
