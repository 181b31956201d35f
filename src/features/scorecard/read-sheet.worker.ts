import { readSheet, type SheetFile } from './read-sheet.ts'

declare const self: DedicatedWorkerGlobalScope

async function answer(file: SheetFile): Promise<void> {
  try {
    self.postMessage({ rows: await readSheet(file), problem: null }, [])
  } catch (error) {
    self.postMessage({ rows: null, problem: error instanceof Error ? error.message : String(error) }, [])
  }
}

self.addEventListener('message', (event: MessageEvent<SheetFile>) => void answer(event.data))
