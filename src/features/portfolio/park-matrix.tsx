import { KPI_DEFINITIONS } from '../../domain/kpi/kpi-definitions.data.ts'
import type { ParkSummary } from '../../contract/resources.ts'
import { formatOf, useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { StreamMark } from '../../ui/stream-mark.tsx'
import { UnitText } from '../../ui/unit-text.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { Article37Row } from './article37-row.tsx'
import { FactRows } from './fact-rows.tsx'
import { kpiRow, type KpiCell, type KpiRow, type Scale } from './matrix-rows.ts'
import styles from './portfolio.module.css'
import type { ParkColumn } from '../../live/use-portfolio.ts'

function VerdictMark({ cell, row }: { cell: KpiCell; row: KpiRow }) {
  const t = useText('portfolio')
  const format = useFormat()
  const target = cell.target === null ? '–' : format.number(cell.target, row.decimals)
  const text = t(`verdict.${cell.verdict}`, { target })
  return (
    <span className={cx(styles.mark, styles[cell.verdict])} title={text}>
      <span className="visually-hidden">{text}</span>
    </span>
  )
}

function KpiTd({ cell, row }: { cell: KpiCell | null; row: KpiRow }) {
  const t = useText('portfolio')
  if (!cell) return <td>–</td>
  const calm = cell.state.freshness === 'live' || cell.state.freshness === 'late'
  const covered = (cell.state.coverage?.contributing ?? 0) === (cell.state.coverage?.expected ?? 0)
  return (
    <td>
      <span className={styles.cell}>
        <VerdictMark cell={cell} row={row} />
        <span className={styles.value}>
          <Figure value={cell.value} unit="1" decimals={row.decimals} state={cell.state} />
        </span>
        <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.barBack} width="100" height="6" />
          {cell.share === null ? null : (
            <rect style={{ fill: `var(--${row.definition.stream})` }} width={cell.share * 100} height="6" />
          )}
        </svg>
        <span className={styles.standing}>
          {cell.place === null ? null : <span>{t('place', { place: cell.place })}</span>}
          {calm && covered ? null : <FigureNote state={cell.state} />}
        </span>
      </span>
    </td>
  )
}

export interface ParkMatrixProps {
  columns: readonly ParkColumn[]
  names: ReadonlyMap<string, ParkSummary>
  current: string
  scale: Scale
  onOpen: (parkId: string) => void
}

/** Parks side by side: published facts with their source, then the same figures of each, with place and target. */
export function ParkMatrix({ columns, names, current, scale, onOpen }: ParkMatrixProps) {
  const t = useText('portfolio')
  const kpi = useText('kpi')
  const locale = useLocale()
  const errorText = useErrorText()
  return (
    <table className={styles.matrix} aria-label={t('matrix')}>
      <thead>
        <tr>
          <th scope="col" className={styles.meta}>
            {t('head')}
          </th>
          {columns.map(({ parkId, figures, error, isLoading, retry }) => {
            const park = names.get(parkId)
            return (
              <th key={parkId} scope="col" className={cx(parkId === current && styles.current)}>
                <button type="button" className={styles.parkName} onClick={() => onOpen(parkId)}>
                  {park?.name[locale] ?? parkId}
                </button>
                {figures ? (
                  <span className={styles.meta} data-as-of="">
                    {t('asOf', { time: formatOf(locale, figures.park.timeZone).time(figures.asOfMs) })}
                    {figures.park.dataMode === 'simulated' ? ` · ${t('simulated')}` : ''}
                  </span>
                ) : error ? (
                  <output className={styles.failed}>
                    <strong>{t('failed')}</strong>
                    <span>{errorText(error)}</span>
                    <Button onClick={retry} disabled={isLoading}>
                      {t('retry')}
                    </Button>
                  </output>
                ) : (
                  <span className={styles.meta}>{t('waiting')}</span>
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        <FactRows columns={columns} />
      </tbody>
      <tbody>
        {KPI_DEFINITIONS.map((definition, i) => {
          const row = kpiRow(definition, columns, scale)
          const first = KPI_DEFINITIONS[i - 1]?.stream !== definition.stream
          return (
            <tr key={definition.id} className={cx(first && styles.first)}>
              <th scope="row">
                <span className={styles.rowName}>
                  <StreamMark stream={definition.stream} />
                  {kpi(definition.id)}
                  <span className={styles.meta}>
                    <UnitText unit={row.unit} />
                    {row.isPerHectare ? '/ha' : ''}
                  </span>
                </span>
              </th>
              {columns.map(({ parkId }, column) => (
                <KpiTd key={parkId} cell={row.cells[column] ?? null} row={row} />
              ))}
            </tr>
          )
        })}
      </tbody>
      <tbody>
        <Article37Row parkIds={columns.map(({ parkId }) => parkId)} />
      </tbody>
    </table>
  )
}
