import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { MockBackend } from '../../mocks/mock-backend.ts'
import { startMockServer } from '../../mocks/mock-server.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { alarmIdSchema, type JournalLine } from '../../src/contract/alarms.ts'

const PARK = 'bau-bang'
const DAYS = 30
const DAY_MS = 86_400_000

/** The mock server with a journal of `--lines` old entries, and a storm of 2,000 alarms that begins `--after` seconds from its start. */
const { values } = parseArgs({
  options: { port: { type: 'string' }, lines: { type: 'string' }, after: { type: 'string' } },
})
const lines = Number(values.lines)
const startMs = Date.now() + Number(values.after) * 1000
let isStarting = true
const host = new WorldHost({
  parkIds: [PARK],
  openPark,
  createWorld,
  seed: 1,
  scenario: 'alarm-flood',
  // A storm begins with its host: the host begins when the storm shall.
  clock: () => (isStarting ? startMs : Date.now()),
  randomId: () => randomUUID(),
  checkAnswers: false,
  alarmHistoryMs: 10 * 60_000,
})
isStarting = false
const { board } = await host.alarms(PARK)
const id = alarmIdSchema.parse('pressure-low.pl-01')

/** Old lines, spread over a month: an activation and its return in turn. */
function oldLine(k: number): JournalLine {
  const time = new Date(Date.now() - DAYS * DAY_MS + (k / lines) * (DAYS - 1) * DAY_MS).toISOString()
  const isReturn = k % 2 === 1
  return {
    alarmId: id,
    definitionId: 'pressure-low',
    eventId: `old-${k >> 1}`,
    event: isReturn ? 'RTN' : 'ACTIVATED',
    time,
    receiveTime: time,
    fromState: isReturn ? 'ACTIVE_UNACK' : 'NORMAL',
    toState: isReturn ? 'RTN_UNACK' : 'ACTIVE_UNACK',
    priority: 'P3',
    severity: 500,
    annunciated: !isReturn,
    actor: 'process',
    comment: null,
    client: null,
    value: 1.5,
    limit: 1.8,
  }
}
for (let k = 0; k < lines; k++) board.journal.append(oldLine(k))
const server = await startMockServer(new MockBackend(host), { port: Number(values.port) })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
