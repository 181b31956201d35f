import type { PlainCell } from './table-data.ts'
import { writeRows } from './write-sheet.ts'

declare const self: DedicatedWorkerGlobalScope

async function answer(rows: readonly (readonly PlainCell[])[]): Promise<void> {
  try {
    self.postMessage({ blob: await writeRows(rows), problem: null }, [])
  } catch (error) {
    self.postMessage({ blob: null, problem: error instanceof Error ? error.message : String(error) }, [])
  }
}

self.addEventListener('message', (event: MessageEvent<readonly (readonly PlainCell[])[]>) => void answer(event.data))
