import { useState } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { noteRange } from '../../domain/alarms/note-range.ts'
import { useServerNow } from '../../live/hooks.ts'
import { NoteDialog } from '../../ui/note-dialog.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'

/** An entry of the operator log about an alarm: it keeps the alarm and its stretch of time. */
export function AlarmNote({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const words = useAlarmWords()
  const now = useServerNow(1000)
  // The stretch ends when the form is opened: it does not grow while somebody types.
  const [range] = useState(() => noteRange(alarm, now))
  return (
    <NoteDialog
      title={words.title(alarm)}
      detail={alarm.tag}
      category="alarm"
      range={range}
      refs={[{ type: 'alarm', id: alarm.id }]}
      onClose={onClose}
    />
  )
}
