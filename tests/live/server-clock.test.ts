import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ServerClock } from '../../src/live/server-clock.ts'

const T0 = 1_795_000_000_000

describe('server clock', () => {
  it('is that of the frames that came with least delay, but for one', () => {
    const clock = new ServerClock()
    for (const [i, delayMs] of [20, 30, 900, 25, 40, 22, 31].entries()) {
      clock.observe(T0 + i * 1000 + 3_600_000, T0 + i * 1000 + delayMs)
    }
    expect(clock.offsetMs).toBe(3_600_000 - 22)
    expect(clock.isPaced).toBe(false)
  })

  it('does not drift with a page that has no time for its frames', () => {
    const clock = new ServerClock()
    for (const [i, delayMs] of [5, 400, 380, 8, 420, 500, 390, 410, 370].entries()) {
      clock.observe(T0 + i * 1000, T0 + i * 1000 + delayMs)
    }
    expect(clock.offsetMs).toBe(-8)
  })

  it('does not follow one stamp that is ahead of its server', () => {
    const clock = new ServerClock()
    for (const [i, aheadMs] of [0, 0, 0, 4000, 0, 0].entries()) clock.observe(T0 + i * 1000 + aheadMs, T0 + i * 1000)
    expect(clock.offsetMs).toBe(0)
  })

  it('follows a step once three stamps agree, and reckons with its estimate until then', () => {
    const clock = new ServerClock()
    for (let i = 0; i < 5; i++) clock.observe(T0 + i * 1000, T0 + i * 1000)
    const steps = [5, 6, 7, 8].map((i) => clock.observe(T0 + i * 1000 - 60_000, T0 + i * 1000))
    expect(steps).toEqual([
      { timeMs: T0 + 5000, stepMs: 0 },
      { timeMs: T0 + 6000, stepMs: 0 },
      { timeMs: T0 - 53_000, stepMs: -60_000 },
      { timeMs: T0 - 52_000, stepMs: 0 },
    ])
  })

  it('takes replayed stamps as they are', () => {
    const clock = new ServerClock()
    clock.observe(T0, T0)
    for (let i = 1; i <= 20; i++) {
      expect(clock.observe(T0 + i * 1000, T0 + 20_000 + i)).toEqual({ timeMs: T0 + i * 1000, stepMs: 0 })
    }
  })

  it('keeps up with a park whose time runs sixty times as fast, and with its return', () => {
    const clock = new ServerClock()
    let serverMs = T0
    for (let i = 0; i < 30; i++) {
      const { timeMs } = clock.observe(serverMs, T0 + i * 1000)
      const reckoned = i < 4 ? serverMs : timeMs
      expect(reckoned).toBe(serverMs)
      serverMs += 60_000 + (i % 3) * 500
    }
    expect(clock.isPaced).toBe(true)
    expect(clock.at(T0 + 29_000)).toBeGreaterThan(T0 + 29 * 60_000)
    for (let i = 30; i < 36; i++) {
      serverMs += i === 30 ? 0 : 1000
      expect(clock.observe(serverMs, T0 + i * 1000).timeMs).toBe(serverMs)
    }
    expect(clock.isPaced).toBe(false)
    expect(Math.abs(clock.at(T0 + 35_000) - serverMs)).toBeLessThan(100)
  })

  it('always settles on the server within a few frames, whatever came before', () => {
    const stamp = fc.tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 5000 }))
    fc.assert(
      fc.property(fc.array(stamp, { maxLength: 20 }), (stamps) => {
        const clock = new ServerClock()
        let localMs = T0
        for (const [serverMs, waitMs] of stamps) {
          localMs += waitMs
          expect(Number.isFinite(clock.observe(serverMs, localMs).timeMs)).toBe(true)
        }
        for (let i = 0; i < 12; i++) {
          localMs += 1000
          clock.observe(localMs + 7000, localMs)
        }
        expect(clock.at(localMs)).toBe(localMs + 7000)
      }),
    )
  })
})
