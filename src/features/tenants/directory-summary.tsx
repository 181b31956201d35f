import { useMemo, type ReactNode } from 'react'
import type { Industry } from '../../contract/collections.ts'
import type { TenantRow } from '../../domain/tenants/tenant-rows.ts'
import {
  coverageGap,
  enough,
  mapOutcome,
  notEnough,
  valueOrNull,
  type Outcome,
} from '../../domain/statistics/outcome.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { useAskCell } from './ask-cell.tsx'
import styles from './tenants.module.css'
import type { Directory } from './use-directory.ts'

/** A sum over the tenants of an industry, and how many of those with such a meter are in it. */
interface Sum {
  value: number
  counted: number
  expected: number
}

interface IndustryLine {
  industry: Industry
  tenants: number
  areaHa: number
  power: Sum
  energy: Sum
  water: Sum
}

const nothing = (): Sum => ({ value: 0, counted: 0, expected: 0 })

function add(sum: Sum, value: number | null, hasMeter: boolean): void {
  if (hasMeter) sum.expected += 1
  if (value === null) return
  sum.value += value
  sum.counted += 1
}

function byIndustry(rows: readonly TenantRow[]): IndustryLine[] {
  const lines = new Map<Industry, IndustryLine>()
  for (const row of rows) {
    const { industry } = row.tenant
    const line = lines.get(industry) ?? {
      industry,
      tenants: 0,
      areaHa: 0,
      power: nothing(),
      energy: nothing(),
      water: nothing(),
    }
    line.tenants += 1
    line.areaHa += row.areaHa ?? 0
    add(line.power, row.power.value, row.meters.power.length > 0)
    add(line.energy, valueOrNull(row.energy.today), row.meters.energy.length > 0)
    add(line.water, valueOrNull(row.water.today), row.meters.waterVolume.length > 0)
    lines.set(industry, line)
  }
  return [...lines.values()].toSorted((a, b) => b.power.value - a.power.value)
}

/** Every sum needs 80 % of its own inputs: power may be known while the registers are not. */
function covered({ value, counted, expected }: Sum): Outcome<number> {
  if (expected === 0) return notEnough('no-meter')
  return coverageGap(counted, expected) ?? enough(value)
}

/** What stands at the right while nobody is selected: the park by industry, and who is not measured. */
export function DirectorySummary({ directory }: { directory: Directory }) {
  const t = useText('tenants')
  const words = useText('words')
  const cell = useAskCell()
  const { view, patch, select } = useView()
  const lines = useMemo(() => byIndustry(directory.rows), [directory.rows])
  const most = Math.max(1, ...lines.map(({ power }) => power.value))
  const sumCell = (sum: Outcome<number>, decimals: number, isOfDay = true): ReactNode =>
    isOfDay && directory.isWaiting && !sum.ok && sum.reason !== 'no-meter' ? cell.waiting : cell.outcome(sum, decimals)
  const silent = directory.rows.filter(({ status }) => status !== 'operating')
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{t('summary.hint')}</p>
      <PanelHeader title={t('summary.industries')} meta={t('summary.now')} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.industry')}</th>
            <th scope="col" className={styles.number}>
              {t('summary.tenants')}
            </th>
            <th scope="col" className={styles.number}>
              {t('column.area')}, ha
            </th>
            <th scope="col" aria-hidden="true" className={styles.barColumn} />
            <th scope="col" className={styles.number}>
              {t('column.power')}, MW
            </th>
            <th scope="col" className={styles.number}>
              {t('column.energy')}, MWh
            </th>
            <th scope="col" className={styles.number}>
              {t('column.water')}, m³
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.industry}>
              <th scope="row" className={styles.oneLine}>
                <button
                  type="button"
                  className={styles.linkButton}
                  onClick={() => patch({ tenants: { ...view.tenants, tab: 'directory', industry: line.industry } })}
                >
                  {words(`industry.${line.industry}`)}
                </button>
              </th>
              <td className={styles.number}>{cell.number(line.tenants, 0)}</td>
              <td className={styles.number}>{cell.number(line.areaHa, 1)}</td>
              <td aria-hidden="true">
                <span className={styles.measure} style={{ width: `${(line.power.value / most) * 100}%` }} />
              </td>
              <td className={styles.number}>
                {sumCell(
                  mapOutcome(covered(line.power), (kw) => kw / 1000),
                  1,
                  false,
                )}
              </td>
              <td className={styles.number}>
                {sumCell(
                  mapOutcome(covered(line.energy), (kwh) => kwh / 1000),
                  1,
                )}
              </td>
              <td className={styles.number}>{sumCell(covered(line.water), 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.section}>
        <PanelHeader title={t('summary.unmeasured')} aside={String(silent.length)} />
        {silent.length === 0 ? <p className={styles.hint}>{t('summary.allMeasured')}</p> : null}
        <ul>
          {silent.map((row) => (
            <li key={row.tenant.id}>
              <button
                type="button"
                className={styles.link}
                onClick={() => select({ type: 'tenant', id: row.tenant.id })}
              >
                <span className={styles.name} dir="auto" title={row.tenant.name}>
                  {row.tenant.name}
                </span>
                <span className={styles.quiet}>{t(`status.${row.status}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
