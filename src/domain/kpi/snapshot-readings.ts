import { qualityFromByte } from '../../contract/quality.ts'
import type { Snapshot } from '../../contract/readings.ts'
import type { Point } from '../../contract/resources.ts'
import { freshnessOf } from '../quality/freshness.ts'
import type { KpiReading } from './evaluate.ts'

/**
 * Readings of a snapshot, judged as a live channel would judge them at the snapshot's own time. Points that the park
 * does not list are left out; a quality byte that this contract does not know reads as a failure.
 *
 * @param holdMs time for which the server holds the last value of a lost source
 */
export function snapshotReadings(
  snapshot: Snapshot,
  points: ReadonlyMap<string, Point>,
  holdMs: number,
): ReadonlyMap<string, KpiReading> {
  const timeMs = Date.parse(snapshot.time)
  const readings = new Map<string, KpiReading>()
  snapshot.points.forEach((id, i) => {
    const point = points.get(id)
    if (!point) return
    const value = snapshot.values[i] ?? Number.NaN
    const offsetMs = snapshot.timeOffsetsMs[i] ?? Number.NaN
    const qualityByte = snapshot.qualities[i] ?? 255
    const ageMs = Math.max(0, -offsetMs)
    readings.set(id, {
      value,
      quality: qualityFromByte(qualityByte) ?? 'BadDeviceFailure',
      freshness: freshnessOf({ qualityByte, value, ageMs, periodMs: point.periodMs, holdMs }),
      ageMs,
      sourceTimeMs: timeMs + offsetMs,
    })
  })
  return readings
}
