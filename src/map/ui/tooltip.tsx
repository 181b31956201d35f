import { useLayoutEffect, useRef } from 'react'
import type { Description } from './describe.ts'
import styles from './tooltip.module.css'

export interface TooltipProps {
  description: Description
  x: number
  y: number
}

/** What is under the pointer or the list's cursor. The same facts are in the detail panel. */
export function Tooltip({ description, x, y }: TooltipProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    const stage = element?.parentElement
    if (!element || !stage) return
    // Beside the pointer, turned inward where the map ends.
    const left = x + 14 + element.offsetWidth > stage.clientWidth ? x - 14 - element.offsetWidth : x + 14
    const top = y + 14 + element.offsetHeight > stage.clientHeight ? y - 10 - element.offsetHeight : y + 14
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  })
  return (
    <div ref={box} className={styles.tooltip} role="tooltip">
      <strong>{description.title}</strong>
      {description.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
