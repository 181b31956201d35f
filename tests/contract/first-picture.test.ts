import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { firstPicture } from '../../mocks/first-picture.ts'

/** Marks as the page sets them, told at once. */
let tell: (name: string) => void
let isWatched: boolean

class Observer {
  constructor(callback: (list: { getEntries: () => { name: string }[] }) => void) {
    tell = (name) => callback({ getEntries: () => [{ name }] })
  }

  observe(): void {
    isWatched = true
  }

  disconnect(): void {
    isWatched = false
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('PerformanceObserver', Observer)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function isDrawnAfter(ms: number, picture: Promise<void>): Promise<boolean> {
  let drawn = false
  void picture.then(() => (drawn = true))
  await vi.advanceTimersByTimeAsync(ms)
  return drawn
}

describe('the first picture of a page', () => {
  it('is drawn with the ground of the map', async () => {
    const picture = firstPicture()
    tell('parkscope:shell')
    tell('parkscope:first-value')
    expect(await isDrawnAfter(500, picture)).toBe(false)
    tell('parkscope:map-interactive')
    expect(await isDrawnAfter(0, picture)).toBe(true)
    expect(isWatched).toBe(false)
  })

  it('is drawn soon after the last mark where no map comes', async () => {
    const picture = firstPicture()
    tell('parkscope:shell')
    expect(await isDrawnAfter(600, picture)).toBe(false)
    tell('parkscope:first-value')
    expect(await isDrawnAfter(600, picture)).toBe(false)
    expect(await isDrawnAfter(200, picture)).toBe(true)
  })

  it('has nothing to do with marks of others', async () => {
    const picture = firstPicture()
    tell('react:render')
    expect(await isDrawnAfter(60_000, picture)).toBe(false)
  })

  it('is not waited for where marks cannot be watched', async () => {
    vi.stubGlobal('PerformanceObserver', undefined)
    await expect(firstPicture()).resolves.toBeUndefined()
  })
})
