import type { JournalEntry, JournalLine } from '../../src/contract/alarms.ts'
import { chained } from '../../src/domain/alarms/journal.ts'
import { badParameter } from '../problem-error.ts'

const DEFAULT_LIMIT = 200

export interface JournalQuery {
  cursor?: string | undefined
  limit?: number | undefined
  from?: string | undefined
  to?: string | undefined
  alarmId?: string | undefined
  order?: 'asc' | 'desc' | undefined
}

/** The journal of one park. It only grows; its order is that of its numbers, whatever clocks did. */
export class JournalStore {
  readonly #entries: JournalEntry[] = []

  get lastSeq(): number {
    return this.#entries.length
  }

  /** Lines that the server had by an instant, in order. */
  until(atMs: number): readonly JournalEntry[] {
    return this.#entries.slice(0, this.seqAt(atMs))
  }

  /** Number of the last line that the server had by an instant, 0 before the first. */
  seqAt(atMs: number): number {
    let seq = this.lastSeq
    while (seq > 0 && Date.parse(this.#entries[seq - 1]?.receiveTime ?? '') > atMs) seq -= 1
    return seq
  }

  append(line: JournalLine): JournalEntry {
    const entry = chained(line, this.#entries.at(-1) ?? null)
    this.#entries.push(entry)
    return entry
  }

  /**
   * One page. The cursor names the number of the last entry that was given, so that pages neither repeat nor skip
   * an entry while the journal grows.
   */
  page(query: JournalQuery): { items: JournalEntry[]; nextCursor: string | null; total: number } {
    const { order = 'desc', limit = DEFAULT_LIMIT } = query
    const fits = filterOf(query)
    const items: JournalEntry[] = []
    const step = order === 'asc' ? 1 : -1
    let seq = startOf(query.cursor, order, this.lastSeq)
    for (; seq >= 1 && seq <= this.lastSeq && items.length < limit; seq += step) {
      const entry = this.#entries[seq - 1]
      if (entry && fits(entry)) items.push(entry)
    }
    const more = seq >= 1 && seq <= this.lastSeq
    const last = items.at(-1)
    const total = query.cursor === undefined ? this.#entries.filter(fits).length : items.length
    return { items, nextCursor: more && last ? `s${last.seq.toString(36)}` : null, total }
  }
}

function startOf(cursor: string | undefined, order: 'asc' | 'desc', lastSeq: number): number {
  if (cursor === undefined) return order === 'asc' ? 1 : lastSeq
  const seq = /^s[0-9a-z]{1,9}$/.test(cursor) ? Number.parseInt(cursor.slice(1), 36) : Number.NaN
  if (!Number.isSafeInteger(seq)) throw badParameter('cursor', `"${cursor}" is not a cursor of the journal`)
  return order === 'asc' ? seq + 1 : seq - 1
}

function filterOf({ from, to, alarmId }: JournalQuery): (entry: JournalEntry) => boolean {
  const fromMs = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const toMs = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to)
  if (fromMs > toMs) throw badParameter('to', 'to must lie after from')
  const all = from === undefined && to === undefined
  return (entry) => {
    if (alarmId !== undefined && entry.alarmId !== alarmId) return false
    if (all) return true
    const atMs = Date.parse(entry.receiveTime)
    return atMs >= fromMs && atMs < toMs
  }
}
