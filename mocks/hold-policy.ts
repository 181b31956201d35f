import { QUALITY_BYTE, isUsableByte } from '../src/contract/quality.ts'
import type { Sample } from './sim/world.ts'

/** Seconds for which a lost source keeps its last value, marked stale. Published in `GET /server`. */
export const HOLD_LAST_VALUE_S = 900
/** Periods after which a missing sample makes the held value stale. */
export const STALE_AFTER_PERIODS = 3

/** What a point reads when its source has been silent since `sourceTimeMs`. */
export type HoldState = 'fresh' | 'held' | 'lost'

/** State of a value of age `ageMs` from a source with period `periodMs`, both in milliseconds. */
export function holdStateOf(ageMs: number, periodMs: number): HoldState {
  const staleAfterMs = STALE_AFTER_PERIODS * periodMs
  if (ageMs <= staleAfterMs) return 'fresh'
  return ageMs <= staleAfterMs + HOLD_LAST_VALUE_S * 1000 ? 'held' : 'lost'
}

/** The sample as the server reports it: fresh as it came, held as last usable value, lost without a value. */
export function applyHold(sample: Sample, state: HoldState): Sample {
  if (state === 'fresh') return sample
  if (state === 'lost') {
    return { value: Number.NaN, quality: QUALITY_BYTE.BadNoCommunication, sourceTimeMs: sample.sourceTimeMs }
  }
  if (!isUsableByte(sample.quality)) return sample
  return { value: sample.value, quality: QUALITY_BYTE.UncertainLastUsableValue, sourceTimeMs: sample.sourceTimeMs }
}
