import { cx } from '../../ui/cx.ts'
import styles from './water.module.css'

/** Filled: meets. Empty: does not. Hatched: not enough data. Readable in grey print. */
export function StateBox({ state }: { state: 'meets' | 'exceeds' | 'not-enough-data' }) {
  return <span aria-hidden="true" className={cx(styles.box, styles[state])} />
}
