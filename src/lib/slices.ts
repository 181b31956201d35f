import type { Scheduler } from './scheduler.ts'

/**
 * Does work item by item in slices that leave the page its frames; the answer cancels what is left.
 *
 * @param budgetMs longest slice, milliseconds
 */
export function runInSlices(
  count: number,
  work: (item: number) => void,
  done: () => void,
  scheduler: Pick<Scheduler, 'now' | 'after'>,
  budgetMs = 4,
): () => void {
  let next = 0
  let cancel: (() => void) | null = null
  const slice = (): void => {
    const until = scheduler.now() + budgetMs
    while (next < count) {
      work(next)
      next += 1
      if (next < count && scheduler.now() >= until) {
        cancel = scheduler.after(0, slice)
        return
      }
    }
    done()
  }
  cancel = scheduler.after(0, slice)
  return () => cancel?.()
}
