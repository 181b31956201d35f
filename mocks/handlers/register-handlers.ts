import type { RegisterSummary } from '../../src/contract/register-endpoints.ts'
import { fuelFactorsSchema } from '../../src/contract/reference-fuels.ts'
import { REGISTERS, registerIdSchema } from '../../src/contract/registers.ts'
import { badParameter } from '../problem-error.ts'
import { criteriaSets } from '../registers/criteria-files.ts'
import { recordsOf } from '../registers/stores.ts'
import { type Service, serving } from '../serve.ts'
import { REGISTER_ENDPOINTS } from '../../src/contract/register-endpoints.ts'
import { type Caller, requirePermission } from '../session.ts'
import { pageOf } from './paging.ts'

const RETENTION = 'until-reload' as const

/** Role of a caller who may change registers; a 403 for everybody else. */
function editorOf(caller: Caller): Caller['role'] {
  requirePermission(caller, 'plan.edit')
  return caller.role
}

const serve = serving(REGISTER_ENDPOINTS)

/** Criteria, registers, stored results and daily reports. */
export const REGISTER_SERVICES: readonly Service[] = [
  serve('criteria', async ({ query }) => pageOf(await criteriaSets(), query)),
  serve('fuelFactors', async () =>
    fuelFactorsSchema.parse(
      (await import('../../fixtures/reference/fuel-factors.json', { with: { type: 'json' } })).default,
    ),
  ),
  serve('registers', async ({ host, params, query }) => {
    const { registers } = recordsOf(host, params.parkId)
    const { dataMode } = await host.files(params.parkId).park()
    const page = pageOf(registerIdSchema.options, query)
    const items = page.items.map(async (id): Promise<RegisterSummary> => {
      const [rows, [last]] = await Promise.all([registers.rows(id), registers.audit(id)])
      const { change, removal } = REGISTERS[id]
      const changed = { changedAt: last?.at ?? null, changedBy: last?.role ?? null }
      return { id, rows: rows.length, change, removal, ...changed, dataMode, retention: RETENTION }
    })
    return { ...page, items: await Promise.all(items) }
  }),
  serve('registerRows', async ({ host, params, query }) =>
    pageOf(await recordsOf(host, params.parkId).registers.rows(params.registerId), query),
  ),
  serve('addRegisterRow', async ({ host, params, body, callerOf }) => {
    const role = editorOf(await callerOf())
    const { registers } = recordsOf(host, params.parkId)
    return registers.once(body.idempotencyKey, () => registers.add(params.registerId, body.row, role))
  }),
  serve('changeRegisterRow', async ({ host, params, body, callerOf }) => {
    const role = editorOf(await callerOf())
    const { registers } = recordsOf(host, params.parkId)
    const { registerId, rowId } = params
    return registers.once(body.idempotencyKey, () => registers.change(registerId, rowId, body.row, body.version, role))
  }),
  serve('removeRegisterRow', async ({ host, params, query, callerOf }) => {
    const role = editorOf(await callerOf())
    return recordsOf(host, params.parkId).registers.remove(params.registerId, params.rowId, query.version, role)
  }),
  serve('importRegisterRows', async ({ host, params, body, callerOf }) => {
    const role = editorOf(await callerOf())
    const { registers } = recordsOf(host, params.parkId)
    return registers.once(body.idempotencyKey, () => registers.import(params.registerId, body.rows, role))
  }),
  serve('registerAudit', async ({ host, params, query }) =>
    pageOf(await recordsOf(host, params.parkId).registers.audit(params.registerId, query.rowId), query),
  ),
  serve('scorecardHistory', async ({ host, params }) => recordsOf(host, params.parkId).history()),
  serve('daily', async ({ host, params }) => {
    const { id, dataMode } = await host.files(params.parkId).park()
    const revisions = recordsOf(host, params.parkId).daily.revisions(params.date)
    return { parkId: id, date: params.date, revisions, retention: RETENTION, dataMode }
  }),
  serve('issueDaily', async ({ host, params, body, callerOf }) => {
    const caller = await callerOf()
    requirePermission(caller, 'report.issue')
    const { registers, daily } = recordsOf(host, params.parkId)
    if (Date.parse(`${params.date}T00:00:00Z`) > host.nowMs()) throw badParameter('date', 'that day has not come yet')
    const by = { role: caller.role, nowMs: host.nowMs() }
    return registers.once(body.idempotencyKey, async () => daily.issue(params.date, body, by))
  }),
]
