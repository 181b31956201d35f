import { Listeners } from '../lib/listeners.ts'
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
const listeners = new Listeners()

/** Counts a row that was left out because it breaks the contract; data health shows it. */
export function reportRejected({ place, reason, sample }: RejectionReport): void {
  log.add(`${place}: ${reason}`, 1, () => sampleText(sample))
  listeners.notify()
}

/** What was refused so far: reason, count, first sample. The same array until something is added. */
export function rejectionsSnapshot(): readonly Rejection[] {
  return log.snapshot()
}

/** Calls back at every rejection; the answer ends that. */
export function subscribeRejections(listener: () => void): () => void {
  return listeners.add(listener)
}

function sampleText(sample: unknown): string {
  try {
    return JSON.stringify(sample) ?? String(sample)
  } catch {
    return String(sample)
  }
}
