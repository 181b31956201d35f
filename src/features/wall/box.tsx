import type { CSSProperties, ReactNode } from 'react'
import type { Rect } from '../../domain/wall/layout.ts'
import styles from './wall.module.css'

/** Places an element on the wall. */
export function boxStyle({ x, y, width, height }: Rect): CSSProperties {
  return { left: x, top: y, width, height }
}

/** A part in its place; its edges are lines, not gaps. */
export function Box({ rect, children }: { rect: Rect; children: ReactNode }) {
  return (
    <div className={styles.box} style={boxStyle(rect)} data-box="">
      {children}
    </div>
  )
}
