import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { MockBackend } from '../../mocks/mock-backend.ts'
import { startMockServer } from '../../mocks/mock-server.ts'
import { openPark, PARK_IDS } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'

/** The mock server with a clock of `--speed` times real speed from `--origin` (epoch milliseconds) on. */
const { values } = parseArgs({
  options: { port: { type: 'string' }, speed: { type: 'string' }, origin: { type: 'string' } },
})
const speed = Number(values.speed)
const originMs = Number(values.origin)
const host = new WorldHost({
  parkIds: PARK_IDS,
  openPark,
  createWorld,
  seed: 1,
  scenario: 'normal-day',
  speed,
  // A frame each 200 ms: at 60 times real speed 12 seconds of the park's time.
  tickMs: 200,
  clock: () => originMs + (Date.now() - originMs) * speed,
  randomId: () => randomUUID(),
  checkAnswers: false,
})
const server = await startMockServer(new MockBackend(host), { port: Number(values.port) })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
