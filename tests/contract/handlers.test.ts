import { describe, expect, it } from 'vitest'
import { REPLAY_HEADER } from '../../src/contract/endpoint-parts.ts'
import { isCommand } from '../../src/contract/endpoint.ts'
import { ENDPOINTS } from '../../src/contract/endpoints.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import { historySchema } from '../../src/contract/readings.ts'
import { allServices, handleRequest } from '../../mocks/handlers/handle-request.ts'
import { BODIES, PATHS } from './every-call.ts'
import { START_MS, createSmallHost } from './small-host.ts'

const host = createSmallHost({ nowMs: START_MS })

async function ask(path: string, init?: RequestInit): Promise<{ status: number; body: unknown; type: string | null }> {
  const response = await handleRequest(host, new Request(`http://park.test/some/folder/api/v1${path}`, init))
  return { status: response.status, body: await response.json(), type: response.headers.get('content-type') }
}

const range = 'from=2026-11-22T04:00:00Z&to=2026-11-22T05:00:00Z'

describe('handlers', () => {
  it('serve every endpoint of the table once', async () => {
    const services = await allServices()
    expect(services.map(({ name }) => name).toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted())
  })

  it.each(Object.entries(PATHS))('%s answers what the contract says', async (name, path) => {
    const endpoint = Object.entries(ENDPOINTS).find(([key]) => key === name)?.[1]
    const sent = Object.entries(BODIES).find(([key]) => key === name)?.[1]
    const init: RequestInit = { method: endpoint?.method ?? 'GET' }
    if (sent !== undefined) init.body = JSON.stringify(sent)
    // Reading needs no session; a manager may send everything of the table.
    if (sent !== undefined || init.method === 'DELETE') {
      init.headers = { authorization: `Bearer ${host.sessions.open('manager')}` }
    }
    const { status, body } = await ask(path, init)
    expect(status).toBe(endpoint?.status)
    expect(endpoint?.answer.safeParse(body).error?.issues).toBeUndefined()
  })

  it('lists of a park name it, others name none', async () => {
    for (const name of ['assets', 'alarms', 'alarmJournal', 'log', 'items'] as const) {
      expect((await ask(PATHS[name])).body).toMatchObject({ parkId: 'small-park' })
    }
    expect((await ask(PATHS.parks)).body).not.toHaveProperty('parkId')
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
    ['/parks/small-park/snapshot?at=1970-01-01T00:00:00Z', 404, 'at'],
    ['/parks/small-park/alarms?at=2026-01-01T00:00:00Z', 404, 'at'],
    ['/parks/small-park/log?at=2027-01-01T00:00:00Z', 400, 'at'],
    ['/parks/small-park/recording?from=2027-01-01T00:00:00Z&step=1000&count=1', 400, 'from'],
    ['/parks/small-park/recording?from=2026-11-22T04:00:00Z&step=1000&count=1000', 400, 'count'],
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

  it('refuses every command of a client that replays, whoever it is, and lets it read and keep its session', async () => {
    const headers = {
      authorization: `Bearer ${host.sessions.open('admin')}`,
      [REPLAY_HEADER]: '2026-11-22T04:00:00Z',
    }
    for (const [name, endpoint] of Object.entries(ENDPOINTS)) {
      if (!isCommand(endpoint)) continue
      const path = Object.entries(PATHS).find(([key]) => key === name)?.[1] ?? ''
      const { status, body } = await ask(path, { method: endpoint.method, headers, body: '{}' })
      expect([name, status]).toEqual([name, 409])
      expect(problemSchema.parse(body).type).toMatch(/replay-read-only$/)
      expect(endpoint.errors).toContain(409)
    }
    expect((await ask('/parks/small-park/alarms', { headers })).status).toBe(200)
    const body = JSON.stringify({ parkId: 'small-park' })
    expect((await ask('/live/tickets', { method: 'POST', headers, body })).status).toBe(201)
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
