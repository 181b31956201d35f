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

  it('gives the page a head start, and begins at once when the page has drawn', async () => {
    const lane = new BackgroundLane(false, 60_000)
    const log: string[] = []
    const work = lane.run(() => {
      log.push('history')
      return Promise.resolve()
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    log.push('drawn')
    lane.begin()
    await work
    expect(log).toEqual(['drawn', 'history'])
    lane.begin()
    expect(await lane.run(() => Promise.resolve('later'))).toBe('later')
  })

  it('begins when the head start is over, whatever the page says', async () => {
    expect(await new BackgroundLane(false, 5).run(() => Promise.resolve(1))).toBe(1)
  })

  it('goes on after work that fails', async () => {
    const lane = new BackgroundLane(false)
    await expect(lane.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await lane.run(() => Promise.resolve(7))).toBe(7)
  })
})
