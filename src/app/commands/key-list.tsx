import { useText } from '../../i18n/use-text.ts'
import { ShortcutList } from '../../ui/shortcut-list.tsx'
import type { Command } from './command.ts'

export interface KeyListProps {
  commands: readonly Command[]
  onClose: () => void
}

/** Keys of the registry, and those that no command stands for. */
export function KeyList({ commands, onClose }: KeyListProps) {
  const t = useText('shell')
  const own = commands.flatMap(({ shortcut, label }) => (shortcut === null ? [] : [{ keys: shortcut, label }]))
  const entries = [
    ...own,
    { keys: 'F6', label: t('keys.regions') },
    { keys: 'Shift F6', label: t('keys.regionsBack') },
    { keys: 'Enter', label: t('keys.mapList') },
    { keys: '↑ ↓', label: t('keys.alarmMove') },
    { keys: 'Enter', label: t('keys.alarmOpen') },
    { keys: 'Space', label: t('keys.alarmAck') },
  ]
  return <ShortcutList entries={entries} onClose={onClose} />
}
