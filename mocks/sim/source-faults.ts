import { QUALITY_BYTE } from '../../src/contract/quality.ts'
import { groupBy } from '../../src/lib/group-by.ts'
import type { SimFault, SimulationParams } from '../park/simulation-file.ts'
import { HOUR_MS } from './civil.ts'
import { streamOf, unitOf } from './hash.ts'
import type { WorldTime } from './world-time.ts'

/** Time that a stuck instrument goes unnoticed before its own check marks it. */
const UNNOTICED_MS = HOUR_MS

type WindowFault = Extract<SimFault, { everyDays: number }>

/** What is wrong with one source at one of its samples. */
export interface SourceFaults {
  /** Start of the window in which the value stands still, or `null`. */
  stuckSince(gridMs: number): number | null
  /** `true` while the source sends nothing. */
  silentSince(gridMs: number): number | null
  /** Offset of a calibration under way, or `null`. */
  calibrationAt(gridMs: number): number | null
  /** How late the sample arrives, ms. */
  delayOf(sample: number): number
  /** `true` when the source sends its previous sample again. */
  repeats(sample: number): boolean
  qualityAt(gridMs: number): number
}

/** Start of the window that covers an instant, or `null`. Windows recur in park time. */
function windowStart(fault: WindowFault, time: WorldTime, tMs: number): number | null {
  for (let back = 0; back * 24 <= fault.hours + fault.startHour; back++) {
    const day = time.dayOf(tMs) - back
    if ((((day - fault.offsetDays) % fault.everyDays) + fault.everyDays) % fault.everyDays !== 0) continue
    const start = time.startOf(day) + fault.startHour * HOUR_MS
    if (tMs >= start && tMs < start + fault.hours * HOUR_MS) return start
  }
  return null
}

/** Faults by the point that has them. Swapped labels are handled where quantities are chosen. */
export function faultsByPoint({ faults }: SimulationParams): ReadonlyMap<string, SimFault[]> {
  return groupBy(
    faults.filter((fault) => fault.kind !== 'mislabelled'),
    (fault) => fault.pointId,
  )
}

/** What the faults of one point, `own`, do to it; `null` when it has none. */
export function faultsOf(
  pointId: string,
  own: readonly SimFault[],
  time: WorldTime,
  seed: number,
): SourceFaults | null {
  if (own.length === 0) return null
  const windows = (kind: WindowFault['kind']): WindowFault[] =>
    own.filter((fault): fault is WindowFault => fault.kind === kind)
  const stuck = windows('stuck')
  const dropouts = windows('dropout')
  const calibrations = own.filter((fault) => fault.kind === 'calibration')
  const late = own.find((fault) => fault.kind === 'late')
  const repeated = own.find((fault) => fault.kind === 'repeated')
  const stream = streamOf(seed, `faults ${pointId}`)
  const firstOf = (faults: readonly WindowFault[], tMs: number): number | null => {
    for (const fault of faults) {
      const start = windowStart(fault, time, tMs)
      if (start !== null) return start
    }
    return null
  }
  const calibrationAt = (gridMs: number): number | null => {
    for (const fault of calibrations) if (windowStart(fault, time, gridMs) !== null) return fault.offset
    return null
  }
  const stuckSince = (gridMs: number): number | null => firstOf(stuck, gridMs)
  return {
    stuckSince,
    silentSince: (gridMs) => firstOf(dropouts, gridMs),
    calibrationAt,
    delayOf: (sample) =>
      late !== undefined && unitOf(stream, sample, 1) < late.share
        ? Math.round(late.delaySeconds * 1000 * (0.5 + 0.5 * unitOf(stream, sample, 2)))
        : 0,
    repeats: (sample) => repeated !== undefined && unitOf(stream, sample, 3) < repeated.share,
    qualityAt: (gridMs) => {
      if (calibrationAt(gridMs) !== null) return QUALITY_BYTE.UncertainSensorCalibration
      const since = stuckSince(gridMs)
      if (since !== null && gridMs - since > UNNOTICED_MS) return QUALITY_BYTE.UncertainLastUsableValue
      return QUALITY_BYTE.Good
    },
  }
}
