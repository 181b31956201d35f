import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { cx } from './cx.ts'
import styles from './fields.module.css'

interface FieldParts {
  label: string
  /** What is expected, in a few words. */
  hint?: string | undefined
  /** What is wrong with it; the field is then announced as invalid. */
  error?: string | undefined
}

interface FrameProps extends FieldParts {
  children: (ids: { id: string; described: string | undefined; invalid: boolean }) => ReactNode
}

function FieldFrame({ label, hint, error, children }: FrameProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, described: note ? `${id}-note` : undefined, invalid: error !== undefined })}
      {note ? (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </span>
      ) : null}
    </div>
  )
}

export interface TextFieldProps extends FieldParts {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'search' | 'number' | undefined
  maxLength?: number | undefined
  disabled?: boolean | undefined
  placeholder?: string | undefined
  /** Values that are offered while one types; others may be typed as well. */
  suggestions?: readonly string[] | undefined
  /** Keyboard of a touch screen. */
  inputMode?: 'decimal' | undefined
}

/** One line of text or a number, with its label, hint and error. */
export function TextField({
  value,
  onChange,
  type = 'text',
  maxLength,
  disabled,
  placeholder,
  suggestions,
  inputMode,
  ...parts
}: TextFieldProps) {
  return (
    <FieldFrame {...parts}>
      {({ id, described, invalid }) => (
        <>
          <input
            id={id}
            type={type}
            className={styles.input}
            value={value}
            maxLength={maxLength}
            disabled={disabled}
            placeholder={placeholder}
            inputMode={inputMode}
            list={suggestions ? `${id}-list` : undefined}
            aria-describedby={described}
            aria-invalid={invalid}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions ? (
            <datalist id={`${id}-list`}>
              {suggestions.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </FieldFrame>
  )
}

export interface TextAreaProps extends FieldParts {
  value: string
  onChange: (value: string) => void
  maxLength?: number | undefined
  rows?: number | undefined
  disabled?: boolean | undefined
}

/**
 * Several lines of text. A text that is too long is kept as it was pasted: the field says by how much, and its form is
 * not sent until it fits.
 */
export function TextArea({ value, onChange, maxLength, rows = 3, disabled, ...parts }: TextAreaProps) {
  const t = useText('shell')
  const format = useFormat()
  const field = useRef<HTMLTextAreaElement>(null)
  const over = maxLength === undefined ? 0 : value.length - maxLength
  const tooLong = over > 0 ? t('field.tooLong', { count: over, shown: format.number(over) }) : undefined
  useEffect(() => field.current?.setCustomValidity(tooLong ?? ''), [tooLong])
  return (
    <FieldFrame {...parts} error={tooLong ?? parts.error}>
      {({ id, described, invalid }) => (
        <textarea
          ref={field}
          id={id}
          className={cx(styles.input, styles.area)}
          rows={rows}
          value={value}
          disabled={disabled}
          aria-describedby={described}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

export interface SelectFieldProps<Id extends string> extends FieldParts {
  value: Id
  options: readonly { id: Id; label: string }[]
  onChange: (id: Id) => void
  disabled?: boolean | undefined
}

/** One of a few choices, from the platform's own list. */
export function SelectField<Id extends string>({ value, options, onChange, disabled, ...parts }: SelectFieldProps<Id>) {
  return (
    <FieldFrame {...parts}>
      {({ id, described, invalid }) => (
        <select
          id={id}
          className={styles.input}
          value={value}
          disabled={disabled}
          aria-describedby={described}
          aria-invalid={invalid}
          onChange={(event) => {
            const picked = options.find((option) => option.id === event.target.value)
            if (picked) onChange(picked.id)
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

export interface CheckFieldProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
}

export function CheckField({ label, checked, onChange, disabled }: CheckFieldProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
