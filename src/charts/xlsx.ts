import type { PlainCell, SheetCell } from './table-data.ts'

/** A cell that can be posted to a worker. */
function plainOf(cell: SheetCell | null): PlainCell {
  if (cell === null) return null
  return [cell.value, cell.fontWeight === 'bold', cell.format ?? '']
}

/** One sheet as a file, written off the main thread. Where there are no workers it is written here. */
export async function sheetBlob(rows: readonly (readonly (SheetCell | null)[])[]): Promise<Blob> {
  const plain = rows.map((row) => row.map(plainOf))
  if (typeof Worker === 'undefined') return (await import('./write-sheet.ts')).writeRows(plain)
  const worker = new Worker(new URL('./xlsx.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Blob>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<{ blob: Blob | null; problem: string | null }>) => {
        if (data.blob === null) reject(new Error(data.problem ?? 'the sheet could not be written'))
        else resolve(data.blob)
      })
      worker.addEventListener('error', () => reject(new Error('the sheet could not be written')))
      worker.postMessage(plain, [])
    })
  } finally {
    worker.terminate()
  }
}
