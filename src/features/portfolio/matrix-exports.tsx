import { useMemo } from 'react'
import { TableExports } from '../../charts/table-exports.tsx'
import type { TableCell, TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkSummary } from '../../contract/resources.ts'
import { KPI_DEFINITIONS } from '../../domain/kpi/kpi-definitions.data.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { kpiRow, type Scale } from './matrix-rows.ts'
import type { ParkColumn } from '../../live/use-portfolio.ts'
import type { ParkFigures } from '../../live/park-figures.ts'

export interface MatrixExportsProps {
  columns: readonly ParkColumn[]
  names: ReadonlyMap<string, ParkSummary>
  scale: Scale
}

/** The figures side by side as CSV and XLSX; nothing until the first park has answered. */
export function MatrixExports(props: MatrixExportsProps) {
  const answered = props.columns.flatMap(({ figures }) => figures ?? [])
  return answered.length > 0 ? <Exports {...props} answered={answered} /> : null
}

/** One line a figure, one column a park. */
function Exports({ columns, names, scale, answered }: MatrixExportsProps & { answered: readonly ParkFigures[] }) {
  const t = useText('portfolio')
  const kpi = useText('kpi')
  const locale = useLocale()
  const table = useMemo(
    (): TableData => ({
      columns: [
        { label: t('export.figure'), kind: 'text' },
        { label: t('export.unit'), kind: 'text' },
        ...columns.map(({ parkId }) => ({
          label: names.get(parkId)?.name[locale] ?? parkId,
          kind: 'number' as const,
          decimals: 3,
        })),
      ],
      rows: KPI_DEFINITIONS.map((definition) => {
        const row = kpiRow(definition, columns, scale)
        const unit = `${unitSymbol(row.unit)}${row.isPerHectare ? '/ha' : ''}`
        const head: TableCell[] = [kpi(definition.id), unit]
        return head.concat(row.cells.map((cell) => cell?.value ?? null))
      }),
    }),
    [columns, names, scale, t, kpi, locale],
  )
  const times = answered.map(({ asOfMs }) => asOfMs)
  const meta = useExportMeta({
    title: t('matrix'),
    unit: '',
    fromMs: Math.min(...times),
    toMs: Math.max(...times),
    source: t('export.source'),
    simulated: answered.some(({ park }) => park.dataMode === 'simulated'),
  })
  return <TableExports meta={meta} table={table} fileName="parkscope-portfolio" />
}
