/** Time and timers as one thing that tests can replace. Times are epoch milliseconds of this machine. */
export interface Scheduler {
  now(): number
  /** Calls back once after at least `delayMs`; the answer cancels. */
  after(delayMs: number, callback: () => void): () => void
  /** Calls back once before the next repaint; the answer cancels. */
  onFrame(callback: () => void): () => void
}

function after(delayMs: number, callback: () => void): () => void {
  const id = setTimeout(callback, delayMs)
  return () => clearTimeout(id)
}

/** Scheduler of the page: `Date.now`, `setTimeout` and `requestAnimationFrame` where there is one. */
export function createPageScheduler(): Scheduler {
  const hasFrames = typeof requestAnimationFrame === 'function'
  return {
    now: () => Date.now(),
    after,
    onFrame(callback) {
      if (!hasFrames) return after(16, callback)
      const id = requestAnimationFrame(callback)
      return () => cancelAnimationFrame(id)
    },
  }
}
