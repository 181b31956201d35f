/** A flood starts above this many annunciated alarms in the window (EEMUA 191), and ends below the other. */
export const FLOOD_START = 10
export const FLOOD_END = 5
export const FLOOD_WINDOW_MS = 10 * 60_000

export interface FloodState {
  readonly active: boolean
  readonly sinceMs: number
  /** Annunciations of the window, oldest first. */
  readonly times: readonly number[]
}

export const NO_FLOOD: FloodState = { active: false, sinceMs: Number.NaN, times: [] }

/** Flood state at an instant after `annunciated` more alarms. Starts at more than 10 in 10 min, ends at fewer than 5. */
export function stepFlood(state: FloodState, annunciated: number, nowMs: number): FloodState {
  const first = state.times[0]
  const last = state.times.at(-1) ?? nowMs
  const isWithin = (ms: number): boolean => ms > nowMs - FLOOD_WINDOW_MS && ms <= nowMs
  if (annunciated === 0 && (first === undefined || (isWithin(first) && isWithin(last)))) return state
  // Times after now are from before the clock was set back: they would never leave the window.
  const kept = state.times.filter((ms) => isWithin(ms))
  for (let k = 0; k < annunciated; k++) kept.push(nowMs)
  const active = state.active ? kept.length >= FLOOD_END : kept.length > FLOOD_START
  return { active, sinceMs: active ? (state.active ? state.sinceMs : nowMs) : Number.NaN, times: kept }
}
