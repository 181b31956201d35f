import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import type { WorldHost } from '../../mocks/world-host.ts'
import { ENDPOINTS, type EndpointName } from '../../src/contract/endpoints.ts'
import { sha256Hex } from '../../src/lib/sha256.ts'

const range = 'from=2026-11-22T04:00:00Z&to=2026-11-22T05:00:00Z'
/** A good address of every endpoint on the small park; the writing ones follow each other in this order. */
export const PATHS: Record<EndpointName, string> = {
  server: '/server',
  parks: '/parks',
  park: '/parks/small-park',
  collections: '/parks/small-park/collections',
  items: '/parks/small-park/collections/plots/items',
  assets: '/parks/small-park/assets',
  asset: '/parks/small-park/assets/em-a01',
  points: '/parks/small-park/points',
  tenants: '/parks/small-park/tenants',
  permits: '/parks/small-park/permits',
  catalogue: '/catalogues/qualities',
  tariffs: '/reference/tariffs',
  gridFactors: '/reference/grid-factors',
  limitSets: '/reference/limit-sets',
  norms: '/reference/norms',
  holidays: '/reference/holidays',
  agenda: '/parks/small-park/agenda',
  snapshot: '/parks/small-park/snapshot',
  recording: '/parks/small-park/recording?from=2026-11-22T04:00:00Z&step=60000&count=3',
  readings: `/parks/small-park/readings?points=em-a01.cod&${range}&step=60000`,
  session: '/session',
  demoRole: '/session/demo-role',
  alarms: '/parks/small-park/alarms?retain=true',
  alarm: '/parks/small-park/alarms/tenant-demand.em-a01',
  alarmDefinitions: '/parks/small-park/alarm-definitions',
  alarmCommand: '/parks/small-park/alarms/tenant-demand.em-a01/addComment',
  alarmJournal: '/parks/small-park/alarm-journal',
  liveTicket: '/live/tickets',
  tours: '/parks/small-park/tours',
  criteria: '/reference/criteria',
  fuelFactors: '/reference/fuel-factors',
  registers: '/parks/small-park/registers',
  registerRows: '/parks/small-park/registers/actions/rows',
  addRegisterRow: '/parks/small-park/registers/actions/rows',
  changeRegisterRow: '/parks/small-park/registers/actions/rows/a-1',
  removeRegisterRow: '/parks/small-park/registers/actions/rows/a-1?version=2',
  importRegisterRows: '/parks/small-park/registers/actions/import',
  registerAudit: '/parks/small-park/registers/actions/audit',
  scorecardHistory: '/parks/small-park/scorecard/history',
  daily: '/parks/small-park/daily/2026-11-21',
  issueDaily: '/parks/small-park/daily/2026-11-21',
  log: '/parks/small-park/log',
  writeLog: '/parks/small-park/log',
  workPermits: '/parks/small-park/work-permits',
  handover: '/parks/small-park/handover',
  handovers: '/parks/small-park/handovers',
  handoverStep: '/parks/small-park/handovers/handover-2026-11-22-1/prepare',
  wallLinks: '/parks/small-park/wall-links',
  makeWallLink: '/parks/small-park/wall-links',
  revokeWallLink: `/parks/small-park/wall-links/w-${sha256Hex('small-park key-wall-1').slice(0, 12)}`,
}

const action = { title: 'Meter', ownerRole: 'manager', due: '2027-01-15', state: 'open' }
const dailyReport = {
  date: '2026-11-21',
  cutOff: '2026-11-22T00:00:00Z',
  coverage: 1,
  pointsGood: 6,
  pointsTotal: 6,
  weather: { maxTemperature: null, rainMm: null },
  exceptions: [],
  rows: [],
  decisions: [],
}
/** Bodies of requests that have one; a row is added, changed and removed in this order. */
export const BODIES: Partial<Record<EndpointName, unknown>> = {
  liveTicket: { parkId: 'small-park' },
  demoRole: { role: 'operator' },
  alarmCommand: { idempotencyKey: 'key-alarm-1', comment: 'seen' },
  writeLog: { idempotencyKey: 'key-log-1', category: 'operation', text: 'Pump changed over', language: 'en' },
  handoverStep: { idempotencyKey: 'key-step-1', rev: 0 },
  addRegisterRow: { row: { ...action, id: 'a-1' }, idempotencyKey: 'key-add-1' },
  changeRegisterRow: { row: { ...action, title: 'Another' }, version: 1, idempotencyKey: 'key-change-1' },
  importRegisterRows: { rows: [{ line: 2, replace: false, row: action }], idempotencyKey: 'key-import-1' },
  makeWallLink: { name: 'Lobby', profile: '4k-55-4m', idempotencyKey: 'key-wall-1' },
  issueDaily: { after: 0, reason: null, report: dailyReport, idempotencyKey: 'key-daily-1' },
}

export const ENDPOINT_NAMES = Object.keys(PATHS).filter((name): name is EndpointName => name in ENDPOINTS)

/** What `call` takes so as to ask for the same as the address in `PATHS`. */
export function inputOf(name: EndpointName): { params: object; query: object; body?: unknown } {
  const url = new URL(PATHS[name], 'http://park.test')
  const segments = url.pathname.split('/').map(decodeURIComponent)
  const named = ENDPOINTS[name].path
    .split('/')
    .map((part, k) => [part.replace(/[{}]/g, ''), part, segments[k]] as const)
  const params = Object.fromEntries(
    named.filter(([, part]) => part.startsWith('{')).map(([key, , value]) => [key, value]),
  )
  return { params, query: Object.fromEntries(url.searchParams), body: BODIES[name] }
}

/** The answers of a small park to every endpoint, asked in the order of `PATHS` by a manager. */
export async function goodAnswers(host: WorldHost): Promise<ReadonlyMap<EndpointName, unknown>> {
  const authorization = `Bearer ${host.sessions.open('manager')}`
  const answers = new Map<EndpointName, unknown>()
  for (const name of ENDPOINT_NAMES) {
    const body = BODIES[name]
    const init = {
      method: ENDPOINTS[name].method,
      headers: { authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }
    const response = await handleRequest(host, new Request(`http://park.test/api/v1${PATHS[name]}`, init))
    if (!response.ok) throw new Error(`${name} answers ${response.status}`)
    answers.set(name, await response.json())
  }
  return answers
}
