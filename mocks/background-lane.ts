/** A slice of background work may hold the thread for so long before it lets other things go first. */
const SLICE_MS = 8
/** A busy page may hold background work back for so long between two slices. */
const LONGEST_WAIT_MS = 50

interface TaskScheduler {
  postTask(callback: () => void, options: { priority: 'background' }): Promise<unknown>
}

/**
 * Heavy questions (history) one after the other, in slices. In a page they run on the main thread, behind input,
 * painting and live frames; with `polite` off they run straight through, as behind a port.
 */
export class BackgroundLane {
  readonly #polite: boolean
  #last: Promise<unknown> = Promise.resolve()
  #sliceStartMs = 0
  #begin: () => void = () => undefined

  /** `headStartMs`: how long the first work waits at most, so that a page on the same machine draws before. */
  constructor(polite: boolean, headStartMs = 0) {
    this.#polite = polite
    if (headStartMs <= 0) return
    this.#last = new Promise<void>((resolve) => {
      this.#begin = resolve
      setTimeout(resolve, headStartMs)
    })
  }

  /** The page has drawn: nothing waits any longer. */
  begin(): void {
    this.#begin()
  }

  /** Runs work when all work before it has ended. It should call `breathe` between its steps. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      this.#sliceStartMs = 0
      await this.breathe()
      return work()
    })
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Lets everything else go first when this slice has lasted long enough. */
  async breathe(): Promise<void> {
    if (!this.#polite || performance.now() - this.#sliceStartMs < SLICE_MS) return
    await nextBackgroundTask()
    this.#sliceStartMs = performance.now()
  }
}

function nextBackgroundTask(): Promise<void> {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler')
  return new Promise((resolve) => {
    const idle = canPostTasks(scheduler)
    if (idle) void scheduler.postTask(() => resolve(), { priority: 'background' })
    // A page that is never idle must get its history all the same.
    setTimeout(resolve, idle ? LONGEST_WAIT_MS : 4)
  })
}

function canPostTasks(scheduler: unknown): scheduler is TaskScheduler {
  return typeof scheduler === 'object' && scheduler !== null && 'postTask' in scheduler
}
