/** No shelving lasts longer. Source: `hmi.md` 2.1, a setting. */
export const MAX_SHELVED_MS = 8 * 3_600_000

/** Clock hours of the park at which a shift hands over. */
export const HANDOVER_HOURS = [6, 14, 22] as const

/**
 * Longest shelving that may begin now, milliseconds: 8 h, and never past the next handover, so that whoever takes
 * over decides anew.
 */
export function longestShelvingMs(nowMs: number, handoverMs: number): number {
  return Math.max(0, Math.min(MAX_SHELVED_MS, handoverMs - nowMs))
}

/** Next handover strictly after an instant, for a zone that is a fixed offset from UTC. */
export function nextHandoverMs(nowMs: number, zoneOffsetMs: number): number {
  const dayMs = 86_400_000
  const midnightMs = Math.floor((nowMs + zoneOffsetMs) / dayMs) * dayMs - zoneOffsetMs
  const today = HANDOVER_HOURS.map((hour) => midnightMs + hour * 3_600_000)
  return today.find((ms) => ms > nowMs) ?? midnightMs + dayMs + HANDOVER_HOURS[0] * 3_600_000
}
