import { gapPath, linearScale } from '../../charts/scale.ts'
import styles from './daily.module.css'

const WIDTH = 88
const HEIGHT = 14

/** Thirty days in ink, drawn as a path so that paper gets it too; hatched where no day has a value. */
export function Course({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return <span className={styles.noCourse} aria-hidden="true" />
  const x = linearScale(0, Math.max(1, values.length - 1), 1, WIDTH - 3)
  const y = linearScale(Math.min(...known), Math.max(...known), HEIGHT - 2, 2)
  const ys = values.map((value) => (value === null ? Number.NaN : y(value)))
  const last = ys.at(-1) ?? Number.NaN
  return (
    <svg className={styles.course} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path
        d={gapPath(
          values.map((_, at) => x(at)),
          ys,
        )}
      />
      {Number.isFinite(last) ? <circle cx={x(values.length - 1)} cy={last} r="1.75" /> : null}
    </svg>
  )
}
