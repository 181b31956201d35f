import { describe, expect, it } from 'vitest'
import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { LiveSession } from '../../mocks/live.ts'
import { madeWallLinkSchema, wallLinkSchema } from '../../src/contract/wall-links.ts'
import { CLOSE } from '../../src/contract/live.ts'
import { START_MS, createSmallHost } from './small-host.ts'

const host = createSmallHost({ nowMs: START_MS })
const LINKS = '/parks/small-park/wall-links'

async function ask(path: string, method = 'GET', token: string | null = null, body?: unknown) {
  const init: RequestInit = { method }
  if (token !== null) init.headers = { authorization: `Bearer ${token}` }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await handleRequest(host, new Request(`http://park.test/api/v1${path}`, init))
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

let made = 0
async function makeLink(name = 'Lobby') {
  made += 1
  const body = { name, profile: '4k-55-4m', idempotencyKey: `key-link-${made}` }
  const { answer } = await ask(LINKS, 'POST', host.sessions.open('manager'), body)
  return madeWallLinkSchema.parse(answer)
}

describe('wall links', () => {
  it('are made by a manager or an administrator, and by nobody else', async () => {
    const body = { name: 'Lobby', profile: '4k-55-4m', idempotencyKey: 'key-roles-1' }
    for (const role of ['viewer', 'operator', 'shift-lead'] as const) {
      expect((await ask(LINKS, 'POST', host.sessions.open(role), body)).status).toBe(403)
    }
    expect((await ask(LINKS, 'POST', null, body)).status).toBe(403)
    for (const role of ['manager', 'admin'] as const) {
      expect((await ask(LINKS, 'POST', host.sessions.open(role), body)).status).toBe(201)
    }
  })

  it('refuse a name that is none', async () => {
    const body = { name: '   ', profile: '4k-55-4m', idempotencyKey: 'key-name-1' }
    expect(await ask(LINKS, 'POST', host.sessions.open('manager'), body)).toMatchObject({
      status: 400,
      answer: { field: 'name' },
    })
  })

  it('read, and take live tickets, and nothing else', async () => {
    const { token, id } = await makeLink()
    expect((await ask('/parks/small-park/points', 'GET', token)).status).toBe(200)
    expect((await ask('/session', 'GET', token)).answer).toMatchObject({ role: 'viewer', signIn: 'wall-link' })
    expect((await ask('/live/tickets', 'POST', token, { parkId: 'small-park' })).status).toBe(201)
    const commands: [string, string, unknown?][] = [
      [
        '/parks/small-park/log',
        'POST',
        { idempotencyKey: 'key-log-9', category: 'operation', text: 'x', language: 'en' },
      ],
      ['/parks/small-park/alarms/tenant-demand.em-a01/acknowledge', 'POST', { idempotencyKey: 'key-ack-9' }],
      ['/session/demo-role', 'POST', { role: 'manager' }],
      [LINKS, 'POST', { name: 'Another', profile: 'x', idempotencyKey: 'key-self-9' }],
      [`${LINKS}/${id}`, 'DELETE'],
    ]
    for (const [path, method, body] of commands) expect((await ask(path, method, token, body)).status).toBe(403)
  })

  it('never tell their token again', async () => {
    const { token } = await makeLink('Gate')
    const { answer } = await ask(LINKS)
    expect(JSON.stringify(answer)).not.toContain(token)
    expect(JSON.stringify(answer)).toContain('Gate')
  })

  it('answer 401 with their reason once they are revoked, and their live channel closes', async () => {
    const link = await makeLink()
    const { answer } = await ask('/live/tickets', 'POST', link.token, { parkId: 'small-park' })
    const { ticket } = answer as { ticket: string }
    const closed: number[] = []
    const said: string[] = []
    const session = new LiveSession(
      host,
      { send: (message) => said.push(typeof message === 'string' ? message : ''), close: (code) => closed.push(code) },
      ticket,
    )
    const { answer: revoked } = await ask(`${LINKS}/${link.id}`, 'DELETE', host.sessions.open('manager'))
    expect(wallLinkSchema.parse(revoked).revoked).not.toBeNull()
    expect(closed).toEqual([CLOSE.ticketRefused])
    expect(said.join('')).toContain('link-revoked')
    session.end()
    for (const path of ['/session', '/parks/small-park/points']) {
      const refused = await ask(path, 'GET', link.token)
      expect(refused.status).toBe(401)
      expect(JSON.stringify(refused.answer)).toContain('link-revoked')
    }
    const again = await ask('/live/tickets', 'POST', link.token, { parkId: 'small-park' })
    expect(again.status).toBe(401)
  })

  it('count only as they were signed', async () => {
    const { token } = await makeLink()
    for (const broken of [`${token}0`, token.replace('.', '.0'), 'wall-', 'wall-00.00', `wall-${token}`]) {
      expect((await ask('/session', 'GET', broken)).status).toBe(401)
    }
    // A park that has begun anew still knows what it signed.
    const anew = createSmallHost({ nowMs: START_MS })
    const request = new Request('http://park.test/api/v1/session', { headers: { authorization: `Bearer ${token}` } })
    expect((await handleRequest(anew, request)).status).toBe(200)
  })

  it('are not found under another park', async () => {
    const { id } = await makeLink()
    const path = `/parks/no-park/wall-links/${id}`
    expect((await ask(path, 'DELETE', host.sessions.open('manager'))).status).toBe(404)
  })
})
