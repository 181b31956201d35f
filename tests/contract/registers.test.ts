import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { dailyAnswerSchema, dailyRevisionSchema } from '../../src/contract/daily.ts'
import { auditEntrySchema, importAnswerSchema } from '../../src/contract/register-endpoints.ts'
import type { Role } from '../../src/contract/session.ts'
import { START_MS, createSmallHost } from './small-host.ts'

let host = createSmallHost({ nowMs: START_MS })
beforeEach(() => {
  host = createSmallHost({ nowMs: START_MS })
})

let count = 0
/** As whom the tests ask; null: as nobody. */
let role: Role | null = 'manager'
beforeEach(() => {
  role = 'manager'
})

async function ask(
  method: string,
  path: string,
  body?: Record<string, unknown>,
): Promise<{ status: number; body: unknown }> {
  count += 1
  const init: RequestInit = { method }
  if (role !== null) init.headers = { authorization: `Bearer ${host.sessions.open(role)}` }
  if (body !== undefined) init.body = JSON.stringify({ idempotencyKey: `test-key-${count}`, ...body })
  const response = await handleRequest(host, new Request(`http://park.test/api/v1/parks/small-park${path}`, init))
  return { status: response.status, body: await response.json() }
}

const ROWS = '/registers/actions/rows'
const ACTION = { title: 'Meter', ownerRole: 'manager', due: '2027-01-15', state: 'open' }

describe('registers of the demo', () => {
  it('add once for the same key, however often it is sent', async () => {
    const body = { row: ACTION, idempotencyKey: 'the-same-key' }
    const [first, second] = [await ask('POST', ROWS, body), await ask('POST', ROWS, body)]
    expect(second).toEqual(first)
    const list = z.object({ total: z.number() }).parse((await ask('GET', ROWS)).body)
    expect(list.total).toBe(1)
  })

  it('let one of two writers through, and keep a trail with before and after', async () => {
    await ask('POST', ROWS, { row: { ...ACTION, id: 'a-1' } })
    const one = await ask('PUT', `${ROWS}/a-1`, { row: { ...ACTION, title: 'First' }, version: 1 })
    const two = await ask('PUT', `${ROWS}/a-1`, { row: { ...ACTION, title: 'Second' }, version: 1 })
    expect([one.status, two.status]).toEqual([200, 409])
    const trail = z
      .object({ items: z.array(auditEntrySchema) })
      .parse((await ask('GET', '/registers/actions/audit?rowId=a-1')).body)
    expect(trail.items.map(({ action, before, after }) => [action, before?.title, after?.title])).toEqual([
      ['change', 'Meter', 'First'],
      ['create', undefined, 'Meter'],
    ])
  })

  it('never change or remove what is kept for good', async () => {
    const row = { kind: 'form-a4', year: 2025, issuedOn: '2026-03-01', id: 'rep-1' }
    expect((await ask('POST', '/registers/reports-issued/rows', { row })).status).toBe(201)
    expect((await ask('PUT', '/registers/reports-issued/rows/rep-1', { row, version: 1 })).status).toBe(405)
    expect((await ask('DELETE', '/registers/reports-issued/rows/rep-1?version=1')).status).toBe(405)
  })

  it('import good rows, refuse bad ones by line, overwrite nothing unasked', async () => {
    await ask('POST', ROWS, { row: { ...ACTION, id: 'a-1' } })
    const rows = [
      { line: 2, replace: false, row: { ...ACTION, id: 'a-1', title: 'Overwritten' } },
      { line: 3, replace: false, row: { ...ACTION, due: 'soon' } },
      { line: 4, replace: false, row: { ...ACTION, id: 'a-2' } },
    ]
    const { body } = await ask('POST', '/registers/actions/import', { rows })
    const answer = importAnswerSchema.parse(body)
    expect(answer.accepted).toEqual([{ line: 4, id: 'a-2', action: 'created' }])
    expect(answer.refused.map(({ line, field, rule }) => [line, field, rule])).toEqual([
      [2, 'id', 'id-exists'],
      [3, 'due', 'wrong-type'],
    ])
  })
})

describe('who may change registers', () => {
  it.each([null, 'viewer', 'operator', 'shift-lead'] as const)(
    'refuses the role %s and keeps the register',
    async (who) => {
      role = who
      expect((await ask('POST', ROWS, { row: { ...ACTION, id: 'a-9' } })).status).toBe(403)
      expect((await ask('PUT', `${ROWS}/a-9`, { row: ACTION, version: 1 })).status).toBe(403)
      expect((await ask('DELETE', `${ROWS}/a-9?version=1`)).status).toBe(403)
      const rows = [{ line: 2, replace: false, row: ACTION }]
      expect((await ask('POST', '/registers/actions/import', { rows })).status).toBe(403)
      expect(z.object({ total: z.number() }).parse((await ask('GET', ROWS)).body).total).toBe(0)
    },
  )

  it('writes the role of the caller into the trail', async () => {
    role = 'admin'
    await ask('POST', ROWS, { row: { ...ACTION, id: 'a-9' } })
    const trail = z
      .object({ items: z.array(auditEntrySchema) })
      .parse((await ask('GET', '/registers/actions/audit?rowId=a-9')).body)
    expect(trail.items.map((entry) => entry.role)).toEqual(['admin'])
  })
})

describe('the daily report', () => {
  const report = {
    date: '2026-11-21',
    cutOff: '2026-11-22T00:00:00Z',
    coverage: 0.9,
    pointsGood: 5,
    pointsTotal: 6,
    weather: { maxTemperature: 33, rainMm: 0 },
    exceptions: [],
    rows: [],
    decisions: [],
  }
  const PATH = '/daily/2026-11-21'

  it('is issued, revised with a reason and a difference, and never changed', async () => {
    expect((await ask('POST', PATH, { after: 0, reason: null, report })).status).toBe(201)
    expect((await ask('POST', PATH, { after: 1, reason: null, report })).status).toBe(400)
    const revised = await ask('POST', PATH, { after: 1, reason: 'Late result', report: { ...report, coverage: 0.8 } })
    expect(dailyRevisionSchema.parse(revised.body)).toMatchObject({
      revision: 2,
      reason: 'Late result',
      changes: [{ rowKey: null, field: 'coverage', before: 0.9, after: 0.8 }],
    })
    expect((await ask('POST', PATH, { after: 1, reason: 'Race', report })).status).toBe(409)
    const { revisions } = dailyAnswerSchema.parse((await ask('GET', PATH)).body)
    expect(revisions.map((one) => one.report.coverage)).toEqual([0.9, 0.8])
  })

  it('of another day or of tomorrow is refused', async () => {
    expect((await ask('POST', '/daily/2026-11-20', { after: 0, reason: null, report })).status).toBe(400)
    const tomorrow = { ...report, date: '2026-11-24' }
    expect((await ask('POST', '/daily/2026-11-24', { after: 0, reason: null, report: tomorrow })).status).toBe(400)
  })
})
