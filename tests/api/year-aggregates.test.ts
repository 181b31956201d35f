import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { aggregateQueries } from '../../src/api/aggregate-queries.ts'
import { yearPlan } from '../../src/domain/scorecard/year-aggregates.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { answerWith, json } from './fake-fetch.ts'

const TODAY_MS = Date.UTC(2026, 10, 19, 17)
const DAY_MS = 86_400_000

it('asks a year of a park as buckets of the server: months of the registers, days of the outfall, no samples', async () => {
  const { assets, points } = await openPark('bau-bang').core()
  const asked = answerWith(({ url }) => {
    const [fromMs, toMs] = ['from', 'to'].map((name) => Date.parse(url.searchParams.get(name) ?? ''))
    return json({
      parkId: 'bau-bang',
      from: new Date(fromMs ?? 0).toISOString(),
      to: new Date(toMs ?? 0).toISOString(),
      step: url.searchParams.get('step'),
      series: [],
    })
  })
  await new QueryClient()
    .fetchQuery({ ...aggregateQueries.year('bau-bang', yearPlan(assets, points), TODAY_MS), retry: false })
    .catch(() => null)
  const buckets = asked.map(({ url }) => {
    const { searchParams: query } = url
    const spanMs = Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')
    const stepMs = Number(query.get('step'))
    return [url.pathname.split('/').at(-1), stepMs / DAY_MS, Math.round(spanMs / stepMs)]
  })
  expect(buckets).toEqual([
    ['readings', 365 / 12, 13],
    ['readings', 1, 366],
  ])
})
