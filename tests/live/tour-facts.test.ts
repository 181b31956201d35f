import { QueryClient } from '@tanstack/react-query'
import { afterAll, expect, it } from 'vitest'
import { startMockNetworkNode } from '../../mocks/node.ts'
import { openPark } from '../../mocks/park/load-browser.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { assetQueries } from '../../src/api/asset-queries.ts'
import { configureApi } from '../../src/api/config.ts'
import { pointQueries } from '../../src/api/point-queries.ts'
import { snapshotQueries } from '../../src/api/snapshot-queries.ts'
import { FIGURE_OF } from '../../src/domain/tours/figures.ts'
import { parkFiguresQuery } from '../../src/live/park-figures.ts'
import { tourFactsQuery } from '../../src/live/tour-facts.ts'

const PARK = 'bau-bang'
const NOW_MS = Date.parse('2026-11-20T06:10:00Z')
/** Three in the morning after a Sunday: no sun, and a day of little load behind it. */
const NIGHT_MS = Date.parse('2026-11-15T20:00:00Z')

const network = startMockNetworkNode({
  parkIds: [PARK],
  openPark,
  createWorld,
  seed: 20261120,
  scenario: 'normal-day',
  clock: () => NOW_MS,
  checkAnswers: false,
  alarmHistoryMs: 3_600_000,
})
configureApi({ baseUrl: 'http://park.test' })
afterAll(() => network.stop())

/** Power of all incomers as the server keeps it of an instant, MW. */
async function importedMw(client: QueryClient, atMs: number): Promise<number> {
  const [assets, points, { points: ids, values }] = await Promise.all([
    client.fetchQuery(assetQueries.list(PARK)),
    client.fetchQuery(pointQueries.list(PARK)),
    client.fetchQuery(snapshotQueries.latest(PARK, atMs)),
  ])
  const incomers = new Set(
    assets.filter(({ kind }) => kind === 'power-transformer' || kind === 'hv-connection').map(({ id }) => id),
  )
  const shown = points.filter(({ kind, assetId }) => kind === 'active-power' && incomers.has(assetId))
  return shown.reduce((sum, { id }) => sum + (values[ids.indexOf(id)] ?? Number.NaN), 0) / 1000
}

it('tells a past instant by its own numbers, and now by those of now', async () => {
  const client = new QueryClient()
  const night = await client.fetchQuery(tourFactsQuery(PARK, NIGHT_MS))
  const now = await client.fetchQuery(tourFactsQuery(PARK))
  expect(night.kpis.get('grid-import')).toBeCloseTo(await importedMw(client, NIGHT_MS), 3)
  expect(night.kpis.get('solar')).toBe(0)
  expect(now.kpis.get('solar')).toBeGreaterThan(1)
  const peakMw = (facts: typeof now): number => {
    const peak = FIGURE_OF.peak_mw(facts)
    return peak.ok ? peak.value : Number.NaN
  }
  // The 24 hours before it were a Sunday, those before now were not.
  expect(peakMw(night)).toBeLessThan(peakMw(now))
}, 60_000)

it('asks anew for a figure that still waited a moment ago', async () => {
  const client = new QueryClient()
  const query = parkFiguresQuery(PARK)
  const figures = await client.fetchQuery(query)
  const waiting = figures.kpis.map((kpi) =>
    kpi.definition.id === 'reuse'
      ? { ...kpi, result: { ...kpi.result, value: null, freshness: 'waiting' as const } }
      : kpi,
  )
  client.setQueryData(query.queryKey, { ...figures, kpis: waiting })
  const told = await client.fetchQuery(tourFactsQuery(PARK))
  expect(told.kpis.get('reuse')).toBeGreaterThan(0)
}, 60_000)
