import { afterEach, describe, expect, it } from 'vitest'
import { configureApi } from '../../src/api/config.ts'
import { configSchema } from '../../src/app/config.ts'
import { askAhead, createQueryClient } from '../../src/app/query-client.ts'

const PARKS = { parks: ['bau-bang', 'long-duc'] }
const OIDC = { ...PARKS, oidc: { issuer: 'https://id.example', clientId: 'parkscope' } }
let client = createQueryClient()

function asked(hash: string, settings: object = PARKS): string[] {
  client = createQueryClient()
  configureApi({ baseUrl: 'https://park.example', fetch: () => new Promise(() => {}) })
  askAhead(client, hash, configSchema.parse(settings), 'https://park.example')
  return client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => String(queryKey[1]))
}

afterEach(() => client.clear())

describe('what is asked for before the first picture', () => {
  it.each([
    ['', 'bau-bang'],
    ['#/', 'bau-bang'],
    ['#/long-duc/overview?lang=en', 'long-duc'],
    ['#/long-duc/alarms', 'long-duc'],
  ])('for the address "%s" is the park %s', (hash, park) => {
    expect(asked(hash)).toEqual([park, park, park, park])
  })

  it('is the default park of the configuration', () => {
    expect(new Set(asked('', { ...PARKS, defaultPark: 'long-duc' }))).toEqual(new Set(['long-duc']))
  })

  it.each(['#/atlantis/overview', '#/wall/fhd-55-4m?park=bau-bang', '#/tour/bau-bang.three-minutes', '#nonsense'])(
    'is nothing for "%s"',
    (hash) => expect(asked(hash)).toEqual([]),
  )

  it('is nothing where people sign in first', () => {
    expect(asked('', OIDC)).toEqual([])
  })
})
