import { describe, expect, it } from 'vitest'
import { runInSlices } from '../../src/lib/slices.ts'

/** A clock that each item moves on by a millisecond, and a queue of slices. */
function bench() {
  let nowMs = 0
  const queue: (() => void)[] = []
  const scheduler = {
    now: () => nowMs,
    after: (_delay: number, callback: () => void) => {
      queue.push(callback)
      return () => queue.splice(0)
    },
  }
  return { scheduler, queue, tick: () => (nowMs += 1) }
}

describe('work in slices', () => {
  it('does every item once, no more in a slice than the budget allows', () => {
    const { scheduler, queue, tick } = bench()
    const done: number[] = []
    let finished = 0
    runInSlices(
      10,
      (item) => done.push(item) && tick(),
      () => (finished += 1),
      scheduler,
      4,
    )
    const slices: number[] = []
    for (let slice = queue.shift(); slice; slice = queue.shift()) {
      const before = done.length
      slice()
      slices.push(done.length - before)
    }
    expect(slices).toEqual([4, 4, 2])
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(finished).toBe(1)
  })

  it('stops when it is cancelled', () => {
    const { scheduler, queue, tick } = bench()
    const done: number[] = []
    const cancel = runInSlices(
      10,
      (item) => done.push(item) && tick(),
      () => done.push(-1),
      scheduler,
      4,
    )
    queue.shift()?.()
    cancel()
    expect(queue).toHaveLength(0)
    expect(done).toHaveLength(4)
  })
})
