/** Alarms that come, spread evenly, whatever the points of the park say. */
export interface Flood {
  fromMs: number
  count: number
  /** Time in which they come, and for which each stands. */
  withinMs: number
  lastsMs: number
}

/** The scenario `alarm-flood`. */
export const ALARM_FLOOD = { count: 2000, withinMs: 60_000, lastsMs: 30 * 60_000 } as const satisfies Omit<
  Flood,
  'fromMs'
>
