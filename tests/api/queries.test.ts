import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { agendaQueries } from '../../src/api/agenda-queries.ts'
import { alarmQueries } from '../../src/api/alarm-queries.ts'
import { assetQueries } from '../../src/api/asset-queries.ts'
import { configureApi } from '../../src/api/config.ts'
import { geometryQueries } from '../../src/api/geometry-queries.ts'
import { historyQueries } from '../../src/api/history-queries.ts'
import { parkQueries } from '../../src/api/park-queries.ts'
import { pointQueries } from '../../src/api/point-queries.ts'
import { serverQueries } from '../../src/api/server-queries.ts'
import { snapshotQueries } from '../../src/api/snapshot-queries.ts'
import { tenantQueries } from '../../src/api/tenant-queries.ts'
import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { START_MS, createSmallHost } from '../contract/small-host.ts'
import { SMALL_PARK_ID } from '../contract/small-park.ts'

const host = createSmallHost({ nowMs: START_MS })
configureApi({
  baseUrl: 'http://park.test',
  fetch: (input, init) => handleRequest(host, new Request(input, init)),
})

const client = new QueryClient()
afterEach(() => vi.useRealTimers())

describe('query factories', () => {
  it('read every resource of a park', async () => {
    expect((await client.fetchQuery(serverQueries.info())).holdLastValueS).toBe(900)
    expect((await client.fetchQuery(parkQueries.list())).map(({ id }) => id)).toEqual([SMALL_PARK_ID])
    expect((await client.fetchQuery(parkQueries.detail(SMALL_PARK_ID))).areaHa).toBe(100)
    expect(await client.fetchQuery(assetQueries.list(SMALL_PARK_ID))).toHaveLength(2)
    expect(await client.fetchQuery(pointQueries.list(SMALL_PARK_ID))).toHaveLength(6)
    expect(await client.fetchQuery(tenantQueries.list(SMALL_PARK_ID))).toHaveLength(1)
    expect(await client.fetchQuery(agendaQueries.list(SMALL_PARK_ID))).toEqual([])
    const plots = await client.fetchQuery(geometryQueries.collection(SMALL_PARK_ID, 'plots'))
    expect(plots.map((plot) => plot.properties.code)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05'])
  })

  it('round a history range to whole steps', async () => {
    const range = { points: ['em-a01.voltage'], fromMs: START_MS - 3_590_000, toMs: START_MS - 10_000, stepMs: 60_000 }
    const history = await client.fetchQuery(historyQueries.readings(SMALL_PARK_ID, range))
    expect(history).toMatchObject({ from: '2026-11-22T04:00:00.000Z', to: '2026-11-22T05:00:00.000Z' })
    expect(history.series[0]?.mean).toHaveLength(60)
  })

  it('lets go of spans that move on with the clock, so that months of them do not add up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const standing = new QueryClient()
    const QUARTER_MS = 900_000
    for (let quarter = 0; quarter < 40; quarter += 1) {
      const toMs = START_MS - (40 - quarter) * QUARTER_MS
      const window = { points: ['em-a01.voltage'], fromMs: toMs - 4 * QUARTER_MS, toMs, stepMs: QUARTER_MS }
      await standing.fetchQuery(historyQueries.readings(SMALL_PARK_ID, window))
      await standing.fetchQuery(alarmQueries.journalSpan(SMALL_PARK_ID, window))
      await standing.fetchQuery(snapshotQueries.latest(SMALL_PARK_ID, toMs))
      // Far less than a quarter of an hour of real time.
      vi.advanceTimersByTime(61_000)
    }
    expect(standing.getQueryCache().getAll()).toEqual([])
  })
})
