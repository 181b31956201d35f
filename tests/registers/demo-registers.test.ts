import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPark, openParkFolder, PARK_IDS } from '../../mocks/park/load-node.ts'
import { registerFiles } from '../../mocks/registers/build/build-files.ts'
import { STORIES } from '../../mocks/registers/build/story.data.ts'
import { checkRegisters } from '../../mocks/registers/check-registers.ts'
import { criteriaSets } from '../../mocks/registers/criteria-files.ts'
import { historyOfFile } from '../../mocks/registers/history-file.ts'
import { parkIdSchema } from '../../src/contract/primitives.ts'
import { REGISTERS, registerIdSchema } from '../../src/contract/registers.ts'
import { dateFrom, rowsOfFile } from '../../mocks/registers/register-file.ts'
import { createWorld } from '../../mocks/sim/world.ts'

const TODAY = '2026-11-20'
const NOW_MS = Date.parse(`${TODAY}T05:00:00Z`)
const DAY_MS = 86_400_000
const folderOf = (id: string): string => join('fixtures/parks', id)

describe.each(PARK_IDS)('registers of %s', (id) => {
  it('are what their story builds, byte by byte, within 40 kB', async () => {
    const story = STORIES[id]
    if (story === undefined) throw new Error('no story')
    const files = await registerFiles(openParkFolder(folderOf(id)), story, await criteriaSets())
    let bytes = 0
    for (const [name, content] of Object.entries(files)) {
      const text = readFileSync(join(folderOf(id), 'registers', `${name}.json`), 'utf8')
      expect(`${JSON.stringify(content)}\n`).toBe(text)
      bytes += gzipSync(text, { level: 9 }).length
    }
    expect(bytes).toBeLessThan(40_000)
  })

  it('tell of as much waste as the weighbridge, and of as much that was diverted', async () => {
    const model = await openPark(id).core()
    const world = createWorld({ model, seed: 3, scenario: 'normal-day', scenarioStartMs: NOW_MS })
    const grown = (kind: string): number => {
      const index = world.points.findIndex((point) => point.kind === kind)
      return world.sampleAt(index, NOW_MS).value - world.sampleAt(index, NOW_MS - 364 * DAY_MS).value
    }
    const lots = rowsOfFile('waste-lots', await openPark(id).registerFile('waste-lots'), {
      today: TODAY,
      nowMs: NOW_MS,
    })
    const massOf = (routes: readonly string[]): number =>
      lots.reduce((sum, { route, massT }) => sum + (routes.includes(String(route)) ? Number(massT) : 0), 0)
    const all = massOf(['recycled', 'reused', 'energy-recovery', 'treated', 'landfilled'])
    expect(Math.abs(all / grown('mass-collected') - 1)).toBeLessThan(0.05)
    expect(Math.abs(massOf(['recycled', 'reused']) / grown('mass-diverted') - 1)).toBeLessThan(0.05)
  })

  it('say what people wrote in all three languages', async () => {
    const free = ['title', 'effect', 'subject', 'summary', 'basis', 'material', 'laboratory', 'carrier', 'treater']
    for (const registerId of registerIdSchema.options) {
      const data = await openPark(id).registerFile(registerId)
      for (const row of rowsOfFile(registerId, data, { today: TODAY, nowMs: NOW_MS })) {
        const texts = REGISTERS[registerId].schema.parse(row).texts ?? {}
        for (const key of free) {
          if (typeof row[key] !== 'string') continue
          const { vi = '', en = '', ja = '' } = texts[key] ?? {}
          expect(en).toBe(row[key])
          expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
          expect(vi).not.toBe('')
        }
      }
    }
  })

  it('keep every rule of entering a row', async () => {
    const files = openPark(id)
    const { findings, rows } = await checkRegisters(files, await files.core())
    expect(findings).toEqual([])
    expect(rows).toBeGreaterThan(200)
  })
})

describe('stored results', () => {
  it.each(PARK_IDS)(
    'of %s cover the eight quarters before today, for the criteria of every set in force',
    async (id) => {
      const data = await openPark(id).registerFile('history')
      const park = parkIdSchema.parse(id)
      const { quarters, series } = historyOfFile(park, 'simulated', data, { today: TODAY, nowMs: NOW_MS })
      expect(quarters).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])
      const known = new Set(series.map(({ criterionId }) => criterionId))
      for (const { active, criteria, certificate } of await criteriaSets()) {
        if (!active || !certificate) continue
        expect(criteria.filter((one) => !known.has(one.id)).map((one) => one.id)).toEqual([])
      }
      for (const { value, meets, coverage } of series) {
        expect([value.length, meets.length, coverage.length]).toEqual([8, 8, 8])
      }
    },
  )
})

describe('criteria sets', () => {
  it('are served for every file of the folder: a set is added by data', async () => {
    const ids = readdirSync('fixtures/reference/criteria').map((name) => name.replace('.json', ''))
    expect((await criteriaSets()).map((set) => set.id).toSorted()).toEqual(ids.toSorted())
  })
})

describe('register files', () => {
  it('tell dates from today, so that the demo never grows old', async () => {
    const data = await openPark('bau-bang').registerFile('waste-lots')
    const lots = (today: string) => rowsOfFile('waste-lots', data, { today, nowMs: Date.parse(`${today}T05:00:00Z`) })
    const oldest = (today: string) => lots(today).find((row) => row.id === 'hz-02')?.generatedOn
    expect(oldest('2026-11-20')).toBe(dateFrom('2026-11-20', -322))
    expect(oldest('2028-03-01')).toBe(dateFrom('2028-03-01', -322))
  })
})
