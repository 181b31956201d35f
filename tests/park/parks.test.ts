import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ParkReport, runChecks } from '../../mocks/park/check/run-checks.ts'
import { openPark, openParkFolder, PARK_IDS } from '../../mocks/park/load-node.ts'
import type { ParkModel } from '../../mocks/park/park-model.ts'
import { utilityParamsSchema } from '../../mocks/plan/assets/utility-params.ts'
import { buildUtilities } from '../../mocks/plan/build-utilities.ts'
import { buildGround } from '../../mocks/plan/ground.ts'
import { parsePlanParams } from '../../mocks/plan/params.ts'
import { writeGround } from '../../mocks/plan/write-ground.ts'
import { createWorld } from '../../mocks/sim/world.ts'

const DAY_MS = 86_400_000
/** A Friday morning in Viet Nam. */
const START_MS = Date.UTC(2026, 10, 20, 2)
const folderOf = (id: string): string => join('fixtures/parks', id)
const readText = (id: string, name: string): string => readFileSync(join(folderOf(id), name), 'utf8')

describe('the parks', () => {
  it('are found by their folders', () => {
    expect(PARK_IDS).toEqual(['amata-bien-hoa', 'bau-bang', 'long-duc', 'phu-my-3'])
  })

  it('share no company name', async () => {
    const models = await Promise.all(PARK_IDS.map((id) => openPark(id).core()))
    const names = models.flatMap((model) => model.tenants.map((tenant) => tenant.name))
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.each(PARK_IDS.filter((id) => id !== 'bau-bang'))('%s', (id) => {
  let model: ParkModel
  let report: ParkReport
  beforeAll(async () => {
    const files = openParkFolder(folderOf(id))
    model = await files.core()
    report = await runChecks(files)
  })

  it('is proved, a park of its own', () => {
    const counts = new Map(report.counts)
    expect(report.findings).toEqual([])
    expect(model.park.id).toBe(id)
    expect(Number(counts.get('tenants'))).toBeGreaterThan(35)
    expect(Number(counts.get('points'))).toBeGreaterThan(1000)
  })

  it('is what its parameters build', () => {
    const params = parsePlanParams(JSON.parse(readText(id, 'plan.params.json')))
    const ground = buildGround(params)
    const utilityParams = utilityParamsSchema.parse(JSON.parse(readText(id, 'utilities.params.json')))
    const { files, links } = buildUtilities(ground, utilityParams, params.origin)
    const built = Object.entries({ ...writeGround(ground, params, links), ...files })
    const stale = built.filter(([name, content]) => `${JSON.stringify(content)}\n` !== readText(id, name))
    expect(stale.map(([name]) => name)).toEqual([])
  })

  it('fits into 250 kB', () => {
    const files = readdirSync(folderOf(id)).filter((name) => name.endsWith('json') && !name.endsWith('.params.json'))
    const bytes = files.reduce((sum, name) => sum + gzipSync(readText(id, name), { level: 9 }).length, 0)
    expect(bytes).toBeLessThan(250_000)
  })

  it('runs calmly on a working day: every value in its range, no equipment over its rating', () => {
    const world = createWorld({ model, seed: 3, scenario: 'normal-day', scenarioStartMs: START_MS })
    const wrong: string[] = []
    for (const [i, point] of world.points.entries()) {
      const { value } = world.sampleAt(i, START_MS)
      if (!(value >= point.range[0] && value <= point.range[1])) wrong.push(`${point.id}: ${value}`)
      const design = point.limits.find((limit) => limit.basis === 'design' && limit.type === 'high')
      if (design === undefined || (point.kind !== 'load-percent' && point.kind !== 'current')) continue
      const buckets = world.bucketsOf(i, START_MS - DAY_MS, START_MS, DAY_MS / 6)
      const most = Math.max(...buckets.max)
      const allowed = point.id.startsWith('dt-') ? 85 : design.value
      if (most > allowed) wrong.push(`${point.id}: up to ${most.toFixed(0)} of ${allowed}`)
    }
    expect(wrong).toEqual([])
  })
})

const factOf = (model: ParkModel, key: string) => model.park.facts.find((fact) => fact.key === key)

describe('published facts', () => {
  it('Phú Mỹ 3: two substations without a rating, 9,000 m³/day with room for 45,000, gas', async () => {
    const model = await openPark('phu-my-3').core()
    expect([factOf(model, 'substation-220')?.value, factOf(model, 'substation-110')?.value]).toEqual([null, null])
    expect(factOf(model, 'wastewater-plant')).toMatchObject({ value: 9000, source: { year: 2017, confidence: 'high' } })
    expect(factOf(model, 'wastewater-plant-plan')?.value).toBe(45_000)
    expect(factOf(model, 'water-capacity')?.value).toBeNull()
    expect(factOf(model, 'natural-gas')?.value).toBeTruthy()
    const connections = model.assets.filter((asset) => asset.kind === 'hv-connection')
    expect(connections.length).toBeGreaterThanOrEqual(2)
  })

  it('Long Đức: mostly Japanese, rental factories, a good deal of sun', async () => {
    const model = await openPark('long-duc').core()
    const japanese = model.tenants.filter((tenant) => tenant.country === 'JP').length / model.tenants.length
    expect(japanese).toBeGreaterThan(0.75)
    expect(factOf(model, 'land-rental')?.value).toBe(6.2)
    const solar = model.assets.filter((asset) => asset.kind === 'solar-plant').length
    expect(solar).toBeGreaterThan(model.tenants.length / 3)
  })

  it('Amata: treated water is used again, capacities that nobody published stay empty', async () => {
    const model = await openPark('amata-bien-hoa').core()
    for (const key of ['supply-capacity', 'water-capacity', 'wastewater-plant'])
      expect(factOf(model, key)?.value).toBeNull()
    const { consumers } = model.simulation
    const reused = consumers.reduce((sum, consumer) => sum + consumer.reclaimedM3PerDay, 0)
    const discharged = consumers.reduce((sum, consumer) => sum + consumer.dischargeM3PerDay, 0)
    expect(reused / discharged).toBeGreaterThan(0.25)
  })
})
