import type { PathPoint } from '../../domain/ghg/roadmap.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { Figure } from '../../ui/figure.tsx'
import { ResultMark } from './result-mark.tsx'
import styles from './climate.module.css'

interface PathTableProps {
  title: string
  path: readonly PathPoint[]
  unit: string
  /** Year of today: what comes after it has no result yet, what lies behind without a value has none to show. */
  year: number
}

/** A target path by year: what was set, what was reached, and whether it holds. */
export function PathTable({ title, path, unit, year: thisYear }: PathTableProps) {
  const t = useText('scorecard')
  const format = useFormat()
  const decimals = unit === '%' ? 1 : 0
  const top = Math.max(1, ...path.flatMap(({ target, actual }) => [target, actual ?? 0])) * 1.1
  if (path.length === 0) return <p className={styles.soft}>{t('climate.noTarget')}</p>
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('climate.year')}</th>
          <th scope="col" className={styles.number}>
            {t('climate.target')}
          </th>
          <th scope="col" className={styles.number}>
            {t('climate.reached')}
          </th>
          <th scope="col" aria-label={title} />
          <th scope="col">{t('column.result')}</th>
        </tr>
      </thead>
      <tbody>
        {path.map(({ year, target, actual, onPath }) => (
          <tr key={year} className={styles.row}>
            <th scope="row">{String(year)}</th>
            <td className={styles.number}>
              <Figure value={target} unit={unit} decimals={decimals} />
            </td>
            <td className={styles.number}>
              <Figure value={actual} unit={unit} decimals={decimals} />
            </td>
            <td>
              <Bullet
                value={actual}
                target={target}
                max={top}
                label={`${String(year)}: ${format.quantity(target, unit, decimals)}`}
              />
            </td>
            <td>
              {actual === null && year > thisYear ? (
                <span className={styles.soft}>{t('climate.ahead')}</span>
              ) : (
                <ResultMark meets={onPath} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
