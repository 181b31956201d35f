import writeSheet from 'write-excel-file/universal'
import type { PlainCell } from './table-data.ts'

/** Rows as a sheet: texts stay texts, numbers keep their format. */
export async function writeRows(rows: readonly (readonly PlainCell[])[]): Promise<Blob> {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      const [value, bold, format] = cell
      return {
        value,
        type: typeof value === 'number' ? Number : String,
        ...(bold ? { fontWeight: 'bold' as const } : {}),
        ...(format === '' ? {} : { format }),
      }
    }),
  )
  return writeSheet(cells).toBlob()
}
