import { useText } from '../../i18n/use-text.ts'
import type { ChartNote } from '../../session/chart-note.ts'
import { useView } from '../../session/view.ts'
import { NoteDialog } from '../../ui/note-dialog.tsx'

/** An entry of the operator log about a chart: it keeps the window and opens the point, or the screen, again. */
export function ChartNoteForm({ note, onClose }: { note: ChartNote; onClose: () => void }) {
  const t = useText('chart')
  const { view } = useView()
  const { title, fromMs, toMs, pointId } = note
  return (
    <NoteDialog
      title={title}
      detail={title}
      category="operation"
      range={toMs > fromMs ? { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() } : null}
      refs={[pointId === null ? { type: 'screen', id: view.screen } : { type: 'point', id: pointId }]}
      opening={t('note.opening', { title })}
      onClose={onClose}
    />
  )
}
