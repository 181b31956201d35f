/** Time of a day during which a wall is dark, minutes since midnight in the park's zone. It may cross midnight. */
export interface NightHours {
  fromMin: number
  toMin: number
}

const FORM = /^([01]?\d|2[0-3])(?::([0-5]\d))?-([01]?\d|2[0-3])(?::([0-5]\d))?$/

/** Reads `22-6` or `21:30-05:45`; null for anything else and for a night without length. */
export function parseNight(text: string): NightHours | null {
  const found = FORM.exec(text)
  if (!found) return null
  const fromMin = Number(found[1]) * 60 + Number(found[2] ?? 0)
  const toMin = Number(found[3]) * 60 + Number(found[4] ?? 0)
  return fromMin === toMin ? null : { fromMin, toMin }
}

/** Whether a minute of the day lies in the night. */
export function isNight({ fromMin, toMin }: NightHours, minute: number): boolean {
  return fromMin < toMin ? minute >= fromMin && minute < toMin : minute >= fromMin || minute < toMin
}

/**
 * Whether the wall is dark now. A change waits while an alarm is not acknowledged: nobody should have to find it again
 * in another light.
 */
export function nextNight(
  hours: NightHours | null,
  minute: number,
  isDark: boolean | null,
  hasUnacked: boolean,
): boolean {
  const wanted = hours !== null && isNight(hours, minute)
  return isDark !== null && hasUnacked ? isDark : wanted
}
