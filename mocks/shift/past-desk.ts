import type { Handover, LogEntry } from '../../src/contract/shift.ts'

/** The log as it could be read at an instant: what was written or struck later is not there. */
export function logAt(log: readonly LogEntry[], atMs: number): LogEntry[] {
  const written = log.filter(({ entryTime }) => Date.parse(entryTime) <= atMs)
  const ids = new Set(written.map(({ id }) => id))
  const known = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null)
  return written.map((entry) =>
    Object.assign({}, entry, { struckBy: known(entry.struckBy), clearedBy: known(entry.clearedBy) }),
  )
}

/** Handovers that had been accepted by an instant. */
export function acceptedAt(accepted: readonly Handover[], atMs: number): Handover[] {
  return accepted.filter(({ signOffs }) => Date.parse(signOffs.incoming?.at ?? '') <= atMs)
}
