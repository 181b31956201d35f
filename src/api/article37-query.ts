import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { parkQueries } from './park-queries.ts'
import { FRESH_DATA } from './query-policy.ts'
import { criteriaQueries, registerQueries, registersKey } from './register-queries.ts'
import { serverQueries } from './server-queries.ts'
import type { SetResult } from '../domain/scorecard/evaluate.ts'
import { evaluateArticle37 } from '../domain/scorecard/register-only.ts'
import { isoDateOf } from '../domain/time/park-zone.ts'

const SET_ID = 'vn-35-2022'

/** What the law leaves open, as the decree reads at its strictest. */
const SETTINGS = { denominator: 'operating', iso: 'every' } as const

/** Null: the server has no criteria of Article 37. */
async function readArticle37(client: QueryClient, parkId: string): Promise<SetResult | null> {
  const rows = registerQueries.rows
  const [sets, park, server, violations, statements, profiles, reports, exchanges, recp, documents] = await Promise.all(
    [
      client.fetchQuery(criteriaQueries.list()),
      client.fetchQuery(parkQueries.detail(parkId)),
      client.fetchQuery(serverQueries.info()),
      client.fetchQuery(rows(parkId, 'violations')),
      client.fetchQuery(rows(parkId, 'park-statements')),
      client.fetchQuery(rows(parkId, 'tenant-profiles')),
      client.fetchQuery(rows(parkId, 'reports-issued')),
      client.fetchQuery(rows(parkId, 'symbiosis-exchanges')),
      client.fetchQuery(rows(parkId, 'recp-solutions')),
      client.fetchQuery(rows(parkId, 'documents')),
    ],
  )
  const set = sets.find(({ id }) => id === SET_ID)
  if (!set) return null
  const registers = {
    violations,
    'park-statements': statements,
    'tenant-profiles': profiles,
    'reports-issued': reports,
    'symbiosis-exchanges': exchanges,
    'recp-solutions': recp,
    documents,
  }
  const today = isoDateOf(Date.parse(server.time), park.timeZone)
  return evaluateArticle37(set, registers, { facts: park.facts, today, settings: SETTINGS })
}

/** Article 37 of Decree 35/2022 of one park, from its registers. */
export function article37Query(parkId: string) {
  return queryOptions({
    // Under the registers, so that a change of one makes it stale.
    queryKey: [...registersKey(parkId), 'article-37'],
    queryFn: ({ client }) => readArticle37(client, parkId),
    structuralSharing: false,
    ...FRESH_DATA,
    retry: false,
  })
}
