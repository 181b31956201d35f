import type { NotEnough } from '../../domain/statistics/outcome.ts'
import { useText } from '../../i18n/use-text.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import type { FigureState } from '../../ui/quality-note.ts'
import styles from './figures-strip.module.css'

export interface CellProps {
  label: string
  value: number | null
  unit: string
  decimals: number
  /** What it is while all is well: its period, its limit, its factor. */
  note?: string | undefined
  /** Explanation for those who hover: method, source. */
  title?: string | undefined
  state?: FigureState | undefined
  /** Why there is no number. */
  gap?: NotEnough | null | undefined
  /** Its inputs are on their way. */
  isWaiting?: boolean
}

const WAITING: FigureState = {
  freshness: 'waiting',
  quality: 'BadWaitingForInitialData',
  ageMs: Number.NaN,
  sourceTimeMs: Number.NaN,
}
const FAULTY: FigureState = { ...WAITING, freshness: 'bad', quality: 'Uncertain' }

/** One figure of the strip: name, number with its unit, and what it stands for. Without a number it says why. */
export function FigureCell(props: CellProps) {
  const { label, value, unit, decimals, note, title, state, isWaiting = false } = props
  const t = useText('energy')
  // What is still on its way is not missing.
  const gap = isWaiting ? null : props.gap
  const shownState = gap ? FAULTY : isWaiting ? WAITING : state
  return (
    <article className={styles.cell} aria-label={label} title={title}>
      <h3 className={styles.label}>{label}</h3>
      <Figure value={gap || isWaiting ? null : value} unit={unit} decimals={decimals} state={shownState} size="large" />
      <span className={styles.note}>
        {gap ? (
          <strong>
            {gap.coverage
              ? t('gap.covered', { reason: t(`reason.${gap.reason}`), ...gap.coverage })
              : t(`reason.${gap.reason}`)}
          </strong>
        ) : shownState ? (
          <FigureNote state={shownState} calm={note} />
        ) : (
          note
        )}
      </span>
    </article>
  )
}
