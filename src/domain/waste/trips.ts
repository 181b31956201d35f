import type { IntervalSeries } from '../statistics/interval-series.ts'
import { intervalStartMs } from '../statistics/interval-series.ts'

/** One collection trip as the scale on the vehicle saw it: from the first load to the tipping. */
export interface Trip {
  startMs: number
  /** Instant at which the load was gone; null while it is out. */
  endMs: number | null
  /** Most that it carried, tonnes. */
  massT: number
  /** The scale was silent for part of it: it may have carried more, or have been two. */
  hasGap: boolean
}

/** Less than this is an empty vehicle, tonnes: the drift of its scale. */
const EMPTY_T = 0.05

/**
 * Trips from the payload of a vehicle. A load that is there when the series begins counts as a trip of it. A negative
 * payload is a scale that has drifted: the vehicle counts as empty. A gap inside a trip leaves it open.
 */
export function tripsOf(payloadT: IntervalSeries): readonly Trip[] {
  const trips: Trip[] = []
  let trip: Trip | null = null
  for (let k = 0; k < payloadT.values.length; k++) {
    const value = payloadT.values[k] ?? null
    if (value === null || !Number.isFinite(value)) {
      if (trip) trip.hasGap = true
      continue
    }
    if (value > EMPTY_T) {
      trip ??= { startMs: intervalStartMs(payloadT, k), endMs: null, massT: 0, hasGap: false }
      trip.massT = Math.max(trip.massT, value)
    } else if (trip) {
      trips.push({ ...trip, endMs: intervalStartMs(payloadT, k) })
      trip = null
    }
  }
  return trip ? [...trips, trip] : trips
}
