import type { ReactNode } from 'react'
import type { TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure } from '../../ui/figure.tsx'
import styles from './tenants.module.css'

/** Country name in the language of the screen, or its code. */
function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Who the tenant is and what its contract says, each group with its source once. */
export function TenantFacts({ row }: { row: Pick<TenantRow, 'tenant' | 'plots' | 'areaHa'> }) {
  const t = useText('tenants')
  const words = useText('words')
  const quality = useText('quality')
  const locale = useLocale()
  const format = useFormat()
  const { select } = useViewActions()
  const { tenant, plots } = row
  const figure = (value: number | null, unit: string): ReactNode =>
    value === null ? (
      <span className={styles.quiet}>{quality('notEnough')}</span>
    ) : (
      <Figure value={value} unit={unit} decimals={0} />
    )
  const lines: [label: string, value: ReactNode][] = [
    [
      t('column.plots'),
      <span key="plots">
        {tenant.plotIds.map((id) => (
          <button key={id} type="button" className={styles.inlineLink} onClick={() => select({ type: 'plot', id })}>
            {plots.find((plot) => plot.id === id)?.properties.code ?? id}
          </button>
        ))}
        {row.areaHa === null ? null : <span className={styles.quiet}>{format.quantity(row.areaHa, 'ha', 2)}</span>}
      </span>,
    ],
    [t('country'), countryName(tenant.country, locale)],
    [t('headcount'), figure(tenant.headcount, '1')],
    [t('since'), tenant.since === null ? quality('notEnough') : format.date(Date.parse(`${tenant.since}T12:00:00Z`))],
    [t('contracted.power'), figure(tenant.contractedPowerKw, 'kW')],
    [t('contracted.water'), figure(tenant.contractedWaterM3PerDay, 'm3/d')],
    [t('contracted.wastewater'), figure(tenant.contractedWastewaterM3PerDay, 'm3/d')],
  ]
  const { year, confidence } = tenant.source
  const title = sourceTitle(tenant.source, locale)
  return (
    <>
      <dl className={styles.facts}>
        {lines.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.source}>
        {year === null ? t('source', { title }) : t('sourceYear', { title, year })} ·{' '}
        {words(`confidence.${confidence}`)}
      </p>
    </>
  )
}
