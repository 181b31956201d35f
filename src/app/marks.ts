/** Sets a User Timing mark the first time it is reached in a page, after the frame that shows it. */
export function markOnce(name: 'parkscope:shell' | 'parkscope:first-value'): void {
  if (performance.getEntriesByName(name, 'mark').length > 0) return
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name)
  })
}
