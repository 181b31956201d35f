import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MockBackend } from '../../mocks/mock-backend.ts'
import { serveWorld } from '../../mocks/worker/serve-world.ts'
import { WorldClient } from '../../mocks/worker/world-client.ts'
import { createSmallHost, START_MS } from './small-host.ts'
import { SMALL_PARK_ID } from './small-park.ts'

const SETTINGS = { seed: 1, scenario: 'normal-day', speed: 1, park: null } as const
const POINTS = `http://park.test/below/api/v1/parks/${SMALL_PARK_ID}/points`

let channel: MessageChannel
let backend: MockBackend
let world: WorldClient
let expected: string[] = []

beforeEach(() => {
  channel = new MessageChannel()
  channel.port1.start()
  channel.port2.start()
  backend = new MockBackend(createSmallHost({ nowMs: START_MS }))
  expected = []
  serveWorld(
    channel.port1,
    () => backend,
    (park) => expected.push(park),
  )
  world = new WorldClient(channel.port2)
  channel.port2.postMessage({ kind: 'start', settings: SETTINGS })
})

afterEach(() => {
  backend.stop()
  channel.port1.close()
  channel.port2.close()
})

/** Opens a live connection with a ticket of its own and collects what comes until it is closed. */
async function openLink() {
  const body = JSON.stringify({ parkId: SMALL_PARK_ID })
  const asked = await world.answer(new Request('http://park.test/api/v1/live/tickets', { method: 'POST', body }))
  const { ticket }: { ticket: string } = await asked.json()
  const got: unknown[] = []
  const waiting = new Set<() => void>()
  const add = (item: unknown) => {
    got.push(item)
    for (const wake of waiting) wake()
  }
  const link = world.connect({ send: add, close: (code) => add(code) }, ticket)
  const until = async (count: number) => {
    while (got.length < count) await new Promise<void>((resolve) => waiting.add(resolve))
    return got
  }
  return { link, got, until }
}

describe('the simulated world behind a message port', () => {
  it('answers at once to a park that it is told to expect, and goes on', async () => {
    const heard: unknown[] = []
    channel.port2.addEventListener('message', ({ data }) => heard.push(data))
    channel.port2.postMessage({ kind: 'expect', park: SMALL_PARK_ID })
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'ready' }))
    expect(expected).toEqual([SMALL_PARK_ID])
    expect((await world.answer(new Request(POINTS))).status).toBe(200)
  })

  it('answers requests with status, headers and bytes', async () => {
    const answer = await world.answer(new Request(POINTS))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    const { items }: { items: unknown[] } = await answer.json()
    expect(items).toHaveLength(6)
    const unknown = await world.answer(new Request('http://park.test/api/v1/parks/nowhere'))
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('carries a live connection both ways, text and bytes, until it ends', async () => {
    const { link, until } = await openLink()
    link.receive(JSON.stringify({ type: 'hello', contract: '1.0', encoding: 'binary', parkId: SMALL_PARK_ID }))
    link.receive(JSON.stringify({ type: 'subscribe', points: 'all' }))
    expect(await until(2)).toEqual([expect.stringContaining('"welcome"'), expect.stringContaining('"snapshot"')])
    await world.sendLive(new Uint8Array([1, 2, 3]).buffer)
    await world.emit(SMALL_PARK_ID, 'note', { text: 'hello' })
    const got = await until(4)
    expect(got[2]).toBeInstanceOf(ArrayBuffer)
    expect(got[3]).toContain('"note"')
    expect(backend.sessionCount).toBe(1)
    link.end()
    await world.restore()
    expect(backend.sessionCount).toBe(0)
  })

  it('gives a request up when nobody waits for it any more', async () => {
    await world.setFaults([{ kind: 'delay', endpoint: 'points', delayMs: 60_000 }])
    const abort = new AbortController()
    const answer = world.answer(new Request(POINTS, { signal: abort.signal }))
    setTimeout(() => abort.abort(), 10)
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await world.setFaults([])
    expect((await world.answer(new Request(POINTS))).status).toBe(200)
  })

  it('hears that the page has drawn', async () => {
    const begin = vi.spyOn(backend.host.lane, 'begin')
    world.drawn()
    await world.restore()
    expect(begin).toHaveBeenCalledOnce()
  })

  it('can be cut, restored and damaged', async () => {
    const { until } = await openLink()
    await world.cut(Infinity)
    expect((await until(1)).at(-1)).toBe(1011)
    await expect(world.answer(new Request(POINTS))).rejects.toThrow('network is cut')
    const refused = new Promise((resolve) => world.connect({ send: resolve, close: resolve }, 'any'))
    expect(await refused).toBe(1011)
    await world.restore()
    expect((await world.answer(new Request(POINTS))).status).toBe(200)
    await world.setFaults([{ kind: 'status', endpoint: 'points', status: 503, retryAfterS: 7 }])
    const broken = await world.answer(new Request(POINTS))
    expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '7'])
  })
})
