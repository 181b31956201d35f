import type { QueryClient } from '@tanstack/react-query'
import type { JournalEntry } from '../contract/alarms.ts'

/** Lines kept by park, and on a page that stands open: those of a few minutes of a storm. */
export const LINES_KEPT = 5000

/** Newest journal lines that live frames and answers to commands brought, by park and by the hash they go on from. */
const memories = new WeakMap<QueryClient, Map<string, Map<string, JournalEntry>>>()

function memoryOf(client: QueryClient, parkId: string): Map<string, JournalEntry> {
  const parks = memories.get(client) ?? new Map<string, Map<string, JournalEntry>>()
  memories.set(client, parks)
  const memory = parks.get(parkId) ?? new Map<string, JournalEntry>()
  parks.set(parkId, memory)
  return memory
}

/** Keeps lines in whatever order they come. The answer to a command may overtake a frame with the lines before it. */
export function rememberLines(client: QueryClient, parkId: string, lines: readonly JournalEntry[]): void {
  const memory = memoryOf(client, parkId)
  for (const line of lines) memory.set(line.prevHash, line)
  for (const hash of memory.keys()) {
    if (memory.size <= LINES_KEPT) break
    memory.delete(hash)
  }
}

/** Lines that go on from a place without a gap, in rising order: what came before its turn waits. */
export function linesAfter(
  client: QueryClient,
  parkId: string,
  last: Pick<JournalEntry, 'seq' | 'hash'>,
): JournalEntry[] {
  const memory = memoryOf(client, parkId)
  const lines: JournalEntry[] = []
  for (let next = memory.get(last.hash); next?.seq === (lines.at(-1) ?? last).seq + 1; next = memory.get(next.hash)) {
    lines.push(next)
  }
  return lines
}
