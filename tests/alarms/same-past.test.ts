import { describe, expect, it } from 'vitest'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'

const HOUR_MS = 3_600_000
const NOON_MS = Date.parse('2026-11-28T12:00:00+07:00')

/** What the journal of a park that is opened at an instant says of the day before it, without the first hours. */
async function journalOf(openedMs: number): Promise<string[]> {
  const host = new WorldHost({
    parkIds: ['bau-bang'],
    openPark,
    createWorld,
    seed: 20261120,
    scenario: 'normal-day',
    clock: () => openedMs,
    randomId: createCountedId(),
    checkAnswers: false,
    tickMs: 2 ** 30,
    alarmHistoryMs: 40 * HOUR_MS,
  })
  const { board } = await host.alarms('bau-bang')
  return board.journal
    .until(openedMs)
    .filter(({ time }) => Date.parse(time) > NOON_MS - 30 * HOUR_MS && Date.parse(time) < NOON_MS - HOUR_MS)
    .map(({ alarmId, event, time, actor }) => `${time} ${alarmId} ${event} ${actor}`)
}

describe('the past of a park', () => {
  it('is the same whenever the park is opened', async () => {
    const first = await journalOf(NOON_MS)
    expect(first.length).toBeGreaterThan(0)
    expect(await journalOf(NOON_MS + 7 * 60_000)).toEqual(first)
    expect(await journalOf(NOON_MS + 95 * 60_000)).toEqual(first)
  })
})
