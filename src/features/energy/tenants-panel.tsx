import { useQuery } from '@tanstack/react-query'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useQuietReading } from '../../live/hooks.ts'
import type { HistoryView } from '../../live/use-history.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { LongName } from '../../ui/long-name.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { qualityNote } from '../../ui/quality-note.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import type { EnergyPoints } from '../../domain/energy/energy-points.ts'
import { sortTenants, tenantRows, tenantTable, TENANT_SORTS, type TenantRow, type TenantSort } from './tenant-rows.ts'
import styles from './tenants-panel.module.css'
import type { Baselines } from '../../live/use-baselines.ts'
import type { Clock } from '../../live/use-clock.ts'
import { failureOf, type DayEnergy } from '../../live/use-day-energy.ts'

interface RowProps {
  row: TenantRow
  name: string
  mostKwh: number
  onOpen: (tenantId: string) => void
}

/** One tenant. Its meter's own freshness is watched, so that an old number can't pass for a new one. */
const Row = memo(function Row({ row, name, mostKwh, onOpen }: RowProps) {
  const t = useText('energy')
  const quality = useText('quality')
  const format = useFormat()
  const { kwh, kwhPerHa, baseline, event, suspicion } = row
  const silent = useQuietReading(row.meters[0]?.energyId ?? null)
  const quiet = silent !== null
  const note = suspicion
    ? t(`suspect.${suspicion}`)
    : quiet
      ? qualityNote(silent, quality, format).text
      : kwh.ok
        ? ''
        : t(`reason.${kwh.reason}`)
  const change = baseline.ok ? baseline.value.changePercent : null
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.open} onClick={() => onOpen(row.tenant.id)}>
          <LongName text={name} />
        </button>
      </th>
      <td className={styles.plot} title={row.plots}>
        {row.plots}
      </td>
      <td className={styles.number}>
        <span className={styles.track} aria-hidden="true">
          <span
            className={cx(styles.bar, (quiet || !kwh.ok) && styles.hatched)}
            style={{ width: `${kwh.ok && mostKwh > 0 ? Math.max(1, (kwh.value / mostKwh) * 100) : 12}%` }}
          />
        </span>
        {note ? (
          <b className={styles.note}>{note}</b>
        ) : event ? (
          <b className={styles.note}>{t(`event.${event}`)}</b>
        ) : null}
        <Figure value={kwh.ok ? kwh.value / 1000 : null} unit="" decimals={1} />
      </td>
      <td className={styles.number}>
        <Figure value={kwhPerHa.ok ? kwhPerHa.value : null} unit="" decimals={0} />
      </td>
      <td className={styles.number} title={baseline.ok ? undefined : t(`reason.${baseline.reason}`)}>
        {change === null ? '–' : `${change > 0 ? '+' : ''}${format.number(change, 1)} %`}
      </td>
      <td className={styles.spark}>
        {row.week.length > 1 ? (
          <Sparkline values={row.week} tone="text" size="row" ended={quiet} label={t('tenants.week', { name })} />
        ) : null}
      </td>
    </tr>
  )
})

const ROWS_AT_FIRST = 16

export interface TenantsPanelProps {
  index: ParkIndex
  points: EnergyPoints
  day: DayEnergy
  clock: Clock
  baselines: Baselines
  /** The question that comes before those of the day. */
  blocked: HistoryView
}

/** Tenants by what they used today: absolute, per hectare, or against their own baseline. */
export function TenantsPanel({ index, points, day, clock, baselines, blocked }: TenantsPanelProps) {
  const t = useText('energy')
  const errorText = useErrorText()
  const failed = day.growth === null ? failureOf(day, blocked) : null
  const format = useFormat()
  const { open: openScreen, select } = useViewActions()
  const [sort, setSort] = useState<TenantSort>('absolute')
  const plots = useQuery({ ...geometryQueries.collection(index.park.id, 'plots'), enabled: day.growth !== null })
  const areas = useMemo(
    () => new Map(plots.data?.map(({ id, properties }): [string, number] => [id, properties.areaHa])),
    [plots.data],
  )
  const rows = useMemo(
    () => (day.growth ? tenantRows(index, points, day, baselines, (id) => areas.get(id) ?? null) : []),
    [index, points, day, baselines, areas],
  )
  const sorted = useMemo(() => sortTenants(rows, sort), [rows, sort])
  // The first picture holds what is in sight; the rest follows when there is time.
  const drawn = useDeferredValue(sorted.length, ROWS_AT_FIRST)
  const mostKwh = Math.max(0, ...rows.map(({ kwh }) => (kwh.ok ? kwh.value : 0)))
  const open = useMemo(() => (id: string) => select({ type: 'tenant', id }), [select])
  const counted = rows.filter(({ kwh }) => kwh.ok).length
  const exportMeta = useExportMeta({
    title: t('tenants.title'),
    unit: 'MWh',
    fromMs: clock.dayMs,
    toMs: day.untilMs,
    source: t('tenants.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <ChartFrame
      title={t('tenants.title')}
      meta={t('tenants.meta', { time: format.timeShort(day.untilMs) })}
      aside={
        <>
          <Button
            look="quiet"
            onClick={() =>
              openScreen('overview', {
                plotTheme: sort === 'baseline' ? 'energy-baseline' : 'power-density',
                selection: null,
              })
            }
          >
            {t('map.show')}
          </Button>
          {baselines.error !== null ? (
            <Button look="quiet" title={errorText(baselines.error)} onClick={baselines.retry}>
              {t('tenants.baselineFailed')}
            </Button>
          ) : null}
          {day.growth ? t('tenants.count', { good: counted, all: rows.length }) : null}
          <Segmented
            label={t('tenants.sort')}
            value={sort}
            options={TENANT_SORTS.map((id) => ({ id, label: t(`tenants.sort.${id}`) }))}
            onChange={setSort}
          />
        </>
      }
      table={day.growth ? tenantTable(sorted, t) : null}
      exportMeta={exportMeta}
      fileName={`${index.park.id}_tenants_energy`}
      hasPicture={false}
    >
      {day.untilMs <= clock.dayMs ? (
        <PanelState kind="empty" text={t('balance.tooEarly')} />
      ) : failed ? (
        <PanelState kind="error" detail={errorText(failed.error)} onRetry={failed.retry} />
      ) : day.growth ? (
        <section className={styles.scroll} aria-label={t('tenants.title')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('tenants.tenant')}</th>
                <th scope="col">{t('tenants.plot')}</th>
                <th scope="col" className={styles.number}>
                  {t('tenants.today')}, MWh
                </th>
                <th scope="col" className={styles.number}>
                  {t('tenants.perHa')}, kWh/ha
                </th>
                <th scope="col" className={styles.number}>
                  {t('tenants.baseline')}
                </th>
                <th scope="col">{t('tenants.days')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, drawn).map((row) => (
                <Row key={row.tenant.id} row={row} name={row.tenant.name} mostKwh={mostKwh} onOpen={open} />
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <PanelState kind="loading" lines={6} />
      )}
    </ChartFrame>
  )
}
