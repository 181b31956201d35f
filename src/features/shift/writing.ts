import type { LogEntry } from '../../contract/shift.ts'

/** What the entry dialog is open for. */
export type Writing = { kind: 'new' } | { kind: 'correct'; entry: LogEntry } | { kind: 'clear'; entry: LogEntry }
