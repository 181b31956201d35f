import styles from './plant.module.css'

export interface PipeDrawingProps {
  /** Columns of the diagram, the receiver's included. */
  columns: number
  /** Columns of the steps; -1 where the park has none. */
  clarifier: number
  aeration: number
  outfall: number
  hasSludge: boolean
  hasReuse: boolean
}

/** Heights of the main pipe, of the lower edge of the tanks and of the branch, in rem from the diagram's top. */
const PIPE = 4.75
const TANK_FOOT = 7.5
const BRANCH = 9

function Chevron({ x, y, back = false }: { x: number; y: number; back?: boolean }) {
  return (
    <g className={styles.arrow}>
      <svg x={`${x}%`} y={`${y}rem`} width="1rem" height="1rem" viewBox="-8 -8 16 16" overflow="visible">
        <path className={styles.chevron} d={back ? 'M4 -5 -3 0 4 5' : 'M-4 -5 3 0 -4 5'} />
      </svg>
    </g>
  )
}

/** Pipes behind the units: positions across are shares of the width, so they keep to the columns at any size. */
export function PipeDrawing({ columns, clarifier, aeration, outfall, hasSludge, hasReuse }: PipeDrawingProps) {
  const at = (column: number): number => (column / columns) * 100
  const centre = (column: number): number => at(column + 0.5)
  const tap = at(outfall + 0.1)
  const sludgeFrom = centre(clarifier)
  return (
    <svg className={styles.pipes} aria-hidden="true">
      <line className={styles.main} x1="0%" x2="100%" y1={`${PIPE}rem`} y2={`${PIPE}rem`} />
      {Array.from({ length: columns + 1 }, (_, k) => (
        <Chevron key={k} x={k === 0 ? 0.8 : k === columns ? 99.2 : at(k)} y={PIPE} />
      ))}
      {hasSludge && clarifier >= 0 ? (
        <>
          <line
            className={styles.side}
            x1={`${sludgeFrom}%`}
            x2={`${sludgeFrom}%`}
            y1={`${TANK_FOOT}rem`}
            y2={`${BRANCH}rem`}
          />
          <line
            className={styles.side}
            x1={`${sludgeFrom}%`}
            x2={`${at(clarifier + 0.62)}%`}
            y1={`${BRANCH}rem`}
            y2={`${BRANCH}rem`}
          />
          <Chevron x={at(clarifier + 0.57)} y={BRANCH} />
          {aeration >= 0 ? (
            <>
              <line
                className={styles.side}
                x1={`${centre(aeration)}%`}
                x2={`${sludgeFrom}%`}
                y1={`${BRANCH}rem`}
                y2={`${BRANCH}rem`}
              />
              <line
                className={styles.side}
                x1={`${centre(aeration)}%`}
                x2={`${centre(aeration)}%`}
                y1={`${TANK_FOOT + 0.1}rem`}
                y2={`${BRANCH}rem`}
              />
              <Chevron x={(centre(aeration) + sludgeFrom) / 2} y={BRANCH} back />
            </>
          ) : null}
        </>
      ) : null}
      {hasReuse && outfall >= 0 ? (
        <>
          <line className={styles.side} x1={`${tap}%`} x2={`${tap}%`} y1={`${PIPE}rem`} y2={`${BRANCH}rem`} />
          <line
            className={styles.side}
            x1={`${tap}%`}
            x2={`${at(outfall + 1.02)}%`}
            y1={`${BRANCH}rem`}
            y2={`${BRANCH}rem`}
          />
          <Chevron x={centre(outfall)} y={BRANCH} />
        </>
      ) : null}
    </svg>
  )
}
