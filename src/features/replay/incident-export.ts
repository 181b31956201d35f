import type { IncidentLine } from '../../domain/replay/incident.ts'
import type { TimeSpan } from '../../domain/replay/timeline.ts'

export interface IncidentHead {
  park: string
  span: TimeSpan
  zone: string
  /** Data mode in words; null when the data is real. */
  dataMode: string | null
  /** Server time at which it was drawn up; null while it is not known. */
  asOfMs: number | null
  startMs: number
}

const utc = (ms: number): string => new Date(ms).toISOString()

/** An incident as a file: what it is about, then every line with its own facts, times in UTC. */
export function incidentJson(
  head: IncidentHead,
  lines: readonly IncidentLine[],
  titleOf: (line: IncidentLine) => string,
  veil: (text: string) => string,
) {
  return JSON.stringify(
    {
      kind: 'parkscope-incident',
      version: 1,
      park: head.park,
      from: utc(head.span.fromMs),
      to: utc(head.span.toMs),
      timeZone: head.zone,
      dataMode: head.dataMode,
      asOf: head.asOfMs === null ? null : utc(head.asOfMs),
      startsAt: utc(head.startMs),
      lines: lines.map((line) => {
        const { id, kind, atMs, receivedMs, ...facts } = line
        const sinceStartS = Math.round((atMs - head.startMs) / 1000)
        return { id, kind, time: utc(atMs), receiveTime: utc(receivedMs), sinceStartS, title: titleOf(line), ...facts }
      }),
    },
    // Text by text: a name with a quotation mark reads otherwise once it is written down.
    (_, value: unknown) => (typeof value === 'string' ? veil(value) : value),
    2,
  )
}
