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
const BRACKETS = 'M-4.5 3V-4.5H3M21 -4.5H28.5V3M28.5 21V28.5H21M3 28.5H-4.5V21'

export interface AlarmMarkProps {
  priority: AlarmPriority
  state: AlarmMarkState
  /** Accessible name: priority and state in words. */
  label: string
  /** Edge in pixels at one rem of 16: 18 navigation, 20 lists, 26 to 36 detail. */
  size?: number
}

/** Colour, shape and number together; brackets mean "not acknowledged" and need no blinking to be read. */
export function AlarmMark({ priority, state, label, size = 20 }: AlarmMarkProps) {
  const shape = SHAPES[priority]
  const returned = state === 'returned'
  const rem = `${size / 16}rem`
  return (
    <svg
      className={styles.mark}
      data-priority={priority}
      data-state={state}
      viewBox="0 0 24 24"
      style={{ width: rem, height: rem }}
      role="img"
      aria-label={label}
    >
      {state === 'unacknowledged' ? <path className={styles.brackets} d={BRACKETS} /> : null}
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
    </svg>
  )
}
