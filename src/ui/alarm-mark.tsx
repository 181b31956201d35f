import type { AnimationEvent } from 'react'
import styles from './alarm-mark.module.css'

export type AlarmPriority = 1 | 2 | 3 | 4
export type AlarmMarkState = 'unacknowledged' | 'acknowledged' | 'returned'

interface Shape {
  path: string
  /** Baseline and size of the digit in the 24-unit box. */
  digitY: number
  digitSize: number
}

const SHAPES: Readonly<Record<AlarmPriority, Shape>> = {
  1: { path: 'M2 2H22V22H2Z', digitY: 17, digitSize: 15 },
  2: { path: 'M12 1.5L23 21.5H1Z', digitY: 19.4, digitSize: 13.5 },
  3: { path: 'M12 22.5L1 2.5H23Z', digitY: 14.6, digitSize: 13.5 },
  4: { path: 'M12 1.5A10.5 10.5 0 1 1 12 22.5A10.5 10.5 0 1 1 12 1.5Z', digitY: 16.8, digitSize: 14 },
}
/** Second outline in place of the blinking, for those who asked for no motion. */
const STILL = 'M-8 -8H32V32H-8Z'
const BRACKETS = 'M-4.5 3V-4.5H3M21 -4.5H28.5V3M28.5 21V28.5H21M3 28.5H-4.5V21'

export interface AlarmMarkProps {
  priority: AlarmPriority
  state: AlarmMarkState
  /** Accessible name: priority and state in words. */
  label: string
  /** Edge in pixels at one rem of 16: 18 navigation, 20 lists, 26 to 36 detail. */
  size?: number
  /** Edge in CSS pixels, on walls. */
  px?: number
  /** It has returned but waits for a reset: a lock stands at its corner. */
  latched?: boolean
}

/**
 * All marks blink as one: each animation counts from the same instant, not from when its mark appeared. Done when it
 * begins: asked for earlier, the browser would have to lay out the page for each mark of a storm.
 */
function shareThePhase({ target }: AnimationEvent): void {
  if (!(target instanceof Element)) return
  for (const animation of target.getAnimations()) animation.startTime = 0
}

/** Colour, shape and number together; brackets mean "not acknowledged" and need no blinking to be read. */
export function AlarmMark({ priority, state, label, size = 20, px, latched = false }: AlarmMarkProps) {
  const shape = SHAPES[priority]
  const returned = state === 'returned'
  const edge = px === undefined ? `${size / 16}rem` : `${px}px`
  return (
    <svg
      onAnimationStart={shareThePhase}
      className={styles.mark}
      data-priority={priority}
      data-state={state}
      viewBox="0 0 24 24"
      // Within the picture of a chart browsers read the attributes only.
      width={edge}
      height={edge}
      style={{ width: edge, height: edge }}
      role="img"
      aria-label={label}
    >
      {state === 'unacknowledged' ? (
        <>
          <path className={styles.brackets} d={BRACKETS} />
          <path className={styles.still} d={STILL} />
        </>
      ) : null}
      <path
        className={styles.shape}
        d={shape.path}
        style={
          returned
            ? { fill: `var(--p${priority}-returned)`, stroke: `var(--p${priority}-returned-edge)` }
            : { fill: `var(--p${priority})`, stroke: 'var(--p-edge)' }
        }
      />
      <text
        className={styles.digit}
        x="12"
        y={shape.digitY}
        fontSize={shape.digitSize}
        style={{ fill: returned ? 'var(--text)' : priority === 1 ? 'var(--on-p1)' : 'var(--on-p)' }}
      >
        {priority}
      </text>
      {latched ? (
        <g className={styles.lock}>
          <path d="M17.5 21.5H27.5V29H17.5Z" />
          <path className={styles.bow} d="M19.5 21.5V19.5A3 3 0 0 1 25.5 19.5V21.5" />
        </g>
      ) : null}
    </svg>
  )
}

/** Letter of a mode that hides an alarm: shelved, suppressed by design, out of service. Grey, and it never blinks. */
export function HiddenMark({ letter, label }: { letter: 'S' | 'D' | 'O'; label: string }) {
  return (
    <span className={styles.hidden} title={label}>
      <span aria-hidden="true">{letter}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
