import { createCountedId } from '../../mocks/node.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { SMALL_PARK_ID, openSmallPark } from './small-park.ts'
import { createSmallWorld } from './small-world.ts'

export interface TestClock {
  nowMs: number
}

export const START_MS = Date.UTC(2026, 10, 22, 5)

/** A host of the small park under a clock that the test moves. Feeds tick only when the test calls `tick`. */
export function createSmallHost(clock: TestClock, silentFromMs = Infinity, polite = false): WorldHost {
  return new WorldHost({
    parkIds: [SMALL_PARK_ID],
    openPark: openSmallPark,
    createWorld: (options) => createSmallWorld(options, silentFromMs),
    seed: 1,
    scenario: 'normal-day',
    clock: () => clock.nowMs,
    randomId: createCountedId(),
    checkAnswers: true,
    tickMs: 2 ** 30,
    polite,
  })
}
