import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { configureApi } from '../../src/api/config.ts'
import { historyQueries } from '../../src/api/history-queries.ts'

const HOUR_MS = 3_600_000
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const open: (() => void)[] = []
let asked = 0

configureApi({
  baseUrl: 'http://park.test',
  fetch: (input) => {
    asked += 1
    const from = new URL(String(input instanceof Request ? input.url : input)).searchParams.get('from')
    return new Promise((resolve) => {
      const answer = { parkId: 'bau-bang', from, to: from, stepMs: HOUR_MS, series: [] }
      open.push(() => resolve(Response.json(answer)))
    })
  },
})

const hour = (k: number) =>
  historyQueries.readings('bau-bang', {
    points: ['em-1.flow'],
    fromMs: k * HOUR_MS,
    toMs: (k + 1) * HOUR_MS,
    stepMs: HOUR_MS,
  })

afterEach(() => {
  for (const answer of open.splice(0)) answer()
  client.clear()
})

describe('history asked for at once', () => {
  it('leaves connections to what people wait for, and goes on as answers come', async () => {
    const wanted = [0, 1, 2, 3, 4, 5].map((k) => client.fetchQuery(hour(k)).catch(() => null))
    await vi.waitFor(() => expect(asked).toBe(4))
    open.shift()?.()
    await vi.waitFor(() => expect(asked).toBe(5))
    // What nobody waits for any more is not asked for at all.
    await client.cancelQueries({ queryKey: hour(5).queryKey })
    while (open.length > 0) open.shift()?.()
    await Promise.all(wanted)
    expect(asked).toBe(5)
  })
})
