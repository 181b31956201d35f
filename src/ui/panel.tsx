import type { ReactNode } from 'react'
import styles from './panel.module.css'

export interface PanelHeaderProps {
  title: ReactNode
  /** Unit, period, source. */
  meta?: string | undefined
  /** Coverage, count or tools at the right. */
  aside?: ReactNode
}

export function PanelHeader({ title, meta, aside }: PanelHeaderProps) {
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      {meta ? <span className={styles.meta}>{meta}</span> : null}
      {aside ? <span className={styles.aside}>{aside}</span> : null}
    </header>
  )
}
