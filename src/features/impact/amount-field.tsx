import { useState } from 'react'
import { TextField } from '../../ui/fields.tsx'

const read = (text: string): number => Math.max(0, Number(text.trim().replace(',', '.')) || 0)

export interface AmountFieldProps {
  label: string
  /** Null is an empty field, where a field may be empty. */
  value: number | null
  hint?: string | undefined
  most?: number
  mayBeEmpty?: boolean
  onChange: (value: number | null) => void
}

/**
 * A number that lives in the address and is typed letter by letter: what was typed stays as it is ("2.", "0,5", nothing)
 * for as long as it means the number of the address.
 */
export function AmountField({ label, value, hint, most = 1e6, mayBeEmpty = false, onChange }: AmountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const meant = (text: string): number | null => (mayBeEmpty && text.trim() === '' ? null : Math.min(most, read(text)))
  const shown = typed !== null && meant(typed) === value ? typed : value === null ? '' : String(value)
  return (
    <TextField
      label={label}
      value={shown}
      hint={hint}
      inputMode="decimal"
      maxLength={12}
      onChange={(text) => {
        setTyped(text)
        onChange(meant(text))
      }}
    />
  )
}
