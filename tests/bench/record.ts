import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { type Row, ratioOf, targetText, textOf, verdictOf } from './report.ts'

const rowSchema = z.object({
  group: z.string(),
  name: z.string(),
  /** Null: the figure could not be taken. */
  value: z.number().nullable(),
  unit: z.string(),
  target: z.number().optional(),
  floor: z.number().nullable().optional(),
  targetRatio: z.number().optional(),
  note: z.string().optional(),
  /** Day of the run, machine and versions. */
  run: z.string(),
})
const recordSchema = z.array(rowSchema)
export type RecordedRow = z.infer<typeof rowSchema>

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** The record with the groups of a run replaced by it; the others keep their last figures. */
export function merge(old: readonly RecordedRow[], rows: readonly Row[], run: string): RecordedRow[] {
  const groups = new Set(rows.map(({ group }) => group))
  const fresh = rows.map((row): RecordedRow => {
    const { floor, ...rest } = row
    return { ...rest, value: finite(row.value), ...(floor === undefined ? {} : { floor: finite(floor) }), run }
  })
  return [...old.filter(({ group }) => !groups.has(group)), ...fresh].toSorted((a, b) =>
    a.group < b.group ? -1 : Number(a.group > b.group),
  )
}

function toRow({ value, floor, ...rest }: RecordedRow): Row {
  return {
    group: rest.group,
    name: rest.name,
    unit: rest.unit,
    value: value ?? Number.NaN,
    ...(rest.target === undefined ? {} : { target: rest.target }),
    ...(rest.targetRatio === undefined ? {} : { targetRatio: rest.targetRatio }),
    ...(floor === undefined ? {} : { floor: floor ?? Number.NaN }),
  }
}

/** The record as a page of the docs. */
export function pageOf(rows: readonly RecordedRow[]): string {
  const lines = [
    '# Last measured',
    '',
    'Written by `npm run bench -- --record`; medians. `ratio` is to the floor page of the same run: bare MapLibre with',
    '500 polygons and 40 values at 1 Hz. A figure over its target says so. Every row names its run. With "no graphics card"',
    'Chromium draws as it does where there is none: pages by the processor, WebGL in software GL. With "software GL" it put',
    'the page together in software GL too, some 50 ms of processor for each frame (decision 11). Cold load and steady live',
    'are taken where no test driver watches the page (decision 12).',
  ]
  const runs: string[] = []
  for (const [k, recorded] of rows.entries()) {
    const row = toRow(recorded)
    if (row.group !== rows[k - 1]?.group) {
      lines.push('', `## ${row.group}`, '', '| figure | value | floor | ratio | target | | run |')
      lines.push('|---|---:|---:|---:|---|---|---:|')
    }
    if (!runs.includes(recorded.run)) runs.push(recorded.run)
    const ratio = ratioOf(row)
    const cells = [
      recorded.note === undefined ? row.name : `${row.name} (${recorded.note})`,
      `${textOf(row.value)} ${row.unit}`.trim(),
      row.floor === undefined ? '' : textOf(row.floor),
      Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '',
      targetText(row),
      verdictOf(row),
      String(runs.indexOf(recorded.run) + 1),
    ]
    lines.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
  }
  lines.push('', '## Runs', '', ...runs.map((run, k) => `${k + 1}. ${run}`))
  return `${lines.join('\n')}\n`
}

/** Adds a run to the record and writes the page anew. Throws when the record is not one. */
export function keep(rows: readonly Row[], run: string, jsonFile: string, pageFile: string): void {
  const old = existsSync(jsonFile) ? recordSchema.parse(JSON.parse(readFileSync(jsonFile, 'utf8'))) : []
  const merged = merge(old, rows, run)
  writeFileSync(jsonFile, `${JSON.stringify(merged, null, 1)}\n`)
  writeFileSync(pageFile, pageOf(merged))
}
