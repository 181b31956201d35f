import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { MockBackend } from '../../mocks/mock-backend.ts'
import { startMockServer } from '../../mocks/mock-server.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { soakTime } from './soak-clock.ts'

/** The simulated park on the soak's clock. */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    speed: { type: 'string' },
    origin: { type: 'string' },
    fast: { type: 'string' },
    alarms: { type: 'string' },
  },
})
const clock = { originMs: Number(values.origin), speed: Number(values.speed), fastForMs: Number(values.fast) }
const host = new WorldHost({
  parkIds: ['bau-bang'],
  openPark,
  createWorld,
  seed: 20261120,
  scenario: 'normal-day',
  speed: clock.speed,
  // They come in the first nine tenths of the fast time, and each stands for twenty minutes.
  flood: { count: Number(values.alarms), withinMs: 0.9 * clock.speed * clock.fastForMs, lastsMs: 20 * 60_000 },
  // A frame every half second: at 600 times real speed five minutes of the park's time.
  tickMs: 500,
  clock: () => soakTime(clock, Date.now()),
  randomId: () => randomUUID(),
  checkAnswers: false,
})
const server = await startMockServer(new MockBackend(host), { port: Number(values.port) })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
