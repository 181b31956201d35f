import holidays from '../../fixtures/reference/holidays.json' with { type: 'json' }
import {
  gridFactorsSchema,
  holidaysSchema,
  limitSetsSchema,
  normsSchema,
  tariffsSchema,
} from '../../src/contract/reference.ts'
import { pageOf } from './paging.ts'
import { type Service, serving } from '../serve.ts'
import { REFERENCE_ENDPOINTS } from '../../src/contract/reference-endpoints.ts'

const serve = serving(REFERENCE_ENDPOINTS)

/** Tours and permits; law, tariffs and factors: the shipped files, each loaded when it is first asked for. */
export const REFERENCE_SERVICES: readonly Service[] = [
  serve('tours', async ({ host, params, query }) => pageOf(await host.files(params.parkId).tours(), query)),
  serve('permits', async ({ host, params, query }) => pageOf(await host.files(params.parkId).permits(), query)),
  serve('tariffs', async () =>
    tariffsSchema.parse((await import('../../fixtures/reference/tariffs.json', { with: { type: 'json' } })).default),
  ),
  serve('gridFactors', async () =>
    gridFactorsSchema.parse(
      (await import('../../fixtures/reference/grid-factors.json', { with: { type: 'json' } })).default,
    ),
  ),
  serve('limitSets', async () =>
    limitSetsSchema.parse(
      (await import('../../fixtures/reference/limit-sets.json', { with: { type: 'json' } })).default,
    ),
  ),
  serve('norms', async () =>
    normsSchema.parse((await import('../../fixtures/reference/norms.json', { with: { type: 'json' } })).default),
  ),
  // The simulator's calendar holds them from the start.
  serve('holidays', () => Promise.resolve(holidaysSchema.parse(holidays))),
]
