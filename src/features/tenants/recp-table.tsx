import type { RecpSolution } from '../../contract/registers.ts'
import { isMeasured, measuredSavings } from '../../domain/tenants/register-facts.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './tenants.module.css'

const RANK = { verified: 0, implemented: 1, planned: 2, feasible: 3, identified: 4 } as const
const MILLION = 1e6

const millions = (vnd: number | null): number | null => (vnd === null ? null : vnd / MILLION)

/** Solutions of cleaner production, furthest first; a saving is printed only where its measurement has a period. */
export function RecpTable({ solutions }: { solutions: readonly RecpSolution[] }) {
  const t = useText('tenants')
  const format = useFormat()
  const rowText = useRowText()
  const rows = solutions.toSorted((a, b) => RANK[a.stage] - RANK[b.stage])
  const total = measuredSavings(solutions)
  const amount = (value: number | null, decimals = 0) =>
    value === null ? (
      <span className={styles.quiet}>–</span>
    ) : (
      <span className={styles.value}>{format.number(value, decimals)}</span>
    )
  const month = (date: string): string => format.date(Date.parse(`${date}T12:00:00Z`))
  return (
    <table className={styles.table} aria-label={t('recp')}>
      <thead>
        <tr>
          <th scope="col">{t('recp.solution')}</th>
          <th scope="col" className={styles.number}>
            {t('recp.energy')}, MWh/a
          </th>
          <th scope="col" className={styles.number}>
            {t('recp.water')}, m³/a
          </th>
          <th scope="col" className={styles.number}>
            {t('recp.money')}
          </th>
          <th scope="col">{t('recp.measured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const measured = isMeasured(row)
          return (
            <tr key={row.id} data-stage={row.stage}>
              <th scope="row">
                {rowText(row, 'title')} <span className={styles.quiet}>{t(`recp.stage.${row.stage}`)}</span>
              </th>
              <td className={styles.number}>
                {amount(measured && row.savedKwh !== null ? row.savedKwh / 1000 : null, 1)}
              </td>
              <td className={styles.number}>{amount(measured ? row.savedWaterM3 : null)}</td>
              <td className={styles.number}>{amount(measured ? millions(row.savedVnd) : null)}</td>
              <td className={styles.quiet}>
                {measured && row.measuredFrom !== null && row.measuredTo !== null
                  ? t('recp.period', { from: month(row.measuredFrom), to: month(row.measuredTo) })
                  : t('recp.notMeasured')}
              </td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t('recp.together')}</th>
          <td className={styles.number}>{amount(total.kwh === null ? null : total.kwh / 1000, 1)}</td>
          <td className={styles.number}>{amount(total.waterM3)}</td>
          <td className={styles.number}>{amount(millions(total.vnd))}</td>
          <td className={styles.quiet}>{t('recp.counted', { measured: total.measured, all: total.all })}</td>
        </tr>
      </tbody>
    </table>
  )
}
