import { formulaCells } from '../../src/lib/xlsx-formulas.ts'
import { describe, expect, it } from 'vitest'
import readExcelFile from 'read-excel-file/universal'
import { tableCsv, tableSheet, type TableData } from '../../src/charts/table-data.ts'
import { sheetBlob } from '../../src/charts/xlsx.ts'
import { formatOf } from '../../src/i18n/format.ts'

const meta = {
  title: 'Load',
  unit: 'MW',
  period: '2026-11-20',
  zone: 'Asia/Ho_Chi_Minh (UTC+7)',
  source: 'meters',
  dataMode: 'Simulated data',
  asOf: 'as of now',
}
const table: TableData = {
  columns: [
    { label: 'Time', kind: 'time' },
    { label: 'Tenant', kind: 'text' },
    { label: 'Load', unit: 'MW', kind: 'number', decimals: 1 },
  ],
  rows: [
    [Date.parse('2026-11-20T07:32:00Z'), '=HYPERLINK("x")', 138.4],
    [Date.parse('2026-11-20T07:37:00Z'), 'Song Hà, "B"', null],
  ],
}
const { isoLocal } = formatOf('en', 'Asia/Ho_Chi_Minh')

describe('export of a table', () => {
  it('writes CSV that says what it is, in the zone of the park, with no formula in it', () => {
    const lines = tableCsv(meta, table, isoLocal).split('\r\n')
    expect(lines[0]).toBe('\ufeffLoad,MW,2026-11-20,Asia/Ho_Chi_Minh (UTC+7),meters,Simulated data,as of now')
    expect(lines[1]).toBe('Time,Tenant,Load (MW)')
    expect(lines[2]).toBe(`2026-11-20T14:32:00+07:00,"'=HYPERLINK(""x"")",138.4`)
    expect(lines[3]).toBe('2026-11-20T14:37:00+07:00,"Song Hà, ""B""",')
  })

  it('writes a sheet that opens again, with unit, period, zone and data mode above the rows', async () => {
    const blob = await sheetBlob(tableSheet(meta, table, isoLocal))
    // The tenant's name that begins with an equals sign is a text there, too.
    expect(formulaCells(await blob.arrayBuffer())).toEqual([])
    const [sheet] = await readExcelFile(blob)
    const rows = sheet?.data ?? []
    expect(rows.slice(0, 7).map((row) => row[0])).toEqual(Object.values(meta))
    expect(rows.at(-3)).toEqual(['Time', 'Tenant', 'Load (MW)'])
    expect(rows.at(-2)).toEqual(['2026-11-20T14:32:00+07:00', '=HYPERLINK("x")', 138.4])
    expect(rows.at(-1)).toEqual(['2026-11-20T14:37:00+07:00', 'Song Hà, "B"', null])
  })
})
