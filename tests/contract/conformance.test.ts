import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCountedId } from '../../mocks/node.ts'
import { MockBackend } from '../../mocks/mock-backend.ts'
import { type RunningServer, startMockServer } from '../../mocks/mock-server.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { runConformance } from './conformance/run-conformance.ts'
import type { CheckResult } from './conformance/report.ts'
import { SMALL_PARK_ID, openSmallPark } from './small-park.ts'
import { createSmallWorld } from './small-world.ts'

let backend: MockBackend
let server: RunningServer

beforeEach(async () => {
  const host = new WorldHost({
    parkIds: [SMALL_PARK_ID],
    openPark: openSmallPark,
    createWorld: createSmallWorld,
    seed: 1,
    scenario: 'normal-day',
    clock: () => Date.now(),
    randomId: createCountedId(),
    checkAnswers: false,
    tickMs: 100,
  })
  backend = new MockBackend(host)
  server = await startMockServer(backend, { port: 0 })
})

afterEach(() => server.stop())

async function failures(): Promise<CheckResult[]> {
  const report = await runConformance(`http://127.0.0.1:${server.port}`, () => {})
  return report.results.filter((result) => !result.ok)
}

describe('conformance against a real port', () => {
  it('passes against our own server', async () => {
    expect(await failures()).toEqual([])
  })

  it('names a deleted field', async () => {
    backend.setFaults([{ kind: 'delete-field', endpoint: 'points', path: 'items.3.periodMs' }])
    const [first] = await failures()
    expect(first?.detail).toContain('points: items[3].periodMs')
  })

  it('names a field whose type has changed', async () => {
    backend.setFaults([{ kind: 'set-field', endpoint: 'items', path: 'features.*.properties.areaHa', value: '12' }])
    const details = (await failures()).map((failure) => failure.detail)
    expect(details.some((detail) => detail.includes('items plots: features[0]: properties.areaHa'))).toBe(true)
  })

  it('names the endpoint whose status is wrong', async () => {
    backend.setFaults([{ kind: 'status', endpoint: 'liveTicket', status: 200 }])
    const details = (await failures()).map((failure) => failure.detail)
    expect(details[0]).toContain('liveTicket /live/tickets: status 200, the contract says 201')
  })

  it('names the frame that was cut short', async () => {
    backend.setFaults([], [{ kind: 'cut-binary', every: 3, bytes: 1 }])
    const details = (await failures()).map((failure) => failure.detail)
    expect(details[0]).toMatch(/live: readings \(binary\), message \d+: bad-length|too-short/)
  })
})
