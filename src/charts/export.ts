import type { HistoryColumns } from './history-options.ts'

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
}

export interface CsvHeads {
  time: string
  mean: string
  min: string
  max: string
  count: string
  quality: string
}

function cell(text: string): string {
  // A leading = + - @ would be run as a formula by a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Plain decimal point, no grouping; empty where there is no value. */
function csvNumber(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(Number(value.toFixed(6)))
}

/** CSV with a decimal point and ISO times in the park's zone, whatever the language; its header says what it is. */
export function historyCsv(
  meta: ExportMeta,
  heads: CsvHeads,
  columns: HistoryColumns,
  isoLocal: (ms: number) => string,
): string {
  const head = [meta.title, meta.unit, meta.period, meta.zone, meta.source, meta.dataMode ?? '', meta.asOf]
  const lines = [
    head
      .filter((text) => text !== '')
      .map(cell)
      .join(','),
    [heads.time, heads.mean, heads.min, heads.max, heads.count, heads.quality].map(cell).join(','),
  ]
  for (let k = 0; k < columns.mean.length; k++) {
    lines.push(
      [
        isoLocal(columns.fromMs + k * columns.stepMs),
        csvNumber(columns.mean[k]),
        csvNumber(columns.min[k]),
        csvNumber(columns.max[k]),
        String(columns.count[k] ?? 0),
        columns.quality[k] ?? '',
      ].join(','),
    )
  }
  return `\ufeff${lines.join('\r\n')}\r\n`
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
