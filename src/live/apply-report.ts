import { QUALITIES } from '../contract/quality.ts'
import type { ReadingsFrame } from '../contract/readings-frame.ts'
import type { RejectionLog } from '../lib/rejection-log.ts'

/** A source time further ahead of the server's than this is a broken clock, not a reading. */
export const MAX_FUTURE_MS = 60_000
/** Older samples belong to history; on the live channel they are a broken clock. */
export const MAX_PAST_MS = 7 * 86_400_000
/** A snapshot may tell of a source that was lost long ago. */
export const MAX_SNAPSHOT_PAST_MS = 800 * 86_400_000

/** Quality bytes below this are known to this version of the contract. */
export const KNOWN_QUALITIES = QUALITIES.length

/** Numbers of one column set that were and were not taken, by reason. */
export interface ApplyReport {
  applied: number
  unknownIndex: number
  unknownQuality: number
  future: number
  past: number
  notANumber: number
  outOfOrder: number
  duplicate: number
  /** Place in the frame of the last one of both kinds; -1 for none. What they broke can't be seen in the frame alone. */
  outOfOrderAt: number
  duplicateAt: number
}

/** Enters what a frame lost into the log, with one reading of each kind as sample. */
export function logReport(f: ReadingsFrame, report: ApplyReport, mapped: number, log: RejectionLog): void {
  log.add('unknown-index', report.unknownIndex, () => sampleOf(f, (i) => (f.indices[i] ?? 0) >= mapped))
  log.add('unknown-quality', report.unknownQuality, () => sampleOf(f, (i) => (f.quality[i] ?? 0) >= KNOWN_QUALITIES))
  log.add('source-time-future', report.future, () => sampleOf(f, (i) => (f.timeOffsetsMs[i] ?? 0) > MAX_FUTURE_MS))
  log.add('source-time-past', report.past, () => sampleOf(f, (i) => (f.timeOffsetsMs[i] ?? 0) < -MAX_PAST_MS))
  log.add('not-a-number', report.notANumber, () => sampleOf(f, (i) => !Number.isFinite(f.values[i])))
  log.add('out-of-order', report.outOfOrder, () => textOf(f, report.outOfOrderAt))
  log.add('duplicate', report.duplicate, () => textOf(f, report.duplicateAt))
}

/** A report of nothing yet. */
export function emptyReport(): ApplyReport {
  return {
    applied: 0,
    unknownIndex: 0,
    unknownQuality: 0,
    future: 0,
    past: 0,
    notANumber: 0,
    outOfOrder: 0,
    duplicate: 0,
    outOfOrderAt: -1,
    duplicateAt: -1,
  }
}

/** The first reading of a frame that a test finds, as text for the log. */
function sampleOf(f: ReadingsFrame, found: (i: number) => boolean): string {
  let i = 0
  while (i < f.indices.length && !found(i)) i += 1
  return textOf(f, i)
}

function textOf(f: ReadingsFrame, i: number): string {
  return `frame ${f.seq}: index ${f.indices[i]}, value ${f.values[i]}, offset ${f.timeOffsetsMs[i]} ms, quality ${f.quality[i]}`
}
