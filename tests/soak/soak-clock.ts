/** A clock that runs fast for a while and then at its own pace again; page and server share one. */
export interface SoakClock {
  /** Where the fast time begins, epoch milliseconds, on both clocks. */
  originMs: number
  speed: number
  /** Real milliseconds of fast time; after them a second is a second. */
  fastForMs: number
}

/** What the soak's clock shows at a real time. */
export function soakTime({ originMs, speed, fastForMs }: SoakClock, realMs: number): number {
  const sinceMs = realMs - originMs
  return originMs + Math.min(sinceMs, fastForMs) * speed + Math.max(0, sinceMs - fastForMs)
}
