import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGISTERS, type RegisterId, registerIdSchema } from '../../../src/contract/registers.ts'
import type { FaultRule } from '../../../src/domain/registers/faults.ts'
import { judgeImport } from '../../../src/domain/registers/import-rows.ts'
import { registerCsv, rowsOfCsv, rowsOfSheet, sheetHead } from '../../../src/domain/registers/sheet.ts'
import { fieldsOf, validateRow } from '../../../src/domain/registers/validate-row.ts'
import { csvText, parseCsv } from '../../../src/lib/csv.ts'
import { openPark } from '../../../mocks/park/load-node.ts'
import { rowsOfFile } from '../../../mocks/registers/register-file.ts'

const CONTEXT = { tenantIds: new Set(['t-1']), today: '2026-11-20', nowMs: Date.UTC(2026, 10, 20, 5) }
const OPEN = { ...CONTEXT, existing: new Set(['recp-1']), mayReplace: true }
const SOLUTION = {
  tenantId: 't-1',
  title: 'Drives',
  stage: 'implemented',
  identifiedOn: '2024-01-01',
  implementedOn: '2025-01-01',
}
const MANIFEST = { number: 'M', carrier: 'C', treater: 'T', massT: 1, handedOverOn: '2026-05-02' }

const rulesOf = (id: RegisterId, row: Record<string, unknown>): string[] => {
  const judged = validateRow(id, row, CONTEXT)
  return judged.ok ? [] : judged.faults.map(({ field, rule }) => `${field ?? ''}:${rule}`)
}

describe('a row', () => {
  it.each<[RegisterId, Record<string, unknown>, string, FaultRule]>([
    ['recp-solutions', { ...SOLUTION, tenantId: 't-2' }, 'tenantId', 'unknown-tenant'],
    ['recp-solutions', { ...SOLUTION, savedKwh: 10 }, 'baselineKwh', 'saving-without-baseline'],
    ['recp-solutions', { ...SOLUTION, savedKwh: 11, baselineKwh: 10 }, 'savedKwh', 'saving-over-baseline'],
    ['recp-solutions', { ...SOLUTION, savedKwh: -1, baselineKwh: 10 }, 'savedKwh', 'negative'],
    ['recp-solutions', { ...SOLUTION, identifiedOn: '2026-11-21' }, 'identifiedOn', 'in-the-future'],
    ['recp-solutions', { ...SOLUTION, identifiedOn: '2024-02-30' }, 'identifiedOn', 'wrong-type'],
    ['recp-solutions', { ...SOLUTION, title: '=HYPERLINK("x")' }, 'title', 'formula-text'],
    ['recp-solutions', { ...SOLUTION, implementedOn: null }, 'implementedOn', 'missing'],
    ['recp-solutions', { ...SOLUTION, stage: 'done' }, 'stage', 'not-a-choice'],
    ['recp-solutions', { ...SOLUTION, colour: 'red' }, 'colour', 'unknown-field'],
    ['recp-solutions', { ...SOLUTION, savedKwh: Number.NaN }, 'savedKwh', 'wrong-type'],
    ['waste-manifests', { ...MANIFEST, returnedOn: '2026-05-01' }, 'returnedOn', 'ends-before-start'],
    ['waste-lots', { stream: 'sludge', massT: -0.1, generatedOn: '2026-01-01', route: 'treated' }, 'massT', 'negative'],
    [
      'park-statements',
      { key: 'national-renewable-share', year: 2026, asOf: '2026-01-01', value: 101, unit: '%' },
      'value',
      'over-100',
    ],
    [
      'surveys',
      { kind: 'outreach', title: 'Day', heldOn: '2026-01-01', asked: 10, answered: 11, satisfied: 1 },
      'answered',
      'part-over-whole',
    ],
    [
      'lab-results',
      {
        outfall: 'o',
        parameter: 'BOD5',
        value: 1,
        unit: 'mg/L',
        sampledAt: '2026-11-02T00:00:00Z',
        resultAt: '2026-11-01T00:00:00Z',
        laboratory: 'L',
      },
      'resultAt',
      'ends-before-start',
    ],
  ])('of %s with %o names %s: %s', (id, row, field, rule) => {
    expect(rulesOf(id, row)).toContain(`${field}:${rule}`)
  })

  it('in order is kept as it is, empty fields as null', () => {
    const judged = validateRow('recp-solutions', { ...SOLUTION, savedKwh: 2, baselineKwh: 20 }, CONTEXT)
    expect(judged).toMatchObject({ ok: true, fields: { ...SOLUTION, savedKwh: 2, verifiedOn: null } })
  })

  it('never passes with what is not its type, whatever it is', () => {
    const base = { id: 'x', version: 1, source: { title: 's', year: null, confidence: 'low' } }
    fc.assert(
      fc.property(
        fc.constantFrom(...registerIdSchema.options),
        fc.dictionary(fc.string(), fc.anything()),
        (id, row) => {
          const judged = validateRow(id, row, CONTEXT)
          const kept = judged.ok ? REGISTERS[id].schema.safeParse({ ...base, ...judged.fields }).success : true
          expect(kept).toBe(true)
        },
      ),
    )
  })
})

describe('an import', () => {
  it('keeps good rows and refuses bad ones by line and field', () => {
    const rows = [
      { line: 2, replace: false, row: SOLUTION },
      { line: 3, replace: false, row: { ...SOLUTION, tenantId: 'nobody', savedKwh: -3 } },
      { line: 4, replace: false, row: { ...SOLUTION, id: 'recp-1' } },
      { line: 5, replace: true, row: { ...SOLUTION, id: 'recp-1' } },
      { line: 6, replace: true, row: { ...SOLUTION, id: 'recp-1' } },
    ]
    const { accepted, refused } = judgeImport('recp-solutions', rows, OPEN)
    expect(accepted.map(({ line, replaces }) => [line, replaces])).toEqual([
      [2, false],
      [5, true],
    ])
    expect(refused.map(({ line, field, rule }) => [line, field, rule])).toEqual([
      [3, 'tenantId', 'unknown-tenant'],
      [3, 'savedKwh', 'negative'],
      [4, 'id', 'id-exists'],
      [6, 'id', 'id-repeated'],
    ])
    expect(judgeImport('recp-solutions', rows.slice(3, 4), { ...OPEN, mayReplace: false }).accepted).toEqual([])
  })

  it('refuses shifted rows and unknown columns', () => {
    const shifted = rowsOfSheet(
      'actions',
      [
        { line: 1, cells: ['id', 'title'] },
        { line: 2, cells: ['a', 'b', 'c'] },
      ],
      false,
    )
    expect(shifted).toMatchObject({ rows: [], refused: [{ line: 2, rule: 'columns-shifted' }] })
    const twice = rowsOfSheet('actions', [{ line: 1, cells: ['title', 'title', 'what'] }], false)
    expect(twice.refused.map(({ rule }) => rule)).toEqual(['columns-shifted', 'unknown-field'])
  })

  it('reads back what it wrote, for every register of a demo park', async () => {
    const files = openPark('bau-bang')
    const { tenants } = await files.core()
    const context = {
      ...CONTEXT,
      tenantIds: new Set<string>(tenants.map(({ id }) => id)),
      existing: new Set<string>(),
      mayReplace: true,
    }
    for (const id of registerIdSchema.options) {
      const rows = rowsOfFile(id, await files.registerFile(id), CONTEXT)
      const { rows: read, faults } = parseCsv(registerCsv(id, rows))
      const sheet = rowsOfCsv(id, read, false)
      const { accepted, refused } = judgeImport(id, sheet.rows, context)
      expect([id, faults, sheet.refused, refused]).toEqual([id, [], [], []])
      const keys = fieldsOf(id).map(({ key }) => key)
      expect(accepted.map(({ fields }) => keys.map((key) => fields[key]))).toEqual(
        rows.map((row) => keys.map((key) => row[key])),
      )
    }
    expect(sheetHead('surveys')).toEqual([
      'id',
      'kind',
      'title',
      'heldOn',
      'asked',
      'answered',
      'satisfied',
      'documentId',
    ])
  })
})

describe('csv', () => {
  const cell = fc
    .string({ maxLength: 12 })
    .filter((text) => !/^[=+\-@\t\r]/.test(text) && !text.includes('\r') && text !== '\ufeff')
  it('comes back as it was written', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        const filled = [['first', 'second', 'third', 'fourth', 'fifth'].slice(0, rows[0]?.length), ...rows]
        const kept = filled.filter((row) => row.some((text) => text !== ''))
        expect(parseCsv(csvText(filled)).rows.map(({ cells }) => cells)).toEqual(kept)
      }),
    )
  })

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { rows, faults } = parseCsv(text)
        expect(rows.every(({ line }) => line >= 1) && faults.length <= text.length).toBe(true)
      }),
    )
  })

  it('knows semicolons, breaks in quotes, lines and broken quotes', () => {
    expect(parseCsv('a;b\r\n"x\ny";2\r\n\r\n3;4').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '2'] },
      { line: 5, cells: ['3', '4'] },
    ])
    expect(parseCsv('a,b\n"x"y,2\n3,4')).toMatchObject({
      rows: [{}, { cells: ['3', '4'] }],
      faults: [{ line: 2, reason: 'text-after-quote' }],
    })
    expect(parseCsv('a\n"x').faults).toEqual([{ line: 2, reason: 'unclosed-quote' }])
  })

  it('defuses formulas and leaves numbers alone', () => {
    expect(csvText([['=1+1', '-5', '+84 9', '@x']])).toBe("\ufeff'=1+1,-5,'+84 9,'@x\r\n")
  })
})
