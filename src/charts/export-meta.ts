/** What every export says about itself. */
export interface ExportMeta {
  title: string
  unit: string
  /** Period in words, with the zone. */
  period: string
  zone: string
  source: string
  /** Data mode in words; null when the data is real. */
  dataMode: string | null
  /** Time of the export. */
  asOf: string
  /** The period in numbers, for what links back to it. */
  span?: { fromMs: number; toMs: number }
}

/** The lines of a head in the order in which every export prints them; what is empty is left out. */
export function metaLines(meta: ExportMeta): string[] {
  return [meta.title, meta.unit, meta.period, meta.zone, meta.source, meta.dataMode ?? '', meta.asOf].filter(
    (line) => line !== '',
  )
}
