import { afterEach, describe, expect, it } from 'vitest'
import { configureApi } from '../../src/api/config.ts'
import { configSchema } from '../../src/app/config.ts'
import { askForListsAhead, askForTalkAhead, createQueryClient } from '../../src/app/query-client.ts'

const PARKS = { parks: ['bau-bang', 'long-duc'] }
const OIDC = { ...PARKS, oidc: { issuer: 'https://id.example', clientId: 'parkscope' } }
let client = createQueryClient()
/** What has been sent. */
let sent: string[] = []

/** Parks of the lists that are asked for; requests have been sent when it resolves. */
async function asked(hash: string, settings: object = PARKS): Promise<string[]> {
  client = createQueryClient()
  sent = []
  configureApi({
    baseUrl: 'https://park.example',
    fetch: (input, init) => {
      sent.push(`${init?.method} ${new Request(input).url.replace('https://park.example/api/v1', '')}`)
      return new Promise(() => {})
    },
  })
  const config = configSchema.parse(settings)
  void askForTalkAhead(hash, config, 'https://park.example')
  askForListsAhead(client, hash, config)
  await new Promise((resolve) => setTimeout(resolve))
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
  ])('for the address "%s" is the park %s', async (hash, park) => {
    expect(await asked(hash)).toEqual([park, park, park, park])
    expect(sent).toHaveLength(5)
    expect(sent[0]).toBe('POST /live/tickets')
  })

  it('is the default park of the configuration', async () => {
    expect(new Set(await asked('', { ...PARKS, defaultPark: 'long-duc' }))).toEqual(new Set(['long-duc']))
  })

  it.each(['#/atlantis/overview', '#/wall/fhd-55-4m?park=bau-bang', '#/tour/bau-bang.three-minutes', '#nonsense'])(
    'is nothing for "%s"',
    async (hash) => {
      expect(await asked(hash)).toEqual([])
      expect(sent).toEqual([])
    },
  )

  it('is nothing where people sign in first', async () => {
    expect(await asked('', OIDC)).toEqual([])
    expect(sent).toEqual([])
  })
})
