export type PageMark =
  | 'parkscope:shell'
  | 'parkscope:first-value'
  | 'parkscope:map-ready'
  | 'parkscope:map-interactive'
  | 'parkscope:map-full'

/** Sets a User Timing mark the first time that it is reached in a page. */
export function markFirst(name: PageMark): void {
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name)
}

/** The same with the frame that shows what was reached. */
export function markFirstFrame(name: PageMark): void {
  requestAnimationFrame(() => markFirst(name))
}
