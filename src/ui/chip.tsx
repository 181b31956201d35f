import styles from './controls.module.css'

/** Inverse ink: seen at once and never taken for an alarm. Holds the data mode. */
export function Chip({ children }: { children: string }) {
  return <span className={styles.chip}>{children}</span>
}

/** Name of a key on the keyboard. */
export function KeyCap({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>
}
