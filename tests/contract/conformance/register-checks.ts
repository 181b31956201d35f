import type { z } from 'zod'
import { registerIdSchema, REGISTERS } from '../../../src/contract/registers.ts'
import { type HttpProbe, parseAt, posting } from './http-probe.ts'
import { readAllPages } from './paging.ts'
import { type Report, expectThat } from './report.ts'

const WHOLE_LIST = 5000

/** Asks as a role of the simulated park where the server has a role menu; other servers judge the probe as it comes. */
class Writer {
  readonly #token: string | null
  constructor(token: string | null) {
    this.#token = token
  }

  send(method: string, body?: unknown): RequestInit {
    const init: RequestInit = body === undefined ? { method } : { ...posting(body), method }
    if (this.#token === null) return init
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${this.#token}`)
    return { ...init, headers }
  }
}

async function managerOf(probe: HttpProbe): Promise<Writer> {
  const { demoRoles } = await probe.get('session', '/session')
  if (!demoRoles.includes('manager')) return new Writer(null)
  return new Writer((await probe.get('demoRole', '/session/demo-role', posting({ role: 'manager' }))).token)
}

/** Criteria, registers, stored results and daily reports. Adds one action under an id of its own and removes it. */
export async function checkRegisters(report: Report, probe: HttpProbe, parkId: string): Promise<void> {
  const base = `/parks/${parkId}`
  await report.check('criteria: every set', () => readAllPages(probe, 'criteria', '/reference/criteria', 2))
  await report.check('fuel factors', () => probe.get('fuelFactors', '/reference/fuel-factors'))
  await report.check('registers: each by its name', async () => {
    const { items } = await probe.get('registers', `${base}/registers`)
    const ids = new Set<string>(items.map(({ id }) => id))
    for (const id of registerIdSchema.options) expectThat(ids.has(id), 'registers', `items: "${id}" is missing`)
  })
  for (const id of registerIdSchema.options) {
    await report.check(`register: ${id}`, async () => {
      const { items } = await probe.get('registerRows', `${base}/registers/${id}/rows?limit=${WHOLE_LIST}`)
      const schema: z.ZodType = REGISTERS[id].schema
      for (const [k, row] of items.entries()) parseAt(`registerRows ${id} items[${k}]`, schema, row)
    })
  }
  await report.check('scorecard history: columns of one length', async () => {
    const { quarters, series } = await probe.get('scorecardHistory', `${base}/scorecard/history`)
    for (const { criterionId, value } of series) {
      expectThat(
        value.length === quarters.length,
        'scorecardHistory',
        `${criterionId}: not one value for every quarter`,
      )
    }
  })
  await report.check('daily: revisions of a day', () => probe.get('daily', `${base}/daily/2026-01-01`))
  await report.check('registers: add, change, lose a race, remove, leave a trail', async () =>
    changeOneRow(probe, base, await managerOf(probe)),
  )
  await report.check('registers: a bad row is refused by its field', async () => {
    const body = { row: { title: '=1+1' }, idempotencyKey: keyOf('bad') }
    const writer = await managerOf(probe)
    await probe.refused('addRegisterRow', `${base}/registers/actions/rows`, 400, writer.send('POST', body), 'title')
  })
  await report.check('registers: nobody changes a row without a session', async () => {
    const body = { row: { title: 'Nobody' }, idempotencyKey: keyOf('nobody') }
    const response = await probe.fetch(`${base}/registers/actions/rows`, posting(body))
    expectThat([401, 403].includes(response.status), 'addRegisterRow', `status ${response.status} without a session`)
  })
}

let count = 0
function keyOf(what: string): string {
  count += 1
  return `conformance-${what}-${Date.now()}-${count}`
}

async function changeOneRow(probe: HttpProbe, base: string, writer: Writer): Promise<void> {
  const id = `conformance-${Date.now()}`
  const rows = `${base}/registers/actions/rows`
  const row = { title: 'Conformance', ownerRole: 'manager', due: '2030-01-01', state: 'open' }
  const added = writer.send('POST', { row: { ...row, id }, idempotencyKey: keyOf('add') })
  const first = await probe.get('addRegisterRow', rows, added)
  const again = await probe.get('addRegisterRow', rows, added)
  expectThat(again.version === first.version, 'addRegisterRow', 'idempotencyKey: the same key added a row twice')
  const change = (version: number, key: string): RequestInit =>
    writer.send('PUT', { row: { ...row, title: 'Changed' }, version, idempotencyKey: keyOf(key) })
  const changed = await probe.get('changeRegisterRow', `${rows}/${id}`, change(first.version, 'change'))
  expectThat(changed.version > first.version, 'changeRegisterRow', 'version: did not grow')
  await probe.refused('changeRegisterRow', `${rows}/${id}`, 409, change(first.version, 'race'))
  await probe.get('removeRegisterRow', `${rows}/${id}?version=${changed.version}`, writer.send('DELETE'))
  const trail = await probe.get('registerAudit', `${base}/registers/actions/audit?rowId=${id}`)
  const actions = trail.items.map(({ action }) => action).join(' ')
  expectThat(actions === 'remove change create', 'registerAudit', `items: "${actions}"`)
}
