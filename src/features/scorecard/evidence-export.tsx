import type { TableData } from '../../charts/table-data.ts'
import { TableExports } from '../../charts/table-exports.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { IndicatorResult, ScorecardInput } from '../../domain/scorecard/scorecard-types.ts'
import { addDaysMs } from '../../domain/time/park-zone.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useEvidenceText } from './evidence-texts.ts'

const text = (label: string): TableData['columns'][number] => ({ label, kind: 'text' })

/** Every record behind a criterion as CSV and XLSX, with the period, the source and the data mode in its head. */
export function EvidenceExport({
  index,
  result,
  input,
}: {
  index: ParkIndex
  result: IndicatorResult
  input: ScorecardInput
}) {
  const t = useText('scorecard')
  const locale = useLocale()
  const textOf = useEvidenceText(index, input.registers)
  const toMs = useServerNow(60_000)
  const { criterion, evidence } = result
  const exportMeta = useExportMeta({
    title: `${index.park.name[locale]} · ${criterion.title[locale]}`,
    unit: '',
    fromMs: addDaysMs(toMs, -365, index.park.timeZone),
    toMs,
    source: criterion.source.title,
    simulated: index.park.dataMode === 'simulated',
  })
  const table = (): TableData => ({
    columns: [
      text(t('export.record')),
      text(t('export.detail')),
      text(t('export.id')),
      { label: t('export.value'), kind: 'number', decimals: 3 },
      text(t('export.unit')),
      text(t('export.period')),
      text(t('export.counts')),
    ],
    rows: evidence.map((one) => {
      const { title, detail, point, period } = textOf(one)
      const id = point?.pointId ?? one.id
      return [title, detail, id, one.value, one.unit ?? '', period, t(one.counts ? 'yes' : 'no')]
    }),
  })
  if (evidence.length === 0) return null
  return (
    <span>
      {t('drawer.export')}{' '}
      <TableExports meta={exportMeta} fileName={`${index.park.id}-${criterion.id}`} table={table()} />
    </span>
  )
}
