import { describe, expect, it } from 'vitest'
import { daysToReport, oldestManifestDays, tenantHazardousKg } from '../../mocks/alarms/register-figures.ts'
import type { Reader } from '../../mocks/alarms/instance.ts'
import { RegisterView } from '../../mocks/alarms/register-view.ts'
import { row } from '../domain/scorecard/scorecard-park.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { tinyPark } from '../sim/tiny-park.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const SOURCE = { title: 'test', year: 2026, confidence: 'simulated' }
const DAY_MS = 86_400_000

function readerAt(time: string): Reader {
  const nowMs = Date.parse(time)
  const world = createWorld({ model: tinyPark(), seed: 3, scenario: 'normal-day', scenarioStartMs: nowMs })
  return { nowMs, world, sampleOf: (index) => world.sampleAt(index, nowMs), isLost: () => false }
}

async function viewOf(rows: Record<string, readonly Record<string, unknown>[]>): Promise<RegisterView> {
  const view = new RegisterView(async (id) =>
    (rows[id] ?? []).map((fields, k) => Object.assign({ id: `row-${k}`, version: 1, source: SOURCE }, fields)),
  )
  await view.refresh(0)
  return view
}

const manifest = (handedOverOn: string, returnedOn: string | null) => ({
  number: 'M 1',
  tenantId: null,
  lotIds: [],
  carrier: 'carrier',
  treater: 'treater',
  massT: 1,
  handedOverOn,
  returnedOn,
  receivedT: null,
})

const lot = (tenantId: string | null, generatedOn: string, massT: number, stream = 'hazardous') => ({
  stream,
  code: null,
  tenantId,
  massT,
  generatedOn,
  route: 'in-store',
  storeId: null,
  manifestId: null,
})

const report = (kind: string, year: number, issuedOn: string) => ({
  kind,
  year,
  tenantId: null,
  issuedOn,
  url: null,
  documentId: null,
})

describe('figures of the registers', () => {
  const morning = readerAt('2026-11-20T09:00:00+07:00')

  it('age of the oldest manifest whose last copy is missing', async () => {
    const view = await viewOf({
      'waste-manifests': [
        manifest('2026-01-01', '2026-02-01'),
        manifest('2026-06-20', null),
        manifest('2026-11-10', null),
      ],
    })
    expect(oldestManifestDays(view, ZONE)(morning)).toBe(153)
    const done = await viewOf({ 'waste-manifests': [manifest('2026-01-01', '2026-02-01')] })
    expect(oldestManifestDays(done, ZONE)(morning)).toBe(0)
    expect(oldestManifestDays(await viewOf({}), ZONE)(morning)).toBeNull()
  })

  it('most hazardous waste of one tenant in a month, and a twelfth of its year', async () => {
    const view = await viewOf({
      'waste-lots': [
        lot('t-a', '2026-11-01', 0.06),
        lot('t-a', '2026-11-15', 0.05),
        lot('t-b', '2026-03-01', 1.5),
        lot('t-b', '2024-03-01', 99),
        lot(null, '2026-11-15', 50),
        lot('t-c', '2026-11-15', 50, 'recyclable'),
      ],
    })
    expect(tenantHazardousKg(view, ZONE)(morning)).toBeCloseTo(125, 9)
    expect(tenantHazardousKg(await viewOf({ 'waste-lots': [lot(null, '2026-11-15', 5)] }), ZONE)(morning)).toBeNull()
  })

  it('leaves tenants out that have their papers in order', async () => {
    const inOrder = { tenantId: 't-a', status: 'operating', hazardousCompliant: true, asOf: '2026-11-01' }
    const view = await viewOf({
      'waste-lots': [lot('t-a', '2026-11-15', 9), lot('t-b', '2026-11-15', 0.06)],
      'tenant-profiles': [row('tenant-profiles', { id: 'tp-a', ...inOrder })],
    })
    expect(tenantHazardousKg(view, ZONE)(morning)).toBeCloseTo(60, 9)
  })

  it('days to the next report: the fee by the 20th, the environment report on 15 January', async () => {
    const nothing = await viewOf({})
    const before = readerAt('2026-10-18T17:00:00+07:00')
    expect(daysToReport(nothing, ZONE)(before)).toBeCloseTo(2, 9)
    const january = readerAt('2027-01-13T17:00:00+07:00')
    expect(daysToReport(nothing, ZONE)(january)).toBeCloseTo(2, 9)
    const sent = await viewOf({ 'reports-issued': [report('environment-annual', 2026, '2027-01-10')] })
    expect(daysToReport(sent, ZONE)(january)).toBeCloseTo(7, 9)
    const both = await viewOf({
      'reports-issued': [
        report('environment-annual', 2026, '2027-01-10'),
        report('wastewater-fee', 2026, '2027-01-05'),
      ],
    })
    expect(daysToReport(both, ZONE)(january)).toBeCloseTo(
      (Date.parse('2027-04-20T17:00:00+07:00') - january.nowMs) / DAY_MS,
      9,
    )
  })

  it('rows that break their schema are not judged', async () => {
    const view = await viewOf({ 'waste-manifests': [{ ...manifest('yesterday', null) }, manifest('2026-11-10', null)] })
    expect(oldestManifestDays(view, ZONE)(morning)).toBe(10)
  })
})
