import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { importRegisterRows, registersKey } from '../../api/register-queries.ts'
import { MAX_IMPORT_ROWS } from '../../contract/register-endpoints.ts'
import type { RegisterId } from '../../contract/registers.ts'
import type { SheetRows } from '../../domain/registers/sheet.ts'
import type { SheetFile } from './read-sheet.ts'

/** A line that was not taken, with the field that is wrong; null where it is the row as a whole. */
export interface RefusedLine {
  line: number
  field: string | null
  rule: string
  detail: string
}

export interface ImportState {
  /** Rows sent and rows of the sheet; null while the file is being read. */
  sent: number | null
  total: number
  accepted: number
  refused: readonly RefusedLine[]
  done: boolean
  /** Why it stopped: not a sheet, or no answer. What was taken before stays taken. */
  problem: unknown
}

const START: ImportState = { sent: null, total: 0, accepted: 0, refused: [], done: false, problem: null }

interface Reply {
  rows: SheetRows | null
  problem: string | null
}

/** Reads the file off the main thread; a browser without module workers reads it here. */
async function read(file: SheetFile): Promise<SheetRows> {
  const worker = new Worker(new URL('./read-sheet.worker.ts', import.meta.url), { type: 'module' })
  const reply = new Promise<Reply>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Reply>) => resolve(event.data), { once: true })
    worker.addEventListener('error', () => reject(new Error('the sheet could not be read')), { once: true })
  })
  worker.postMessage(file, [file.bytes])
  try {
    const { rows, problem } = await reply
    if (rows === null) throw new Error(problem ?? 'the sheet could not be read')
    return rows
  } finally {
    worker.terminate()
  }
}

/** Imports a sheet into a register in parts, so that the page stays responsive and the progress is true. */
export function useImport(parkId: string, registerId: RegisterId) {
  const client = useQueryClient()
  const [state, setState] = useState<ImportState | null>(null)
  const askAgain = (): Promise<void> => client.invalidateQueries({ queryKey: registersKey(parkId) })
  const run = async (file: File, replace: boolean): Promise<void> => {
    let now = START
    const show = (more: Partial<ImportState>): void => {
      now = { ...now, ...more }
      setState(now)
    }
    show({})
    try {
      const { rows, refused } = await read({ name: file.name, bytes: await file.arrayBuffer(), registerId, replace })
      show({ sent: 0, total: rows.length, refused })
      for (let at = 0; at < rows.length; at += MAX_IMPORT_ROWS) {
        const part = rows
          .slice(at, at + MAX_IMPORT_ROWS)
          .map(({ line, replace: over, row }) => ({ line, replace: over, row: { ...row } }))
        const answer = await importRegisterRows(parkId, registerId, { rows: part, idempotencyKey: newIdempotencyKey() })
        show({
          sent: at + part.length,
          accepted: now.accepted + answer.accepted.length,
          refused: [...now.refused, ...answer.refused],
        })
      }
      // The register holds its rows before the import is said to be over: an export may follow at once.
      await askAgain()
      show({ done: true })
    } catch (problem) {
      show({ done: true, problem })
      await askAgain()
    }
  }
  return { state, run, clear: () => setState(null) }
}
