import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { partsOf, selectPoints } from '../domain/kpi/select-points.ts'
import { KPI_DEFINITIONS, type KpiDefinition } from '../domain/kpi/kpi-definitions.data.ts'
import { indexPark } from '../domain/network/park-index.ts'
import { growthOver, megawatts, type TourFacts } from '../domain/tours/figures.ts'
import { article37Query } from '../api/article37-query.ts'
import { assetQueries } from '../api/asset-queries.ts'
import { historyQueries } from '../api/history-queries.ts'
import { askAgainMs, isWaiting, type ParkFigures, parkFiguresQuery } from './park-figures.ts'
import { parkQueries } from '../api/park-queries.ts'
import { pointQueries } from '../api/point-queries.ts'
import { FRESH_DATA, PAST_DATA } from '../api/query-policy.ts'
import { registerQueries } from '../api/register-queries.ts'

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000
const BUCKETS = DAY_MS / QUARTER_MS

/** What did not come is null: a caption then reads "not enough data", and the tour goes on. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch {
    return null
  }
}

const partOf = (id: KpiDefinition['id'], part: string) => {
  const definition = KPI_DEFINITIONS.find((one) => one.id === id)
  return definition ? partsOf(definition.formula)[part] : undefined
}

/** Day of the meters behind peak, solar share and reuse. */
async function readDay(
  client: QueryClient,
  parkId: string,
  asOfMs: number,
  atMs: number | null,
): Promise<Pick<TourFacts, 'gridMw' | 'solarMw' | 'reusedM3'>> {
  const [park, assets, points] = await Promise.all([
    client.fetchQuery(parkQueries.detail(parkId)),
    client.fetchQuery(assetQueries.list(parkId)),
    client.fetchQuery(pointQueries.list(parkId)),
  ])
  const index = indexPark(park, assets, points, [])
  const idsOf = (id: KpiDefinition['id'], part: string): string[] => {
    const selector = partOf(id, part)
    return selector ? selectPoints(index, selector).map((point) => point.id) : []
  }
  const ids = {
    grid: idsOf('grid-import', 'inputs'),
    solar: idsOf('solar', 'inputs'),
    reuse: idsOf('reuse', 'numerator'),
  }
  const toMs = Math.floor(asOfMs / QUARTER_MS) * QUARTER_MS
  const all = [...ids.grid, ...ids.solar, ...ids.reuse]
  if (all.length === 0) return { gridMw: null, solarMw: null, reusedM3: null }
  const window = { points: all, fromMs: toMs - DAY_MS, toMs, stepMs: QUARTER_MS, atMs }
  const { series } = await client.fetchQuery(historyQueries.readings(parkId, window))
  const byId = new Map(series.map((one): [string, typeof one] => [one.pointId, one]))
  const seriesOf = (some: readonly string[]) => some.map((id) => byId.get(id))
  return {
    gridMw: megawatts(seriesOf(ids.grid), BUCKETS),
    solarMw: megawatts(seriesOf(ids.solar), BUCKETS),
    reusedM3: growthOver(seriesOf(ids.reuse)),
  }
}

/** What captions are told from, with the figures that it was taken from. */
export type ToldFacts = TourFacts & { figures: ParkFigures }

async function readFigures(client: QueryClient, parkId: string, atMs: number | null): Promise<ParkFigures> {
  const query = parkFiguresQuery(parkId, atMs)
  const known = client.getQueryData(query.queryKey)
  // What still waited a moment ago is asked for anew, however young it is.
  return client.fetchQuery(known && isWaiting(known) ? { ...query, staleTime: 0 } : query)
}

async function readFacts(client: QueryClient, parkId: string, atMs: number | null): Promise<ToldFacts> {
  const figures = await readFigures(client, parkId, atMs)
  const [day, exchanges, recp, article37] = await Promise.all([
    orNull(readDay(client, parkId, figures.asOfMs, atMs)),
    orNull(client.fetchQuery(registerQueries.rows(parkId, 'symbiosis-exchanges'))),
    orNull(client.fetchQuery(registerQueries.rows(parkId, 'recp-solutions'))),
    orNull(client.fetchQuery(article37Query(parkId))),
  ])
  const targetOf = (id: KpiDefinition['id']): number | null =>
    figures.kpis.find(({ definition }) => definition.id === id)?.target ?? null
  return {
    figures,
    areaHa: figures.park.areaHa,
    tenants: figures.tenants,
    plots: figures.plots,
    kpis: new Map(figures.kpis.map(({ definition, result }) => [definition.id, result.value])),
    contractedMw: targetOf('grid-import'),
    codLimitMgL: targetOf('cod-day'),
    gridMw: day?.gridMw ?? null,
    solarMw: day?.solarMw ?? null,
    reusedM3: day?.reusedM3 ?? null,
    exchanges,
    recp,
    article37: article37 ? { met: article37.results.length - article37.short, all: article37.results.length } : null,
  }
}

/**
 * What captions are told from: of now, asked again every minute while a tour plays and sooner while a figure waits, or of
 * an instant of the past.
 * Registers have no past: exchanges, measures and criteria are those that are recorded now.
 */
export function tourFactsQuery(parkId: string, atMs: number | null = null) {
  return queryOptions({
    queryKey: ['tour-facts', parkId, ...(atMs === null ? [] : [atMs])],
    queryFn: ({ client }) => readFacts(client, parkId, atMs),
    structuralSharing: false,
    refetchInterval: ({ state }) => (atMs === null ? askAgainMs(state.data?.figures, state.dataUpdateCount) : false),
    ...(atMs === null ? FRESH_DATA : PAST_DATA),
    retry: false,
  })
}
