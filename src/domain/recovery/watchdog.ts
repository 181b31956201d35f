/** How often the watchdog looks, and how often the page has to give a sign. */
export const LOOK_MS = 2000
export const BEAT_MS = 5000
/** A page that shows nothing new for this long is frozen. */
export const FROZEN_AFTER_MS = 30_000

/** The watch over a page's main thread, kept by a worker. Times are milliseconds of one clock. */
export interface Watch {
  lastBeatMs: number
  lastLookMs: number
  /** A hidden page may sleep; it is not watched. */
  visible: boolean
  /** Since when the page has not answered, once that is called frozen. */
  frozenSinceMs: number | null
}

export type WatchEvent = { type: 'beat'; visible: boolean } | { type: 'look' }

/** What the watch found: said once when it begins and once when the page answers again. */
export type WatchReport = { kind: 'frozen'; sinceMs: number } | { kind: 'answered'; frozenMs: number }

export function startWatch(nowMs: number): Watch {
  return { lastBeatMs: nowMs, lastLookMs: nowMs, visible: false, frozenSinceMs: null }
}

/** The next state and what to report. Pure: the same arguments give the same answer. */
export function stepWatch(
  watch: Watch,
  event: WatchEvent,
  nowMs: number,
): { watch: Watch; report: WatchReport | null } {
  if (event.type === 'beat') {
    const { frozenSinceMs } = watch
    return {
      watch: { ...watch, lastBeatMs: nowMs, visible: event.visible, frozenSinceMs: null },
      report: frozenSinceMs === null ? null : { kind: 'answered', frozenMs: Math.max(0, nowMs - frozenSinceMs) },
    }
  }
  // The watchdog itself did not run, or the clock was set: the machine slept, and the page is not to blame.
  const slept = nowMs < watch.lastLookMs || nowMs - watch.lastLookMs > 5 * LOOK_MS
  if (slept && watch.frozenSinceMs === null) {
    return { watch: { ...watch, lastLookMs: nowMs, lastBeatMs: nowMs }, report: null }
  }
  const looked = { ...watch, lastLookMs: nowMs }
  const isFrozen = watch.visible && watch.frozenSinceMs === null && nowMs - watch.lastBeatMs > FROZEN_AFTER_MS
  if (!isFrozen) return { watch: looked, report: null }
  return {
    watch: { ...looked, frozenSinceMs: watch.lastBeatMs },
    report: { kind: 'frozen', sinceMs: watch.lastBeatMs },
  }
}
