import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makePlots } from '../../mocks/park/import/make-plots.ts'
import { readParcels } from '../../mocks/park/import/parcel-file.ts'
import { parsePlotMapping } from '../../mocks/park/import/plot-mapping.ts'
import { openFiles } from '../../mocks/park/open-files.ts'
import type { Findings } from '../../mocks/park/check/findings.ts'
import { registerIdSchema } from '../../src/contract/registers.ts'
import { judgeImport } from '../../src/domain/registers/import-rows.ts'
import { rowsOfCsv, sheetHead } from '../../src/domain/registers/sheet.ts'
import { parseCsv } from '../../src/lib/csv.ts'
import { RUNS, alwaysHolds, hostile, mutated } from './hostile.ts'

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

describe('parcels and their mapping', () => {
  const ring = [
    [106.6, 11.2],
    [106.61, 11.2],
    [106.61, 11.21],
    [106.6, 11.2],
  ]
  const parcels = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: 1, properties: { nr: '1' }, geometry: { type: 'Polygon', coordinates: [ring] } }],
  }
  const mapping = parsePlotMapping(readJson('fixtures/samples/parcels-ch-av/mapping.json'))

  it('become plots, or a line that names the place', () => {
    expect(() =>
      alwaysHolds(fc.oneof(hostile, mutated(parcels)), (data) => {
        const findings: Findings = []
        const plots = makePlots(readParcels(data, findings), mapping, [], [], findings)
        const areSane = plots.every((plot) => Number.isFinite(plot.properties.areaHa))
        return areSane && findings.every(({ problem }) => problem.length > 0) && plots.length + findings.length > 0
      }),
    ).not.toThrow()
  })

  it('a mapping is read, or refused by its keys', () => {
    const good = readJson('fixtures/samples/parcels-ch-av/mapping.json')
    expect(() =>
      alwaysHolds(fc.oneof(hostile, mutated(good)), (data) => {
        try {
          return typeof parsePlotMapping(data) === 'object'
        } catch (error) {
          return String(error).startsWith('Error: mapping: ')
        }
      }),
    ).not.toThrow()
  })
})

describe('files of a park', () => {
  const file = readJson('fixtures/parks/bau-bang/park.json')

  it('are read, or refused with file and field', async () => {
    const law = fc.asyncProperty(fc.oneof(hostile, mutated(file)), async (data) => {
      const files = openFiles((name) => Promise.resolve(name === 'park.json' ? data : undefined))
      try {
        return (await files.park()).id.length > 0
      } catch (error) {
        return !(error instanceof TypeError) && String(error).includes('park.json')
      }
    })
    await expect(fc.assert(law, { numRuns: RUNS })).resolves.toBeUndefined()
  })
})

describe('sheets of registers', () => {
  const context = {
    tenantIds: new Set(['t-1']),
    today: '2026-11-20',
    nowMs: Date.UTC(2026, 10, 20),
    existing: new Set(['a-1']),
    mayReplace: true,
  }
  const register = fc.constantFrom(...registerIdSchema.options)
  const cell = fc.oneof(
    fc.string(),
    hostile.map((value) => JSON.stringify(value)),
    fc.constantFrom('t-1', 'a-1', '2026-01-01', '=cmd|x', '101', '-1', 'true'),
  )

  it('every line is taken or refused by line and field, none is lost', () => {
    const cases = fc.tuple(register, fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 6 }))
    expect(() =>
      alwaysHolds(cases, ([id, lines]) => {
        const sheet = [sheetHead(id), ...lines].map((cells, k) => ({ line: k + 1, cells }))
        const { rows, refused } = rowsOfCsv(id, sheet, true)
        const verdict = judgeImport(id, rows, context)
        const faults = [...refused, ...verdict.refused]
        const judged = new Set([...faults, ...verdict.accepted].map(({ line }) => line))
        return rows.every(({ line }) => judged.has(line)) && faults.every(({ line, rule }) => line > 0 && rule !== null)
      }),
    ).not.toThrow()
  })

  it('any text is lines and faults, and no character of a cell is made up', () => {
    expect(() =>
      alwaysHolds(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { rows, faults } = parseCsv(text)
        const isFromText = rows.every(({ cells }) => cells.every((one) => text.includes(one.split('"')[0] ?? '')))
        return isFromText && faults.every(({ line }) => line > 0)
      }),
    ).not.toThrow()
  })
})
