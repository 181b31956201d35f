import { randomUUID } from 'node:crypto'
import { startMockServer } from '../../../mocks/mock-server.ts'
import { openPark } from '../../../mocks/park/load-node.ts'
import { createWorld } from '../../../mocks/sim/world.ts'
import { WorldHost } from '../../../mocks/world-host.ts'
import { HostileBackend } from './hostile-backend.ts'

/** A park with a tripped feeder whose register and field send whatever they like; a process of its own. */
const host = new WorldHost({
  parkIds: ['bau-bang'],
  openPark,
  createWorld,
  seed: 1,
  scenario: 'feeder-trip',
  clock: () => Date.now(),
  randomId: () => randomUUID(),
  checkAnswers: false,
})
const server = await startMockServer(new HostileBackend(host), { port: 0 })
console.log(`Hostile park at http://127.0.0.1:${server.port}/api/v1/server`)
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
