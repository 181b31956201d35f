import { X } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'

export interface CloseButtonProps {
  onClose: () => void
  /** What it closes; "Close" where the place says it. */
  label?: string
  /** The Escape key does the same: said to whoever points at it. */
  escapes?: boolean
}

/** The cross at the end of a panel's head. */
export function CloseButton({ onClose, label, escapes = false }: CloseButtonProps) {
  const t = useText('state')
  const name = label ?? t('close')
  return (
    <Button look="quiet" iconOnly aria-label={name} title={escapes ? `${name} (Esc)` : name} onClick={onClose}>
      <X size="1rem" aria-hidden="true" />
    </Button>
  )
}
