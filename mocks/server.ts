import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { issuerTokens } from './issuer-tokens.ts'
import { MockBackend } from './mock-backend.ts'
import { startMockServer } from './mock-server.ts'
import { openPark, PARK_IDS } from './park/load-node.ts'
import { type ScenarioId, createWorld } from './sim/world.ts'
import { WorldHost } from './world-host.ts'

const SCENARIOS = [
  'normal-day',
  'feeder-trip',
  'storm',
  'effluent-breach',
  'comms-loss',
  'alarm-flood',
  'late-manifest',
] as const satisfies ScenarioId[]
const USAGE = `npm run mock:server -- [--port 8787] [--address 127.0.0.1] [--seed 1] [--scenario ${SCENARIOS.join('|')}] [--park ID] [--oidc-issuer URL]`

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      address: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: '1' },
      scenario: { type: 'string', default: 'normal-day' },
      park: { type: 'string' },
      'oidc-issuer': { type: 'string' },
    },
  })
  const port = readWhole('--port', values.port, 65_535)
  const seed = readWhole('--seed', values.seed, 2 ** 32 - 1)
  const scenario = SCENARIOS.find((id) => id === values.scenario)
  if (!scenario) throw new Error(`--scenario is one of ${SCENARIOS.join(', ')}`)
  const parkIds = values.park === undefined ? PARK_IDS : PARK_IDS.filter((id) => id === values.park)
  if (parkIds.length === 0) throw new Error(`--park is one of ${PARK_IDS.join(', ')}`)
  const issuer = values['oidc-issuer']
  if (issuer !== undefined && !URL.canParse(issuer)) throw new Error('--oidc-issuer is an address')
  return { port, address: values.address, seed, scenario, parkIds, issuer }
}

function readWhole(name: string, text: string, max: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > max) throw new Error(`${name} is a whole number up to ${max}`)
  return value
}

async function main(): Promise<void> {
  const { port, address, issuer, ...world } = readOptions()
  const host = new WorldHost({
    ...world,
    openPark,
    createWorld,
    clock: () => Date.now(),
    randomId: () => randomUUID(),
    checkAnswers: false,
    ...(issuer === undefined ? {} : { checkToken: issuerTokens(issuer, () => Date.now()) }),
  })
  const server = await startMockServer(new MockBackend(host), { port, address })
  console.log(
    `Simulated park at http://${address}:${server.port}/api/v1/server (${world.scenario}, seed ${world.seed})`,
  )
  const stop = () => void server.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(USAGE)
  process.exitCode = 1
})
