import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Park } from '../contract/resources.ts'
import type { ScorecardInput } from '../domain/scorecard/scorecard-types.ts'
import { pointsByKind, yearPlan } from '../domain/scorecard/year-aggregates.ts'
import { dayStartMs, isoDateOf } from '../domain/time/park-zone.ts'
import { aggregateQueries } from './aggregate-queries.ts'
import { assetQueries } from './asset-queries.ts'
import { parkQueries } from './park-queries.ts'
import { pointQueries } from './point-queries.ts'
import { FRESH_DATA } from './query-policy.ts'
import { referenceQueries } from './reference-queries.ts'
import { registerQueries, registersKey } from './register-queries.ts'
import { serverQueries } from './server-queries.ts'

/** What a scorecard of a park is worked out from, whatever park is on screen; the rules are the viewer's. */
export interface ParkScorecardInput {
  park: Park
  input: Omit<ScorecardInput, 'settings'>
}

async function readInput(client: QueryClient, parkId: string): Promise<ParkScorecardInput> {
  const [park, assets, points, registers, gridFactors, server] = await Promise.all([
    client.fetchQuery(parkQueries.detail(parkId)),
    client.fetchQuery(assetQueries.list(parkId)),
    client.fetchQuery(pointQueries.list(parkId)),
    client.fetchQuery(registerQueries.all(parkId)),
    client.fetchQuery(referenceQueries.gridFactors()),
    client.fetchQuery(serverQueries.info()),
  ])
  const todayMs = dayStartMs(Date.parse(server.time), park.timeZone)
  const aggregates = await client.fetchQuery(aggregateQueries.year(parkId, yearPlan(assets, points), todayMs))
  return {
    park,
    input: {
      registers,
      aggregates,
      facts: park.facts,
      pointsByKind: pointsByKind(points),
      gridFactors,
      today: isoDateOf(todayMs, park.timeZone),
    },
  }
}

export const scorecardQueries = {
  /** Registers, facts and a year of meters of one park. */
  input: (parkId: string) =>
    queryOptions({
      // Under the registers, so that a change of one makes it stale.
      queryKey: [...registersKey(parkId), 'scorecard-input'],
      queryFn: ({ client }) => readInput(client, parkId),
      structuralSharing: false,
      ...FRESH_DATA,
      retry: false,
    }),
}
