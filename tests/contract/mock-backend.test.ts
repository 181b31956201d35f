import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call } from '../../src/api/call.ts'
import { callList } from '../../src/api/call-list.ts'
import { configureApi } from '../../src/api/config.ts'
import { damageValue } from '../../mocks/faults.ts'
import { type NodeMockNetwork, startMockNetworkNode } from '../../mocks/node.ts'
import { SMALL_PARK_ID, openSmallPark } from './small-park.ts'
import { createSmallWorld } from './small-world.ts'

let network: NodeMockNetwork

beforeEach(() => {
  configureApi({ baseUrl: 'http://park.test/any/folder/' })
  network = startMockNetworkNode({
    parkIds: [SMALL_PARK_ID],
    openPark: openSmallPark,
    createWorld: createSmallWorld,
    seed: 1,
    scenario: 'normal-day',
    clock: () => Date.now(),
    tickMs: 50,
  })
})

afterEach(() => network.stop())

/** Opens the live channel and collects what comes until `count` messages or a close. */
async function listen(count: number): Promise<unknown[]> {
  const { ticket } = await call('liveTicket', { body: { parkId: SMALL_PARK_ID } })
  const socket = new WebSocket(`ws://park.test/any/folder/api/v1/live?ticket=${ticket}`)
  socket.binaryType = 'arraybuffer'
  const got: unknown[] = []
  return new Promise((resolve) => {
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ type: 'hello', contract: '1.0', encoding: 'binary', parkId: SMALL_PARK_ID }))
      socket.send(JSON.stringify({ type: 'subscribe', points: 'all' }))
    })
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      got.push(data)
      if (got.length < count) return
      socket.close()
      resolve(got)
    })
    socket.addEventListener('close', ({ code }) => {
      got.push(code)
      resolve(got)
    })
  })
}

describe('mock network in a test process', () => {
  it('serves client and live channel through MSW', async () => {
    expect((await callList('points', { params: { parkId: SMALL_PARK_ID } })).length).toBe(6)
    const got = await listen(4)
    expect(got.slice(0, 2)).toEqual([expect.stringContaining('"welcome"'), expect.stringContaining('"snapshot"')])
    expect(got.slice(2, 4)).toEqual([expect.any(ArrayBuffer), expect.any(ArrayBuffer)])
    expect(network.backend.sessionCount).toBe(0)
  })

  it('can be cut and restored', async () => {
    const cut = listen(100)
    setTimeout(() => network.backend.cut(Infinity), 100)
    expect((await cut).at(-1)).toBe(1011)
    await expect(call('server', {})).rejects.toMatchObject({ name: 'OfflineError' })
    network.backend.restore()
    expect((await call('server', {})).contract).toBe('1.0')
  })

  it('puts faults on answers', async () => {
    network.backend.setFaults([
      { kind: 'delete-field', endpoint: 'points', path: 'items.*.unit' },
      { kind: 'status', endpoint: 'server', status: 503, retryAfterS: 7 },
      { kind: 'delay', endpoint: 'tenants', delayMs: 30 },
    ])
    expect(await callList('points', { params: { parkId: SMALL_PARK_ID } })).toEqual([])
    await expect(call('server', {})).rejects.toMatchObject({ status: 503, retryAfterMs: 7000 })
    const before = performance.now()
    await callList('tenants', { params: { parkId: SMALL_PARK_ID } })
    expect(performance.now() - before).toBeGreaterThan(25)
  })
})

describe('damageValue', () => {
  it('changes every place that a path names and says how many', () => {
    const value = { a: [{ b: 1 }, { b: 2 }] }
    expect(damageValue(value, 'a.*.b', { set: 'x' })).toBe(2)
    expect(damageValue(value, 'a.1.b', { delete: true })).toBe(1)
    expect(damageValue(value, 'a.7.b', { delete: true })).toBe(0)
    expect(value).toEqual({ a: [{ b: 'x' }, {}] })
  })
})
