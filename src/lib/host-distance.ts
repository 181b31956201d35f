/** A way to the host and back that takes longer than this, milliseconds, is worth going early. */
const LONG_WAY_MS = 30

/** Whether the host of this page is far away, by the time that its first answer took. */
export function isFarFromHost(): boolean {
  const [page] = performance.getEntriesByType('navigation')
  // Not `instanceof`: where nobody navigates there is no such class.
  const { requestStart = 0, responseStart = 0 }: Partial<PerformanceResourceTiming> = page ?? {}
  return responseStart - requestStart > LONG_WAY_MS
}
