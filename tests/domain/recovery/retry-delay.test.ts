import { expect, it } from 'vitest'
import { retryDelayMs, withFailure } from '../../../src/domain/recovery/retry-delay.ts'

const MINUTE = 60_000

it('waits longer with each failure and never gives up', () => {
  let failures: readonly number[] = []
  const delays = [0, 5000, 20_000, 80_000, 380_000].map((nowMs) => {
    failures = withFailure(failures, nowMs)
    return retryDelayMs(failures)
  })
  expect(delays).toEqual([5000, 15_000, 60_000, 300_000, 300_000])
})

it('starts over when the last failure is long ago, and knows no delay below the first', () => {
  const failures = withFailure([0, 5000, 20_000], 11 * MINUTE)
  expect(failures).toEqual([11 * MINUTE])
  expect(retryDelayMs(failures)).toBe(5000)
  expect(retryDelayMs([])).toBe(5000)
})
