import { describe, expect, it } from 'vitest'
import { START_MS, createSmallHost } from './small-host.ts'
import { SMALL_PARK_ID as PARK } from './small-park.ts'

describe('a park that is made ready before it is asked for', () => {
  it('has the state that it would have had anyway', async () => {
    const clock = { nowMs: START_MS }
    const ahead = createSmallHost(clock, Infinity, true)
    const asked = createSmallHost(clock, Infinity, true)
    await ahead.openAhead(PARK)
    const [early, late] = [(await ahead.park(PARK)).snapshotNow(), (await asked.park(PARK)).snapshotNow()]
    expect(early.points.length).toBeGreaterThan(3)
    expect({ ...early, epoch: '' }).toEqual({ ...late, epoch: '' })
  })

  it('leaves off when somebody has taken every sample in between', async () => {
    const clock = { nowMs: START_MS }
    const park = await createSmallHost(clock).park(PARK)
    let breaths = 0
    await park.refreshAhead(async () => {
      breaths += 1
      if (breaths > 1) return
      clock.nowMs += 5000
      park.resume()
    })
    expect(breaths).toBe(1)
    const sources = park.snapshotNow().timeOffsetsMs
    expect(Math.max(...sources)).toBeLessThanOrEqual(0)
    expect(park.snapshotNow().time).toBe(new Date(clock.nowMs).toISOString())
  })

  it('is nobody for an id that is not served', async () => {
    const host = createSmallHost({ nowMs: START_MS })
    await expect(host.openAhead('atlantis')).resolves.toBeUndefined()
    await expect(host.openAhead('')).resolves.toBeUndefined()
  })
})
