import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** The module as a page that has just been opened has it. */
function fresh() {
  vi.resetModules()
  return import('../../src/features/overview/figures-first.ts')
}

/** Whether a promise has come to its end within `ms` of fake time. */
async function endsWithin(promise: Promise<void>, ms: number): Promise<boolean> {
  let ended = false
  const watch = async (): Promise<void> => {
    await promise
    ended = true
  }
  void watch()
  await vi.advanceTimersByTimeAsync(ms)
  return ended
}

describe('the code of the map', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 16))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('waits for the frame that shows the first figures, and never again', async () => {
    const { figuresFirst, figuresAreShown } = await fresh()
    const waiting = figuresFirst()
    expect(await endsWithin(waiting, 1000)).toBe(false)
    figuresAreShown()
    expect(await endsWithin(waiting, 50)).toBe(true)
    expect(await endsWithin(figuresFirst(), 0)).toBe(true)
  })

  it('lets the ground be asked for with that frame, while the page paints it', async () => {
    const { figuresDrawn, figuresFirst, figuresAreShown } = await fresh()
    const ended: string[] = []
    const watch = async (name: string, told: Promise<void>): Promise<void> => {
      await told
      ended.push(name)
    }
    void watch('asks', figuresDrawn())
    void watch('opens', figuresFirst())
    figuresAreShown()
    expect(ended).toEqual([])
    await vi.advanceTimersToNextTimerAsync()
    expect(ended).toEqual(['asks'])
    await vi.advanceTimersToNextTimerAsync()
    expect(ended).toEqual(['asks', 'opens'])
  })

  it('comes after three seconds where no figure does', async () => {
    const { figuresFirst } = await fresh()
    const waiting = figuresFirst()
    expect(await endsWithin(waiting, 2900)).toBe(false)
    expect(await endsWithin(waiting, 200)).toBe(true)
  })
})
