import { csvNumber, csvText } from '../lib/csv.ts'
import { metaLines, type ExportMeta } from './export-meta.ts'
import type { HistoryColumns } from './history-options.ts'

export interface CsvHeads {
  time: string
  mean: string
  min: string
  max: string
  count: string
  quality: string
}

/** CSV with a decimal point and ISO times in the park's zone, whatever the language; its header says what it is. */
export function historyCsv(
  meta: ExportMeta,
  heads: CsvHeads,
  columns: HistoryColumns,
  isoLocal: (ms: number) => string,
): string {
  const rows = [metaLines(meta), [heads.time, heads.mean, heads.min, heads.max, heads.count, heads.quality]]
  for (let k = 0; k < columns.mean.length; k++) {
    rows.push([
      isoLocal(columns.fromMs + k * columns.stepMs),
      csvNumber(columns.mean[k]),
      csvNumber(columns.min[k]),
      csvNumber(columns.max[k]),
      String(columns.count[k] ?? 0),
      columns.quality[k] ?? '',
    ])
  }
  return csvText(rows)
}

/** Chart picture with its title, unit, period, zone and data mode printed above it. */
export async function composePng(
  picture: string,
  meta: ExportMeta,
  ink: { panel: string; text: string; font: string },
): Promise<Blob | null> {
  const image = new Image()
  image.src = picture
  await image.decode()
  const lines = [
    [meta.dataMode, meta.period].filter(Boolean).join(' · '),
    [meta.zone, meta.asOf].join(' · '),
    meta.source,
  ]
  const head = 56 + lines.length * 26
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height + head
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = ink.panel
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = ink.text
  // The width given to a text squeezes it only where it would not fit.
  const width = canvas.width - 32
  context.font = `600 26px ${ink.font}`
  context.fillText(meta.unit ? `${meta.title} (${meta.unit})` : meta.title, 16, 34, width)
  context.font = `400 20px ${ink.font}`
  for (const [at, line] of lines.entries()) context.fillText(line, 16, 62 + at * 26, width)
  context.drawImage(image, 0, head)
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
}

/** Hands a file to the browser's download. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
