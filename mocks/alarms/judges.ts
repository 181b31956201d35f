import { QUALITY_BYTE, qualityFromByte } from '../../src/contract/quality.ts'
import type { Point } from '../../src/contract/resources.ts'
import { type LimitSpec, isBeyond } from '../../src/domain/alarms/condition.ts'
import { holdStateOf } from '../hold-policy.ts'
import type { Sample } from '../sim/world.ts'
import type { Judge, Judgement, Reader } from './instance.ts'

/** A point with its dense index. */
export interface IndexedPoint {
  index: number
  point: Point
}

const CALIBRATING = QUALITY_BYTE.UncertainSensorCalibration

/** What the sample says, before it is compared with anything. */
function foundIn(reader: Reader, { point }: IndexedPoint, sample: Sample): Judgement {
  return {
    condition: null,
    value: Number.isFinite(sample.value) ? sample.value : null,
    quality: qualityFromByte(sample.quality) ?? 'BadDeviceFailure',
    sourceMs: Math.max(0, sample.sourceTimeMs),
    suppressedBy: reader.isLost(point.gatewayId) ? 'gateway-lost' : null,
  }
}

/** Good samples are judged; calibration is judged but kept quiet; held, doubtful and bad ones are not judged. */
function judged(found: Judgement, sample: Sample, condition: (value: number) => boolean): Judgement {
  if (found.value === null || found.suppressedBy !== null) return found
  if (sample.quality === CALIBRATING) {
    return { ...found, condition: condition(found.value), suppressedBy: 'calibration' }
  }
  return found.quality.startsWith('Good') ? { ...found, condition: condition(found.value) } : found
}

/** A value beyond a limit, with deadband. */
export function limitJudge(at: IndexedPoint, spec: LimitSpec): Judge {
  return (reader, was) => {
    const sample = reader.sampleOf(at.index)
    return judged(foundIn(reader, at, sample), sample, (value) => isBeyond(value, spec, was))
  }
}

/** A two-state point in its bad state. */
export function stateJudge(at: IndexedPoint, bad: number): Judge {
  return (reader) => {
    const sample = reader.sampleOf(at.index)
    return judged(foundIn(reader, at, sample), sample, (value) => Math.round(value) === bad)
  }
}

/** A gateway that does not answer, as the head end sees it. Its own silence suppresses nothing of its own. */
export function gatewayJudge(at: IndexedPoint): Judge {
  return (reader) => {
    const sample = reader.sampleOf(at.index)
    const found = { ...foundIn(reader, at, sample), suppressedBy: null }
    return judged(found, sample, (value) => Math.round(value) === 0)
  }
}

/** A pump that runs and moves nothing. */
export function pumpFailureJudge(run: IndexedPoint, flow: IndexedPoint, lowest: number): Judge {
  return (reader) => {
    const running = reader.sampleOf(run.index)
    const sample = reader.sampleOf(flow.index)
    return judged(foundIn(reader, flow, sample), sample, (value) => running.value === 1 && value < lowest)
  }
}

/**
 * Too little flow from a pump. One that stands still by plan gives none, which is no alarm, and one that has just
 * started needs `settleMs` to come up.
 */
export function pumpLowFlowJudge(run: IndexedPoint, flow: IndexedPoint, lowest: number, settleMs: number): Judge {
  return (reader) => {
    const running = reader.sampleOf(run.index)
    const sample = reader.sampleOf(flow.index)
    const found = judged(foundIn(reader, flow, sample), sample, (value) => value < lowest)
    const stood = (): boolean => reader.world.sampleAt(run.index, reader.nowMs - settleMs).value === 0
    return found.suppressedBy === null && (running.value === 0 || stood())
      ? { ...found, suppressedBy: 'pump-stopped-by-plan' }
      : found
  }
}

/** A source that sends nothing although its gateway answers. */
export function silenceJudge(at: IndexedPoint, longestMs: number): Judge {
  return (reader) => {
    const sample = reader.sampleOf(at.index)
    const found = foundIn(reader, at, sample)
    if (found.suppressedBy !== null || found.quality === 'BadWaitingForInitialData') return found
    // It is too long from the end of the longest pause on, not from the last word.
    const tooLongMs = sample.sourceTimeMs + longestMs
    const isSilent = reader.nowMs > tooLongMs
    return { ...found, condition: isSilent, sourceMs: isSilent ? tooLongMs : found.sourceMs, value: null }
  }
}

/** A source that sends on time but says itself that its value stands still. */
export function stuckJudge(at: IndexedPoint): Judge {
  return (reader) => {
    const sample = reader.sampleOf(at.index)
    const found = foundIn(reader, at, sample)
    if (found.suppressedBy !== null || found.value === null) return found
    const fresh = holdStateOf(reader.nowMs - sample.sourceTimeMs, at.point.periodMs) === 'fresh'
    return { ...found, condition: fresh && sample.quality === QUALITY_BYTE.UncertainLastUsableValue }
  }
}

/** A calibration that goes on; how long it may is the on-delay of the definition. */
export function calibrationJudge(at: IndexedPoint): Judge {
  return (reader) => {
    const sample = reader.sampleOf(at.index)
    const found = foundIn(reader, at, sample)
    if (found.suppressedBy !== null || found.value === null) return found
    return { ...found, condition: sample.quality === CALIBRATING }
  }
}

/** A figure that is worked out, compared with a limit. Null figures are not judged. */
export function figureJudge(figure: (reader: Reader) => number | null, spec: LimitSpec): Judge {
  return (reader, was) => {
    const value = figure(reader)
    return {
      condition: value === null ? null : isBeyond(value, spec, was),
      value,
      quality: value === null ? 'BadWaitingForInitialData' : 'Good',
      sourceMs: reader.nowMs,
      suppressedBy: null,
    }
  }
}
