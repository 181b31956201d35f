/** Frame times of this page over the last minute, kept while somebody looks at them. */
export interface FrameTimes {
  medianMs: number
  longestMs: number
}

const WINDOW = 3600

/** Measures the distance between animation frames until stopped; reports at most once a second. */
export function watchFrames(report: (times: FrameTimes) => void): () => void {
  const times = new Float32Array(WINDOW)
  let count = 0
  let before = 0
  let reported = 0
  let handle = 0
  const frame = (now: number): void => {
    if (before > 0) {
      times[count % WINDOW] = now - before
      count += 1
    }
    before = now
    if (now - reported > 1000 && count > 0) {
      reported = now
      const known = times.slice(0, Math.min(count, WINDOW)).toSorted()
      report({ medianMs: known[known.length >> 1] ?? Number.NaN, longestMs: known.at(-1) ?? Number.NaN })
    }
    handle = requestAnimationFrame(frame)
  }
  handle = requestAnimationFrame(frame)
  return () => cancelAnimationFrame(handle)
}

/** Used JavaScript heap in bytes where the browser tells; null elsewhere. */
export function usedHeapBytes(): number | null {
  const memory: unknown = 'memory' in performance ? performance.memory : null
  if (typeof memory !== 'object' || memory === null || !('usedJSHeapSize' in memory)) return null
  return typeof memory.usedJSHeapSize === 'number' ? memory.usedJSHeapSize : null
}
