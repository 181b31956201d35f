import type { HistorySeries } from '../../contract/readings.ts'
import type { Asset, Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../network/park-index.ts'
import { MIN_COVERAGE } from '../quality/total.ts'
import { sumByDay } from '../statistics/calendar-groups.ts'
import type { MeasuredPeaks } from './offers.ts'

/** Equipment that plots are supplied through, with the point that tells its load. */
const LOAD_POINT: Partial<Record<Asset['kind'], Point['kind']>> = {
  feeder: 'active-power',
  'power-transformer': 'active-power',
  'district-meter': 'flow',
  'water-plant': 'flow',
  'lift-station': 'flow',
  'wastewater-plant': 'flow',
}

/** Points whose history holds the measured peaks. */
export function peakPoints(index: ParkIndex): readonly Point[] {
  return index.points.filter((point) => {
    const kind = index.assetById.get(point.assetId)?.kind
    return kind !== undefined && LOAD_POINT[kind] === point.kind
  })
}

/**
 * Highest load of each asset: the largest sample of power (kW); the largest day of flow (m³/h summed over a day of the
 * park, m³/d), because water is contracted by the day. An asset under 80 % of the buckets, or without a whole day, is
 * left out: a peak may lie in what is missing.
 */
export function measuredPeaks(
  points: readonly Point[],
  fromMs: number,
  stepMs: number,
  zone: string,
  seriesOf: (pointId: string) => Pick<HistorySeries, 'max' | 'mean'> | undefined,
): MeasuredPeaks {
  const peaks = new Map<string, number>()
  for (const point of points) {
    const series = seriesOf(point.id)
    if (!series) continue
    const peak = point.kind === 'flow' ? dayPeak(series.mean, fromMs, stepMs, zone) : samplePeak(series.max)
    if (peak !== null) peaks.set(point.assetId, peak)
  }
  return peaks
}

function samplePeak(values: readonly (number | null)[]): number | null {
  let best: number | null = null
  let known = 0
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    known += 1
    if (best === null || value > best) best = value
  }
  return known >= MIN_COVERAGE * values.length ? best : null
}

function dayPeak(flow: readonly (number | null)[], fromMs: number, stepMs: number, zone: string): number | null {
  const hours = stepMs / 3_600_000
  const values = flow.map((value) => (value === null ? null : value * hours))
  const days = sumByDay({ fromMs, stepMs, values }, zone)
  let best: number | null = null
  for (const { sum, coverage } of days) {
    if (sum === null) continue
    // A day with a few hours missing is told as if they had been like the rest.
    const whole = (sum * coverage.expected) / coverage.contributing
    if (best === null || whole > best) best = whole
  }
  const known = days.filter(({ sum }) => sum !== null).length
  return known > 0 && known >= MIN_COVERAGE * days.length ? best : null
}
