import type { QualityName } from '../contract/quality.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './history-chart.module.css'
import type { HistoryColumns } from './history-options.ts'

export interface HistoryTableProps {
  columns: HistoryColumns
  decimals: number
  /** An instant in full. */
  time: (ms: number) => string
  qualityWord: (name: QualityName) => string
}

/** The chart's data in rows, newest first: everything that hovering shows, without a pointer. */
export function HistoryTable({ columns, decimals, time, qualityWord }: HistoryTableProps) {
  const t = useText('detail')
  const format = useFormat()
  const rows = Array.from(columns.mean, (_, k) => k).toReversed()
  return (
    <section className={styles.table} aria-label={t('history.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('history.time')}</th>
            <th scope="col">{t('history.mean')}</th>
            <th scope="col">{t('history.min')}</th>
            <th scope="col">{t('history.max')}</th>
            <th scope="col">{t('history.count')}</th>
            <th scope="col">{t('history.quality')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((k) => (
            <tr key={k}>
              <td>{time(columns.fromMs + k * columns.stepMs)}</td>
              <td>{format.number(columns.mean[k] ?? Number.NaN, decimals)}</td>
              <td>{format.number(columns.min[k] ?? Number.NaN, decimals)}</td>
              <td>{format.number(columns.max[k] ?? Number.NaN, decimals)}</td>
              <td>{format.number(columns.count[k] ?? 0)}</td>
              <td>{qualityWord(columns.quality[k] ?? 'BadNoCommunication')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
