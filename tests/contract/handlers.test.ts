import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../src/contract/endpoints.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import { historySchema } from '../../src/contract/readings.ts'
import { SERVICES, handleRequest } from '../../mocks/handlers/handle-request.ts'
import { START_MS, createSmallHost } from './small-host.ts'

const host = createSmallHost({ nowMs: START_MS })

async function ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown; type: string | null }> {
  const response = await handleRequest(host, new Request(`http://park.test/some/folder/api/v1${path}`, init))
  return { status: response.status, body: await response.json(), type: response.headers.get('content-type') }
}

const range = 'from=2026-11-22T04:00:00Z&to=2026-11-22T05:00:00Z'
const PATHS: Record<keyof typeof ENDPOINTS, string> = {
  server: '/server',
  parks: '/parks',
  park: '/parks/small-park',
  collections: '/parks/small-park/collections',
  items: '/parks/small-park/collections/plots/items',
  assets: '/parks/small-park/assets',
  asset: '/parks/small-park/assets/em-a01',
  points: '/parks/small-park/points',
  tenants: '/parks/small-park/tenants',
  catalogue: '/catalogues/qualities',
  agenda: '/parks/small-park/agenda',
  snapshot: '/parks/small-park/snapshot',
  readings: `/parks/small-park/readings?points=em-a01.cod&${range}&step=60000`,
  liveTicket: '/live/tickets',
}

describe('handlers', () => {
  it('serve every endpoint of the table once', () => {
    expect(SERVICES.map(({ name }) => name).toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted())
  })

  it.each(Object.entries(PATHS))('%s answers what the contract says', async (name, path) => {
    const endpoint = Object.entries(ENDPOINTS).find(([key]) => key === name)?.[1]
    const posted = { method: 'POST', body: JSON.stringify({ parkId: 'small-park' }) }
    const { status, body } = await ask(path, endpoint?.method === 'POST' ? posted : undefined)
    expect(status).toBe(endpoint?.status)
    expect(endpoint?.answer.safeParse(body).error?.issues).toBeUndefined()
  })

  it.each([
    ['/parks/no-park', 404, undefined],
    ['/parks/NOT%20AN%20ID', 404, 'parkId'],
    ['/parks/%E0%A4%A', 404, 'parkId'],
    ['/nothing/here', 404, undefined],
    ['/parks?limit=0', 400, 'limit'],
    ['/parks?limit=Infinity', 400, 'limit'],
    ['/parks?cursor=p-1', 400, 'cursor'],
    ['/parks/small-park/snapshot?at=2027-01-01T00:00:00Z', 400, 'at'],
    ['/parks/small-park/snapshot?at=1970-01-01T00:00:00Z', 400, 'at'],
    [`/parks/small-park/readings?points=em-a01.cod&${range}&step=1`, 400, 'step'],
    [`/parks/small-park/readings?points=em-a01.cod&${range}&step=NaN`, 400, 'step'],
    [
      '/parks/small-park/readings?points=em-a01.cod&from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z&step=1000',
      400,
      'step',
    ],
    [
      '/parks/small-park/readings?points=em-a01.cod&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z&step=1000',
      400,
      'to',
    ],
    [`/parks/small-park/readings?points=,,&${range}&step=60000`, 400, 'points'],
    [`/parks/small-park/readings?points=em-a99.cod&${range}&step=60000`, 404, undefined],
    ['/parks/small-park/collections/plots/items?bbox=1,9,2,3', 400, 'bbox'],
  ])('refuses %s with %i', async (path, expected, field) => {
    const { status, body, type } = await ask(path)
    expect(status).toBe(expected)
    expect(type).toBe('application/problem+json')
    expect(problemSchema.parse(body)).toMatchObject({ status: expected, ...(field === undefined ? {} : { field }) })
  })

  it('refuses a wrong method and a body that is not JSON', async () => {
    expect((await ask('/parks', { method: 'POST', body: '{}' })).status).toBe(405)
    expect(await ask('/live/tickets', { method: 'POST', body: '{' })).toMatchObject({
      status: 400,
      body: { field: 'body' },
    })
  })

  it('leaves history outside its reach empty', async () => {
    const query = 'from=2023-01-01T00:00:00Z&to=2023-01-01T01:00:00Z'
    const { body } = await ask(`/parks/small-park/readings?points=em-a01.cod&${query}&step=600000`)
    expect(historySchema.parse(body).series[0]).toMatchObject({
      count: [0, 0, 0, 0, 0, 0],
      mean: [null, null, null, null, null, null],
    })
  })

  it('hands a value over without text, and as text to whoever wants it', async () => {
    const requests = Array.from({ length: 3 }, () => new Request('http://park.test/api/v1/parks/small-park/tenants'))
    const [direct, cloned, text] = await Promise.all(requests.map((request) => handleRequest(host, request)))
    if (!direct || !cloned || !text) throw new Error('three answers expected')
    const value: unknown = await direct.json()
    expect(JSON.parse(await text.text())).toEqual(value)
    expect(await cloned.clone().json()).toEqual(value)
  })
})
