import { QUALITIES, QUALITY_BYTE, isUsableByte } from '../../contract/quality.ts'

/**
 * How far a shown value can be trusted in time. Order is the order of trust: later is worse.
 * Source: product rules, "Freshness".
 */
export const FRESHNESS = ['live', 'late', 'stale', 'waiting', 'no-communication', 'bad'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** Byte of each freshness in columns, and the rank by which a total takes its worst input. */
export const FRESHNESS_BYTE = {
  live: 0,
  late: 1,
  stale: 2,
  waiting: 3,
  'no-communication': 4,
  bad: 5,
} as const satisfies Record<Freshness, number>

export const LATE_AFTER_PERIODS = 1.5
export const STALE_AFTER_PERIODS = 3
/** Fast sources are not called stale before this age, whatever their period. */
export const STALE_AT_LEAST_MS = 10_000
/** Default time for which a lost source holds its last value; the server's own setting replaces it. */
export const HOLD_LAST_VALUE_MS = 15 * 60_000

/** What a quality byte says by itself: usable, waiting, no communication or bad. Unknown bytes are bad. */
const USABLE = 0
const WAITING = 1
const NO_COMMUNICATION = 2
const BAD = 3
/** The server itself holds the last value of a lost source. */
const HELD = 4
const FAMILY = new Uint8Array(256).fill(BAD)
for (let byte = 0; byte < QUALITIES.length; byte++) {
  if (isUsableByte(byte)) FAMILY[byte] = USABLE
}
FAMILY[QUALITY_BYTE.BadWaitingForInitialData] = WAITING
FAMILY[QUALITY_BYTE.BadNoCommunication] = NO_COMMUNICATION
FAMILY[QUALITY_BYTE.UncertainLastUsableValue] = HELD

/**
 * Freshness byte of one reading, by server time.
 *
 * @param qualityByte quality as received
 * @param hasValue whether a value is held
 * @param ageMs server time minus source time; negative ages (a source ahead of the server) count as zero
 * @param periodMs expected period of the source
 * @param holdMs time for which a lost source holds its last value as stale
 */
export function freshnessByte(
  qualityByte: number,
  hasValue: boolean,
  ageMs: number,
  periodMs: number,
  holdMs: number,
): number {
  const family = FAMILY[qualityByte]
  if (family === BAD) return FRESHNESS_BYTE.bad
  if (family === WAITING) return FRESHNESS_BYTE.waiting
  if (!hasValue) return FRESHNESS_BYTE['no-communication']
  if (family === USABLE && ageMs <= LATE_AFTER_PERIODS * periodMs) return FRESHNESS_BYTE.live
  const staleAfterMs = Math.max(STALE_AFTER_PERIODS * periodMs, STALE_AT_LEAST_MS)
  // The value is held from the moment it went stale, so a slow source (a bin that reports every
  // 15 min) has its time as well. Written so that an age which is not a number reads as lost.
  if (!(ageMs <= staleAfterMs + holdMs)) return FRESHNESS_BYTE['no-communication']
  if (family !== USABLE || ageMs > staleAfterMs) return FRESHNESS_BYTE.stale
  return FRESHNESS_BYTE.late
}

/** Freshness of one reading as a word; see `freshnessByte`. */
export function freshnessOf(reading: {
  qualityByte: number
  value: number
  ageMs: number
  periodMs: number
  holdMs: number
}): Freshness {
  const { qualityByte, value, ageMs, periodMs, holdMs } = reading
  return FRESHNESS[freshnessByte(qualityByte, !Number.isNaN(value), ageMs, periodMs, holdMs)] ?? 'bad'
}
