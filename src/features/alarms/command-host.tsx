import { AlarmNote } from './alarm-note.tsx'
import type { Ask } from './ask-context.ts'
import { CommandDialog } from './command-dialog.tsx'
import { PageDialog } from './page-dialog.tsx'

/** The form that a command needs. */
export function CommandHost({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  if (ask.kind === 'page') return <PageDialog alarms={ask.alarms} onClose={onClose} />
  if (ask.kind === 'note') return <AlarmNote alarm={ask.alarm} onClose={onClose} />
  return <CommandDialog alarm={ask.alarm} method={ask.method} onClose={onClose} />
}
