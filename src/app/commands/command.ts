import type { LucideIcon } from 'lucide-react'

/** One thing that can be done, wherever it is offered: menu, palette, key, help. */
export interface Command {
  id: string
  label: string
  icon: LucideIcon
  /** Keys as printed ("Ctrl K", "G O"); null where there are none. */
  shortcut: string | null
  enabled: boolean
  run: () => void
}
