import type { JournalEntry } from '../../contract/alarms.ts'
import type { ChainFault } from '../../domain/alarms/journal.ts'
import { csvText } from '../../lib/csv.ts'

export interface JournalAbout {
  park: string
  /** Data mode in words; empty for real data. */
  simulated: string
  chain: ChainFault | null
  /** Has the last say on texts: a comment may name a tenant. */
  word: (text: string) => string
}

const COLUMNS = [
  'seq',
  'time',
  'receiveTime',
  'event',
  'alarmId',
  'definitionId',
  'eventId',
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
  'prevHash',
  'hash',
] as const satisfies readonly (keyof JournalEntry)[]

function chainText(chain: ChainFault | null): string {
  return chain === null ? 'chain whole' : `chain ${chain.fault} at ${chain.seq}`
}

/** The journal as CSV: what it is, the columns by their names in the contract, times in the park's zone and in UTC. */
export function journalCsv(
  entries: readonly JournalEntry[],
  about: JournalAbout,
  isoLocal: (ms: number) => string,
  titleOf: (entry: JournalEntry) => string,
): string {
  const head = ['alarm journal', about.park, about.simulated, chainText(about.chain)].filter(Boolean)
  const rows = entries.map((entry) => [
    isoLocal(Date.parse(entry.time)),
    about.word(titleOf(entry)),
    ...COLUMNS.map((column) => about.word(String(entry[column] ?? ''))),
  ])
  return csvText([head, ['localTime', 'title', ...COLUMNS], ...rows])
}

/**
 * The journal as JSON, as the contract has it, so that anybody can check its chain. Where a comment named a tenant of a
 * park that shows aliases on exports, its line no longer fits the chain: `about` tells how the chain was before.
 */
export function journalJson(entries: readonly JournalEntry[], { park, simulated, chain, word }: JournalAbout): string {
  return JSON.stringify({ about: { park, simulated, chain: chainText(chain) }, entries }, (_, value: unknown) =>
    typeof value === 'string' ? word(value) : value,
  )
}
