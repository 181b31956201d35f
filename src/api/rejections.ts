import { type Rejection, RejectionLog } from '../lib/rejection-log.ts'

export interface RejectionReport {
  /** Which answer: the endpoint, or the collection. */
  place: string
  /** Field path and what was wrong, the same text for the same fault. */
  reason: string
  /** The rejected row or feature itself. */
  sample: unknown
}

const log = new RejectionLog()

/** Counts a row that was left out because it breaks the contract; data health shows it. */
export function reportRejected({ place, reason, sample }: RejectionReport): void {
  log.add(`${place}: ${reason}`, 1, () => sampleText(sample))
}

/** What was refused so far: reason, count, first sample. The same array until something is added. */
export function rejectionsSnapshot(): readonly Rejection[] {
  return log.snapshot()
}

function sampleText(sample: unknown): string {
  try {
    return JSON.stringify(sample) ?? String(sample)
  } catch {
    return String(sample)
  }
}
