import type { TableColumn, TableData } from '../../charts/table-data.ts'
import { TableExports } from '../../charts/table-exports.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { DailyReport, DailyRow } from '../../contract/daily.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { noteText } from './note-text.ts'

const DAY_MS = 86_400_000
const text = (label: string): TableColumn => ({ label, kind: 'text' })
const number = (label: string): TableColumn => ({ label, kind: 'number', decimals: 3 })
const percent = ({ coverage }: DailyRow): number => Math.round(coverage * 1000) / 10

/** The day's figures as CSV and XLSX: revision, period, zone and data mode stand in their head. */
export function DailyExports({
  index,
  report,
  fromMs,
  state,
}: {
  index: ParkIndex
  report: DailyReport
  fromMs: number
  /** "Revision 2", or that it is a draft. */
  state: string
}) {
  const t = useText('daily')
  const named = useOptionalText('daily')
  const locale = useLocale()
  const format = useFormat()
  const table = (): TableData => ({
    columns: [
      text(t('head.source')),
      text(t('head.line')),
      text(t('head.unit')),
      number(t('head.value')),
      number(t('head.target')),
      number(t('head.dayBefore')),
      number(t('head.sameWeekday')),
      { label: t('head.coverage'), unit: '%', kind: 'number', decimals: 1 },
      text(t('head.note')),
    ],
    rows: report.rows.map((row) => [
      row.code,
      named(`line.${row.key}`, row.key),
      unitSymbol(row.unit),
      row.value,
      row.target,
      row.dayBefore,
      row.sameWeekday,
      percent(row),
      row.note === null ? '' : noteText(row.note, format),
    ]),
  })
  return (
    <TableExports
      meta={useExportMeta({
        title: `${t('title')} · ${index.park.name[locale]} · ${report.date} · ${state}`,
        unit: '',
        fromMs,
        toMs: fromMs + DAY_MS,
        source: 'Parkscope',
        simulated: index.park.dataMode === 'simulated',
      })}
      fileName={`${index.park.id}-daily-${report.date}`}
      table={table()}
    />
  )
}
