import { randomUUID } from 'node:crypto'
import { MockBackend } from '../../../mocks/mock-backend.ts'
import { startMockServer } from '../../../mocks/mock-server.ts'
import { openPark } from '../../../mocks/park/load-node.ts'
import { QUALITY_BYTE } from '../../../src/contract/quality.ts'
import { type World, type WorldOptions, createWorld } from '../../../mocks/sim/world.ts'
import { WorldHost } from '../../../mocks/world-host.ts'
import { isCounting, secondOf } from './counting.ts'

/**
 * The simulated park for the fault suite, as a child process: its clock is set by messages `{ skewMs }` of its parent,
 * and its electricity meters never fail and count the seconds of real time, so that a number on screen says of which
 * second it is.
 */
let skewMs = 0

function countingWorld(options: WorldOptions): World {
  const world = createWorld(options)
  const counting = world.points.map(({ id }) => isCounting(id))
  const lastOf = (index: number, tMs: number): number => {
    const periodMs = world.points[index]?.periodMs ?? 1000
    return Math.floor(tMs / periodMs) * periodMs
  }
  return {
    ...world,
    sampleAt(index, tMs) {
      if (counting[index] !== true) return world.sampleAt(index, tMs)
      const sourceTimeMs = lastOf(index, tMs)
      return { value: secondOf(sourceTimeMs - skewMs), quality: QUALITY_BYTE.Good, sourceTimeMs }
    },
    dueBetween(fromMs, toMs, out) {
      const due: number[] = []
      world.dueBetween(fromMs, toMs, due)
      out.push(...due.filter((index) => counting[index] !== true))
      counting.forEach((isOne, index) => {
        if (isOne && lastOf(index, toMs) > lastOf(index, fromMs)) out.push(index)
      })
    },
  }
}

const host = new WorldHost({
  parkIds: ['bau-bang', 'long-duc'],
  openPark,
  createWorld: countingWorld,
  seed: 1,
  scenario: 'feeder-trip',
  // Alarms are judged and readings sent often, so that a fault of a few frames is short.
  tickMs: 500,
  clock: () => Date.now() + skewMs,
  randomId: () => randomUUID(),
  checkAnswers: false,
  alarmHistoryMs: 3_600_000,
})
const { port } = await startMockServer(new MockBackend(host), { port: 0 })
await host.alarms('bau-bang')
process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'skewMs' in message) skewMs = Number(message.skewMs)
  process.send?.({ skewMs })
})
// A parent that is gone needs no server.
process.once('disconnect', () => process.exit(0))
process.send?.({ port })
