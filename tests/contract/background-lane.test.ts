import { describe, expect, it } from 'vitest'
import { BackgroundLane } from '../../mocks/background-lane.ts'

function hold(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

describe('background lane', () => {
  it('lets other things go between slices, and keeps the order of work', async () => {
    const lane = new BackgroundLane(true)
    const log: string[] = []
    const other = setInterval(() => log.push('other'), 1)
    const work = (name: string) =>
      lane.run(async () => {
        for (let k = 0; k < 3; k++) {
          hold(10)
          log.push(name)
          await lane.breathe()
        }
        return name
      })
    expect(await Promise.all([work('a'), work('b')])).toEqual(['a', 'b'])
    clearInterval(other)
    expect(log.filter((entry) => entry !== 'other')).toEqual(['a', 'a', 'a', 'b', 'b', 'b'])
    expect(log.indexOf('other')).toBeLessThan(log.lastIndexOf('b'))
  })

  it('goes on after work that fails', async () => {
    const lane = new BackgroundLane(false)
    await expect(lane.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await lane.run(() => Promise.resolve(7))).toBe(7)
  })
})
