import { expect, it } from 'vitest'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'

const NIGHT_MS = Date.parse('2026-11-20T23:00:00+07:00')

/** What the alarm of the tripped feeder says is lost, kW, when the scenario begins at an instant. */
async function lossFrom(startMs: number): Promise<number> {
  let nowMs = startMs
  const host = new WorldHost({
    parkIds: ['bau-bang'],
    openPark,
    createWorld,
    seed: 20261120,
    scenario: 'feeder-trip',
    clock: () => nowMs,
    randomId: createCountedId(),
    checkAnswers: false,
    tickMs: 2 ** 30,
    alarmHistoryMs: 600_000,
  })
  const alarms = await host.alarms('bau-bang')
  for (let second = 1; second <= 40; second++) {
    nowMs = startMs + second * 1000
    alarms.catchUp(nowMs)
    const trip = alarms.board.list(nowMs, true).find(({ definitionId }) => definitionId === 'feeder-trip')
    if (trip) return trip.affected.loadKw ?? 0
  }
  return 0
}

it('says the load from before the trip, whatever second of their periods the meters were in', async () => {
  const losses: number[] = []
  for (const second of [0, 3, 5, 8, 11, 14]) losses.push(await lossFrom(NIGHT_MS + second * 1000))
  expect(Math.min(...losses)).toBeGreaterThan(1000)
  expect(Math.max(...losses) / Math.min(...losses)).toBeLessThan(1.03)
})
