import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { cx } from './cx.ts'
import styles from './figure.module.css'
import { qualityNote, type FigureState } from './quality-note.ts'
import { UnitText } from './unit-text.tsx'

export interface FigureProps {
  /** In `unit`; null or NaN print a dash. */
  value: number | null
  /** UCUM code. */
  unit: string
  decimals: number
  /** Absent for figures that have no live source (facts, targets). */
  state?: FigureState | undefined
  /** `wall` and `wall-text` take their sizes from the wall's type scale. */
  size?: 'body' | 'large' | 'wall' | 'wall-text'
  /** Word instead of the number, for switches and running states. */
  word?: string | undefined
}

/** The only way to print a number: value, unit, and the hatch of its quality. The note stands apart (FigureNote). */
export function Figure({ value, unit, decimals, state, size = 'body', word }: FigureProps) {
  const format = useFormat()
  const t = useText('quality')
  const note = state ? qualityNote(state, t, format) : null
  const shown = value !== null && Number.isFinite(value) && (note?.usable ?? true) ? value : null
  return (
    <span
      className={cx(
        styles.figure,
        size === 'wall-text' ? styles.wallText : styles[size],
        note?.hatched && styles.hatched,
      )}
      data-figure=""
    >
      {shown === null ? (
        <>
          <span className={styles.dash} aria-hidden="true" />
          <span className="visually-hidden">{t('noValue')}</span>
        </>
      ) : (
        <span className={styles.value} {...(state ? { 'data-live-value': '' } : {})}>
          {word ?? format.number(shown, decimals)}
        </span>
      )}
      {word === undefined || shown === null ? (
        <span className={styles.unit} data-unit={unit}>
          <UnitText unit={unit} />
        </span>
      ) : null}
    </span>
  )
}

export interface FigureNoteProps {
  state: FigureState
  /** What to say while everything is well, instead of the age: a period or a year. */
  calm?: string | undefined
}

/** Age while all is well; word and age in bold ink when it is not. */
export function FigureNote({ state, calm }: FigureNoteProps) {
  const format = useFormat()
  const t = useText('quality')
  const note = qualityNote(state, t, format)
  return (
    <span className={cx(styles.note, note.strong && styles.strong)}>
      {note.strong || !note.usable ? note.text : (calm ?? note.text)}
    </span>
  )
}
