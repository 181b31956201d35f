import { describe, expect, it } from 'vitest'
import { createCountedId } from '../../mocks/node.ts'
import { openPark, PARK_IDS } from '../../mocks/park/load-node.ts'
import { createWorld, type ScenarioId } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'

/** Local time of the parks (UTC+7) of three ordinary moments. */
const MOMENTS = {
  'a working morning': '2026-11-20T10:00:00+07:00',
  'a Saturday afternoon': '2026-11-21T15:00:00+07:00',
  'the first day of Tết': '2027-02-06T11:00:00+07:00',
} as const
/** Enough for every on-delay; the past is judged in steps of five minutes. */
const HISTORY_MS = 90 * 60_000
/** One that stands and is known: a district that loses water for weeks. Everything else is an exception. */
const MOST_ACTIVE = 1

interface Active {
  id: string
  priority: string
  acked: boolean
}

async function activeAt(parkId: string, nowMs: number, scenario: ScenarioId = 'normal-day'): Promise<Active[]> {
  const host = new WorldHost({
    parkIds: [parkId],
    openPark,
    createWorld,
    seed: 20261120,
    scenario,
    clock: () => nowMs,
    randomId: createCountedId(),
    checkAnswers: false,
    tickMs: 2 ** 30,
    alarmHistoryMs: HISTORY_MS,
  })
  const { board } = await host.alarms(parkId)
  return board
    .list(nowMs, true)
    .filter(({ activeState, suppressedOrShelved }) => activeState && !suppressedOrShelved)
    .map(({ id, priority, ackedState }) => ({ id, priority, acked: ackedState }))
}

describe.each(PARK_IDS)('%s on an ordinary day', (parkId) => {
  it.each(Object.entries(MOMENTS))('is calm on %s', async (_, moment) => {
    const active = await activeAt(parkId, Date.parse(moment))
    expect(active.filter(({ priority, acked }) => priority !== 'P3' || !acked)).toEqual([])
    expect(active.slice(MOST_ACTIVE)).toEqual([])
  })
})

describe('a manifest whose last copy stays away', () => {
  it('is an alarm in its own scenario only', async () => {
    const atMs = Date.parse(MOMENTS['a working morning'])
    const active = await activeAt('bau-bang', atMs, 'late-manifest')
    expect(active.map(({ id }) => id)).toContain('manifest-age.park')
  })
})
