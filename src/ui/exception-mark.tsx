import { ArrowDown, ArrowUp } from 'lucide-react'
import { cx } from './cx.ts'
import styles from './exception-mark.module.css'

export interface ExceptionMarkProps {
  /** Beyond a limit upwards or downwards, or no data at all. */
  kind: 'high' | 'low' | 'lost'
  /** What it says in words. */
  label: string
  /** Edge as a CSS length. */
  edge?: string
}

/** Something to look at that is no alarm: grey, square and without a digit, so that nobody counts it as one. */
export function ExceptionMark({ kind, label, edge = '1.25rem' }: ExceptionMarkProps) {
  return (
    <span className={cx(styles.mark, kind === 'lost' && styles.lost)} style={{ width: edge, height: edge }}>
      <span className="visually-hidden">{label}</span>
      {kind === 'high' ? <ArrowUp aria-hidden="true" /> : kind === 'low' ? <ArrowDown aria-hidden="true" /> : null}
    </span>
  )
}
