import { afterEach, expect, it, vi } from 'vitest'
import { isFarFromHost } from '../../src/lib/host-distance.ts'

afterEach(() => vi.restoreAllMocks())

function answeredIn(...ways: readonly number[]): void {
  const entries = ways.map((ms) => ({ requestStart: 12, responseStart: 12 + ms }))
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries as unknown as PerformanceEntryList)
}

it.each([
  ['near', [4], false],
  ['far', [61], true],
  ['not known where nobody navigated', [], false],
] as const)('a host is %s', (_, ways, isFar) => {
  answeredIn(...ways)
  expect(isFarFromHost()).toBe(isFar)
})
