/** What the page says of its start in User Timing; the map that answers to the hand is the last that people wait for. */
const MARKS = 'parkscope:'
const LAST = 'parkscope:map-interactive'
/** A screen without a map says nothing after its shell. */
const QUIET_MS = 700

/** Resolves when the page has drawn what people look at first: its map, or else a little after its last mark. */
export function firstPicture(): Promise<void> {
  if (typeof PerformanceObserver === 'undefined') return Promise.resolve()
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new PerformanceObserver((list) => {
      const names = list.getEntries().flatMap(({ name }) => (name.startsWith(MARKS) ? [name] : []))
      if (names.length === 0) return
      clearTimeout(timer)
      timer = setTimeout(end, names.includes(LAST) ? 0 : QUIET_MS)
    })
    function end(): void {
      observer.disconnect()
      resolve()
    }
    observer.observe({ type: 'mark', buffered: true })
  })
}
