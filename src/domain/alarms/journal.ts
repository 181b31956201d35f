import type { JournalEntry, JournalLine } from '../../contract/alarms.ts'
import { sha256Hex } from '../../lib/sha256.ts'

/** Hash before the first line. */
export const GENESIS_HASH = '0'.repeat(64)

/** Fields in the order in which they are hashed. The order is part of the contract: append only. */
const FIELDS = [
  'alarmId',
  'definitionId',
  'eventId',
  'event',
  'time',
  'receiveTime',
  'fromState',
  'toState',
  'priority',
  'severity',
  'annunciated',
  'actor',
  'comment',
  'client',
  'value',
  'limit',
] as const satisfies readonly (keyof JournalLine)[]

/** SHA-256 over the hash before, the number of the line and its fields as a JSON list. */
export function hashOf(line: JournalLine, seq: number, prevHash: string): string {
  return sha256Hex(JSON.stringify([prevHash, seq, ...FIELDS.map((field) => line[field])]))
}

/** The line as the next entry of a chain that ends with `last` (null for an empty journal). */
export function chained(line: JournalLine, last: Pick<JournalEntry, 'seq' | 'hash'> | null): JournalEntry {
  const seq = (last?.seq ?? 0) + 1
  const prevHash = last?.hash ?? GENESIS_HASH
  return { ...line, seq, prevHash, hash: hashOf(line, seq, prevHash) }
}

export type ChainFault = { seq: number; fault: 'gap' | 'broken-link' | 'changed' }

/**
 * Checks a run of entries in rising order. Answers the first fault: a number is missing, an entry does not continue
 * the one before it, or its content is not what was hashed. Null when the run is whole.
 *
 * @param proven entries whose content was found to be what was hashed; they are not hashed again, and new ones join them
 */
export function verifyChain(entries: readonly JournalEntry[], proven?: WeakSet<JournalEntry>): ChainFault | null {
  let before: JournalEntry | null = null
  for (const entry of entries) {
    if (before !== null && entry.seq !== before.seq + 1) return { seq: entry.seq, fault: 'gap' }
    if (before !== null && entry.prevHash !== before.hash) return { seq: entry.seq, fault: 'broken-link' }
    if (before === null && entry.seq === 1 && entry.prevHash !== GENESIS_HASH) {
      return { seq: entry.seq, fault: 'broken-link' }
    }
    if (!proven?.has(entry)) {
      if (hashOf(entry, entry.seq, entry.prevHash) !== entry.hash) return { seq: entry.seq, fault: 'changed' }
      proven?.add(entry)
    }
    before = entry
  }
  return null
}

/**
 * Hashes entries in rising order, at most so many that are not proven yet.
 *
 * @returns true when nothing is left to hash, or an entry is not what was hashed: `verifyChain` then has its answer
 */
export function proveSome(entries: readonly JournalEntry[], proven: WeakSet<JournalEntry>, most: number): boolean {
  let left = most
  for (const entry of entries) {
    if (proven.has(entry)) continue
    if (left === 0) return false
    left -= 1
    if (hashOf(entry, entry.seq, entry.prevHash) !== entry.hash) return true
    proven.add(entry)
  }
  return true
}
