import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../src/api/call.ts'
import { FRESH_DATA } from '../../src/api/query-policy.ts'
import { answerWith, json } from '../api/fake-fetch.ts'

const GOOD = { contract: '1.0', name: 'x', time: '2026-11-22T05:00:00Z', dataMode: 'simulated', holdLastValueS: 900 }
const refusal = (status: number, headers: Record<string, string> = {}) =>
  json({ type: 't', title: 'refused', status }, { status, headers })

/** What a page asks for, with the policy of its queries; answers come from `fault` for so many asks, then rightly. */
async function askThrough(fault: () => Response | Promise<Response>, times: number) {
  let count = 0
  const asked = answerWith(() => (++count <= times ? fault() : json(GOOD)), 2000)
  const client = new QueryClient()
  const outcome: { data: unknown; error: unknown } = { data: null, error: null }
  const ask = async (): Promise<void> => {
    try {
      outcome.data = await client.fetchQuery({
        ...FRESH_DATA,
        queryKey: ['server'],
        queryFn: ({ signal }) => call('server', { signal }),
      })
    } catch (error) {
      outcome.error = error
    }
  }
  void ask()
  await vi.advanceTimersByTimeAsync(125_000)
  client.clear()
  return { ...outcome, asked: asked.length }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('an answer that goes wrong for a while comes right by itself', () => {
  it.each([
    ['500', () => refusal(500), 3],
    ['503', () => refusal(503), 3],
    ['503 with Retry-After', () => refusal(503, { 'retry-after': '20' }), 2],
    ['429 with Retry-After', () => refusal(429, { 'retry-after': '7' }), 3],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 3],
    [
      'a body that stops half-way',
      () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('cut')) })),
      2,
    ],
  ])('%s', async (_, fault, times) => {
    const { data, asked } = await askThrough(fault, times)
    expect(data).toEqual(GOOD)
    expect(asked).toBe(times + 1)
  })

  it('waits as long as the server asks', async () => {
    const { asked } = await askThrough(() => refusal(429, { 'retry-after': '60' }), 99)
    expect(asked).toBe(3)
  })
})

describe('what asking again does not mend is said at once and shows nothing', () => {
  it.each([
    ['401', () => refusal(401), 'HttpError'],
    ['403', () => refusal(403), 'HttpError'],
    ['409', () => refusal(409), 'HttpError'],
    ['a body that is no JSON', () => new Response('<html>login</html>'), 'ContractError'],
    ['a body cut short', () => new Response(JSON.stringify(GOOD).slice(0, -9)), 'ContractError'],
    ['a field of another type', () => json({ ...GOOD, holdLastValueS: '900' }), 'ContractError'],
  ])('%s', async (_, fault, name) => {
    const { data, error, asked } = await askThrough(fault, 99)
    expect(data).toBeNull()
    expect(error).toMatchObject({ name })
    expect(asked).toBe(1)
  })
})
