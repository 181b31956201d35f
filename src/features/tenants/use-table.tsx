import type { ParkIndex } from '../../domain/network/park-index.ts'
import { intensityOf } from '../../domain/energy/baseline.ts'
import { enough, finiteOutcome, notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import type { ComparedDays } from '../../domain/tenants/own-baseline.ts'
import type { TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { StreamMark, type KpiStream } from '../../ui/stream-mark.tsx'
import { useAskCell } from './ask-cell.tsx'
import styles from './tenants.module.css'
import type { TenantUse } from './use-tenant-use.ts'

interface Line {
  stream: KpiStream
  label: string
  unit: string
  decimals: number
  days: ComparedDays
  ofContract: Outcome<number>
}

function shareOf(used: number | null, contracted: number | null): Outcome<number> {
  if (contracted === null || !(contracted > 0)) return notEnough('no-rating')
  return used === null ? notEnough('no-data') : enough((used / contracted) * 100)
}

/** What the tenant used on the days that a manager compares, per hectare and against its own days. */
export function UseTable({ index, row, use }: { index: ParkIndex; row: TenantRow; use: TenantUse }) {
  const t = useText('tenants')
  const format = useFormat()
  const cell = useAskCell()
  const { tenant, areaHa } = row
  const lines: Line[] = [
    { stream: 'energy', label: t('energy'), unit: 'kWh', decimals: 0, days: use.energy, ofContract: use.peakPercent },
    {
      stream: 'water',
      label: t('water'),
      unit: 'm³',
      decimals: 0,
      days: use.water,
      ofContract: shareOf(use.water.yesterday, tenant.contractedWaterM3PerDay),
    },
    {
      stream: 'wastewater',
      label: t('wastewater'),
      unit: 'm³',
      decimals: 0,
      days: use.discharge,
      ofContract: shareOf(use.discharge.yesterday, tenant.contractedWastewaterM3PerDay),
    },
  ]
  const { own } = use
  return (
    <section className={styles.section}>
      <PanelHeader
        title={t('use')}
        meta={t('use.meta', { time: format.timeShort(use.toMs), zone: format.zoneLabel(use.toMs) })}
        aside={index.park.dataMode === 'simulated' ? t('simulatedShort') : undefined}
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('use.stream')}</th>
            <th scope="col" className={styles.number}>
              {t('use.today')}
            </th>
            <th scope="col" className={styles.number}>
              {t('use.weekSoFar')}
            </th>
            <th scope="col" className={styles.number}>
              {t('use.yesterday')}
            </th>
            <th scope="col" className={styles.number}>
              {t('use.weekBefore')}
            </th>
            <th scope="col" className={styles.number}>
              {t('use.perHa')}
            </th>
            <th scope="col" className={styles.number}>
              {t('use.ofContract')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ stream, label, unit, decimals, days, ofContract }) => (
            <tr key={stream}>
              <th scope="row">
                <span className={styles.streamLabel}>
                  <StreamMark stream={stream} />
                  {label}, {unit}
                </span>
              </th>
              <td className={styles.number}>{cell.number(days.today, decimals)}</td>
              <td className={styles.number}>{cell.number(days.weekBeforeSoFar, decimals)}</td>
              <td className={styles.number}>{cell.number(days.yesterday, decimals)}</td>
              <td className={styles.number}>{cell.number(days.weekBefore, decimals)}</td>
              <td className={styles.number}>{cell.outcome(intensityOf(days.yesterday, areaHa), 1)}</td>
              <td className={styles.number} title={stream === 'energy' ? t('use.peakOfContract') : undefined}>
                {cell.outcome(ofContract, 0)}
                {ofContract.ok ? ' %' : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.sentence}>
        {own === null
          ? t('own.waiting')
          : own.comparison.ok && own.baseline.ok
            ? t(`own.${own.comparison.value.place}`, {
                change: `${own.comparison.value.changePercent >= 0 ? '+' : '−'}${format.number(Math.abs(own.comparison.value.changePercent), 1)}`,
                median: format.number(own.baseline.value.median, 0),
                low: format.number(own.baseline.value.low, 0),
                high: format.number(own.baseline.value.high, 0),
                count: own.baseline.value.days,
                type: t(`own.${own.type}`),
              })
            : t('own.notEnough', {
                reason: own.comparison.ok ? '' : t(`reason.${own.comparison.reason}`),
                type: t(`own.${own.type}`),
              })}
      </p>
      {finiteOutcome(areaHa).ok ? null : <p className={styles.hint}>{t('use.noArea')}</p>}
    </section>
  )
}
