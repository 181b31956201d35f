import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/universal'
import { judgeImport } from '../../src/domain/registers/import-rows.ts'
import { sheetHead } from '../../src/domain/registers/sheet.ts'
import { readSheet } from '../../src/features/scorecard/read-sheet.ts'

interface Cell {
  value: string | number | boolean
  type?: 'Formula' | typeof String | typeof Number
}
const CONTEXT = {
  tenantIds: new Set(['t-1']),
  today: '2026-11-20',
  nowMs: Date.UTC(2026, 10, 20, 5),
  existing: new Set<string>(),
  mayReplace: true,
}
const HEAD = sheetHead('waste-lots')
const LOT: Readonly<Record<string, string | number>> = {
  stream: 'sludge',
  massT: 1.5,
  generatedOn: '2026-05-01',
  route: 'treated',
}

function line(more: Readonly<Record<string, Cell>> = {}): (Cell | null)[] {
  return HEAD.map((key) => {
    const value = LOT[key]
    return more[key] ?? (value === undefined ? null : { value })
  })
}

async function judge(rows: readonly (readonly (Cell | null)[])[]) {
  const blob = await writeSheet(rows.map((row) => [...row])).toBlob()
  const sheet = await readSheet({
    name: 'lots.xlsx',
    bytes: await blob.arrayBuffer(),
    registerId: 'waste-lots',
    replace: false,
  })
  const { accepted, refused } = judgeImport('waste-lots', sheet.rows, CONTEXT)
  const faults = [...sheet.refused, ...refused].map((one) => [one.line, one.field, one.rule])
  return { accepted: accepted.map((one) => one.line), faults }
}

const head = HEAD.map((value): Cell => ({ value }))

describe('an XLSX sheet', () => {
  it('gives its good rows, and names shifted ones by line', async () => {
    const shifted = [null, ...line()]
    const longer = [...line(), { value: 'more' }]
    const { accepted, faults } = await judge([head, line(), longer, shifted, line()])
    expect(accepted).toEqual([2, 5])
    expect(faults[0]).toEqual([3, null, 'columns-shifted'])
    expect(faults.slice(1).map(([at]) => at)).toContain(4)
    expect(new Set(faults.map(([at]) => at))).toEqual(new Set([3, 4]))
  })

  it('takes nothing at all when its columns have moved', async () => {
    const { accepted, faults } = await judge([
      [null, ...head],
      [null, ...line()],
    ])
    expect(accepted).toEqual([])
    expect(faults).toEqual([[1, null, 'unknown-field']])
  })

  it.each(['generatedOn', 'massT', 'route', 'stream'])('refuses a formula in %s by line and field', async (key) => {
    const formula: Cell = { value: '=IF(A1<>"",SUM(A1:A2))', type: 'Formula' }
    const text: Cell = { value: '=1+1', type: String }
    const { accepted, faults } = await judge([head, line({ [key]: formula }), line(), line({ [key]: text })])
    expect(accepted).toEqual([3])
    expect(faults).toEqual([
      [2, key, 'formula-text'],
      [4, key, 'formula-text'],
    ])
  })

  it('keeps the lines of a sheet with empty rows', async () => {
    const { accepted, faults } = await judge([head, line(), HEAD.map(() => null), line({ massT: { value: -1 } })])
    expect([accepted, faults]).toEqual([[2], [[4, 'massT', 'negative']]])
  })
})
