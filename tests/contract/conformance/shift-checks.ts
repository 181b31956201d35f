import { type HttpProbe, posting } from './http-probe.ts'
import { type Report, expectThat } from './report.ts'

/** How a caller asks: with a token of the server's role menu, or as it comes where the server has none. */
type Ask = (body: unknown) => RequestInit

async function askAs(probe: HttpProbe, role: 'operator' | 'shift-lead'): Promise<Ask | null> {
  const { demoRoles } = await probe.get('session', '/session')
  if (!demoRoles.includes(role)) return null
  const { token } = await probe.get('demoRole', '/session/demo-role', posting({ role }))
  return (body) => {
    const init = posting(body)
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return { ...init, headers }
  }
}

let count = 0
function keyOf(what: string): string {
  count += 1
  return `conformance-${what}-${Date.now()}-${count}`
}

const entryOf = (key: string, more: object = {}) => ({
  idempotencyKey: key,
  category: 'operation',
  text: 'Conformance check',
  language: 'en',
  ...more,
})

/** Operator log, work permits and handovers: reading, writing by role, the same key twice, and every refusal. */
export async function checkShift(report: Report, probe: HttpProbe, parkId: string): Promise<void> {
  const base = `/parks/${parkId}`
  await report.check('log: list', () => probe.get('log', `${base}/log?limit=50`))
  await report.check('work-permits: list', () => probe.get('workPermits', `${base}/work-permits`))
  await report.check('handover: draft of the running shift', () => probe.get('handover', `${base}/handover`))
  await report.check('handovers: list', () => probe.get('handovers', `${base}/handovers`))
  for (const path of ['log', 'work-permits', 'handover', 'handovers']) {
    await report.check(`${path}: 404 for a park that is not there`, () =>
      probe.refused(path, `/parks/no-such-park/${path}`, 404),
    )
  }
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    await report.check(`log: ${method} is a 405, it only grows`, () =>
      probe.refused('log', `${base}/log`, 405, method === 'DELETE' ? { method } : { ...posting({}), method }),
    )
  }
  await report.check('writeLog: without a role it is a 401 or 403', async () => {
    const response = await probe.fetch(`${base}/log`, posting(entryOf(keyOf('nobody'))))
    expectThat([401, 403].includes(response.status), 'writeLog', `status ${response.status} without a session`)
  })
  await report.check('handoverStep: without a role it is a 401 or 403', async () => {
    const { id, rev } = await probe.get('handover', `${base}/handover`)
    const body = { idempotencyKey: keyOf('nobody'), rev }
    const response = await probe.fetch(`${base}/handovers/${id}/prepare`, posting(body))
    expectThat([401, 403].includes(response.status), 'handoverStep', `status ${response.status} without a session`)
  })
  const operator = await report.check('session: a role of the menu for the log', () => askAs(probe, 'operator'))
  if (operator) await checkLog(report, probe, base, operator)
  const lead = await report.check('session: a role of the menu for the handover', () => askAs(probe, 'shift-lead'))
  if (operator && lead) await checkHandover(report, probe, base, operator, lead)
}

/** Writes one entry and corrects it: the log has no other way to change. */
async function checkLog(report: Report, probe: HttpProbe, base: string, ask: Ask): Promise<void> {
  const path = `${base}/log`
  await report.check('writeLog: the same key gives the same entry', async () => {
    const order = ask(entryOf(keyOf('log')))
    const first = await probe.get('writeLog', path, order)
    const again = await probe.get('writeLog', path, order)
    expectThat(again.id === first.id && again.seq === first.seq, 'writeLog', 'idempotencyKey: wrote a second entry')
    expectThat(first.author === 'operator', 'writeLog', `author: "${first.author}" for an operator's token`)
  })
  await report.check('writeLog: a correction strikes the old entry, once, and both stay', async () => {
    const old = await probe.get('writeLog', path, ask(entryOf(keyOf('old'))))
    const corrected = await probe.get('writeLog', path, ask(entryOf(keyOf('new'), { strikes: old.id })))
    const { items } = await probe.get('log', `${path}?limit=200`)
    const struck = items.find(({ id }) => id === old.id)
    expectThat(
      struck?.struckBy === corrected.id,
      'log',
      `items: struckBy of "${old.id}" is "${struck?.struckBy ?? ''}"`,
    )
    expectThat(struck.text === old.text, 'log', `items: the text of "${old.id}" was changed`)
    const twice = ask(entryOf(keyOf('twice'), { strikes: old.id }))
    await probe.refused('writeLog', path, 400, twice, 'strikes')
  })
  const wrong: readonly [string, object, string][] = [
    ['without text', { text: ' ' }, 'text'],
    ['that strikes nothing', { strikes: 'no-such-entry' }, 'strikes'],
    ['of a category that is not there', { category: 'gossip' }, 'category'],
    ['that clears nothing', { clears: 'no-such-entry' }, 'clears'],
    ['of the future', { eventTime: '2099-01-01T00:00:00.000Z' }, 'eventTime'],
    ['with a range that ends before it begins', { range: RANGE_BACKWARDS }, 'range'],
  ]
  for (const [name, more, field] of wrong) {
    await report.check(`writeLog: an entry ${name} is a 400 naming ${field}`, () =>
      probe.refused('writeLog', path, 400, ask(entryOf(keyOf('wrong'), more)), field),
    )
  }
}

const RANGE_BACKWARDS = { from: '2026-01-02T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }

/** Leaves an item out and puts it back: the running shift's handover is as it was, but for its revision. */
async function checkHandover(report: Report, probe: HttpProbe, base: string, operator: Ask, lead: Ask): Promise<void> {
  const now = () => probe.get('handover', `${base}/handover`)
  const stepPath = (id: string, method: string) => `${base}/handovers/${id}/${method}`
  await report.check('handoverStep: an operator may not', async () => {
    const { id, rev } = await now()
    const init = operator({ idempotencyKey: keyOf('operator'), rev })
    await probe.refused('handoverStep', stepPath(id, 'prepare'), 403, init, 'role')
  })
  await report.check('handoverStep: 404 for a handover that is not there', () =>
    probe.refused(
      'handoverStep',
      stepPath('no-such-handover', 'prepare'),
      404,
      lead({ idempotencyKey: keyOf('gone'), rev: 0 }),
    ),
  )
  await report.check('handoverStep: one signature does not close it, a stale revision is a 409', async () => {
    const { id, rev, state } = await now()
    if (state !== 'draft') return
    const early = await probe.refused(
      'handoverStep',
      stepPath(id, 'accept'),
      409,
      lead({ idempotencyKey: keyOf('early'), rev }),
    )
    expectThat(early.current !== undefined, 'handoverStep', 'current: a 409 brings the handover as it is')
    await probe.refused(
      'handoverStep',
      stepPath(id, 'prepare'),
      409,
      lead({ idempotencyKey: keyOf('stale'), rev: rev + 7 }),
    )
  })
  await report.check('handoverStep: leave an item out with a reason, the same key twice, put it back', async () => {
    const { id, rev, state, items } = await now()
    const [item] = items
    if (state !== 'draft' || !item) return
    const bare = lead({ idempotencyKey: keyOf('bare'), rev, itemId: item.id })
    await probe.refused('handoverStep', stepPath(id, 'remove-item'), 400, bare, 'reason')
    const order = lead({ idempotencyKey: keyOf('remove'), rev, itemId: item.id, reason: 'conformance' })
    const first = await probe.get('handoverStep', stepPath(id, 'remove-item'), order)
    const again = await probe.get('handoverStep', stepPath(id, 'remove-item'), order)
    expectThat(again.rev === first.rev, 'handoverStep', 'idempotencyKey: the same key took a second step')
    const back = lead({ idempotencyKey: keyOf('restore'), rev: first.rev, itemId: item.id })
    const restored = await probe.get('handoverStep', stepPath(id, 'restore-item'), back)
    const after = restored.items.find((one) => one.id === item.id)
    expectThat(after?.removed === null, 'handoverStep', `items: "${item.id}" was not put back`)
  })
}
