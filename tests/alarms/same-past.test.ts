import { describe, expect, it } from 'vitest'
import type { ParkAlarms } from '../../mocks/alarms/park-alarms.ts'
import { createCountedId } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import type { JournalEntry } from '../../src/contract/alarms.ts'

const HOUR_MS = 3_600_000
const NOON_MS = Date.parse('2026-11-28T12:00:00+07:00')

/** The alarms of a park that is opened at an instant. */
function opened(openedMs: number, alarmHistoryMs: number): Promise<ParkAlarms> {
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
    alarmHistoryMs,
  })
  return host.alarms('bau-bang')
}

function linesBetween({ board }: ParkAlarms, fromMs: number, toMs: number): JournalEntry[] {
  const isWithin = ({ receiveTime }: JournalEntry): boolean =>
    Date.parse(receiveTime) > fromMs && Date.parse(receiveTime) <= toMs
  return board.journal.until(toMs).filter(isWithin)
}

describe('the past of a park', () => {
  it('is the same whenever the park is opened', async () => {
    const told = async (openedMs: number): Promise<string[]> =>
      linesBetween(await opened(openedMs, 40 * HOUR_MS), NOON_MS - 30 * HOUR_MS, NOON_MS).map(
        ({ receiveTime, time, alarmId, event, actor }) => `${receiveTime} ${time} ${alarmId} ${event} ${actor}`,
      )
    const first = await told(NOON_MS)
    expect(first.length).toBeGreaterThan(0)
    expect(await told(NOON_MS + 7 * 60_000)).toEqual(first)
    expect(await told(NOON_MS + 95 * 60_000)).toEqual(first)
  })

  it.each([
    ['a gateway is lost and comes back', '2026-11-25T17:35:00Z', '2026-11-25T17:57:00Z', 'gateway-lost.gw-wwtp-1'],
    ['a meter falls silent', '2026-11-27T07:55:00Z', '2026-11-27T08:35:00Z', 'source-silent.em-a14'],
    ['a pump starts again by plan', '2026-11-27T14:55:00Z', '2026-11-27T15:05:00Z', 'pump-low-flow.pu-3'],
  ])('says to the second what was seen live: %s', async (_, from, to, alarmId) => {
    const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
    const process = (alarms: ParkAlarms): string[] =>
      linesBetween(alarms, fromMs, toMs)
        .filter(({ actor }) => actor === 'process')
        .map((line) => `${line.time} ${line.alarmId} ${line.event}`)
    const live = await opened(fromMs, 2 * HOUR_MS)
    for (let t = fromMs + 1000; t <= toMs; t += 1000) live.catchUp(t)
    const seen = process(live)
    expect(seen.filter((line) => line.includes(alarmId)).length).toBeGreaterThan(0)
    expect(process(await opened(toMs + 20 * 60_000, 3 * HOUR_MS))).toEqual(seen)
  })

  it('calls nobody for a pump that starts by plan and comes up to its flow', async () => {
    const [fromMs, toMs] = [Date.parse('2026-11-27T14:55:00Z'), Date.parse('2026-11-27T15:05:00Z')]
    const lines = linesBetween(await opened(toMs, 13 * HOUR_MS), fromMs, toMs)
    const pump = lines.filter(({ alarmId }) => alarmId === 'pump-low-flow.pu-3')
    expect(pump.map(({ event }) => event)).toEqual(['RTN', 'UNSUPPRESSED'])
    expect(pump.some(({ annunciated }) => annunciated)).toBe(false)
  })

  it('tells its lines in the order in which they came', async () => {
    const lines = linesBetween(await opened(NOON_MS, 40 * HOUR_MS), 0, NOON_MS)
    const received = lines.map(({ receiveTime }) => receiveTime)
    expect(received).toEqual(received.toSorted())
    for (const { time, receiveTime } of lines) expect(time <= receiveTime).toBe(true)
  })
})
