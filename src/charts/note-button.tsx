import { useText } from '../i18n/use-text.ts'
import { type ChartNote, useChartNote } from '../session/chart-note.ts'
import { Button } from '../ui/button.tsx'
import { useDenied } from '../ui/use-denied.ts'

/** One press from a chart to an entry of the operator log that keeps the chart's window. */
export function NoteButton({ note }: { note: ChartNote }) {
  const t = useText('chart')
  const denied = useDenied('log.write')
  const write = useChartNote()
  if (write === null) return null
  return (
    <Button look="quiet" disabled={denied !== undefined} title={denied ?? t('note.title')} onClick={() => write(note)}>
      {t('note')}
    </Button>
  )
}
