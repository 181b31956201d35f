import { Figure, FigureNote } from '../../ui/figure.tsx'
import type { FigureState } from '../../ui/quality-note.ts'
import styles from './waste.module.css'

export interface FigureCellProps {
  label: string
  /** Null prints a dash; `text` stands in for figures that are times. */
  value: number | null
  unit: string
  decimals: number
  text?: string | undefined
  state?: FigureState | undefined
  /** Limit, period or basis in words. */
  note: string | null
}

/** One figure of the strip: name, value with its unit, and what it has to be read with. */
export function FigureCell({ label, value, unit, decimals, text, state, note }: FigureCellProps) {
  return (
    <article className={styles.cell} aria-label={label}>
      <h2 className={styles.cellLabel} title={label}>
        {label}
      </h2>
      {text === undefined ? (
        <Figure value={value} unit={unit} decimals={decimals} state={state} size="large" />
      ) : (
        <span className={styles.cellText}>{text}</span>
      )}
      <p className={styles.cellNote}>
        {note ? <span title={note}>{note}</span> : null}
        {state ? <FigureNote state={state} /> : null}
      </p>
    </article>
  )
}
