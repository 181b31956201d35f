import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { byLoss, nonRevenueWater } from '../../domain/water/districts.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { DistrictRow } from './district-row.tsx'
import styles from './district.module.css'
import { meterCode } from './meter-code.ts'
import { useWaterDay, type DistrictDay } from './use-water-day.ts'

const DAY_MS = 86_400_000
const HOURS = 24

/** The rows as a table to export. What has no number stays empty, with its reason in the last column. */
function useDistrictTable(index: ParkIndex, rows: readonly DistrictDay[], target: number | null): TableData {
  const t = useText('water')
  const locale = useLocale()
  return useMemo(() => {
    const perHour = (m3: number | null): number | null => (m3 === null ? null : m3 / HOURS)
    return {
      columns: [
        { label: t('head.district'), kind: 'text' },
        { label: t('table.supplied'), unit: 'm³/h', kind: 'number', decimals: 1 },
        { label: t('table.metered'), unit: 'm³/h', kind: 'number', decimals: 1 },
        { label: t('table.loss'), unit: '%', kind: 'number', decimals: 1 },
        { label: t('table.target'), unit: '%', kind: 'number', decimals: 1 },
        { label: t('table.night'), unit: 'm³/h', kind: 'number', decimals: 1 },
        { label: t('table.leakage'), unit: 'm³/h', kind: 'number', decimals: 1 },
        { label: t('table.known'), kind: 'number' },
        { label: t('head.meters'), kind: 'number' },
        { label: t('table.check'), kind: 'text' },
      ],
      rows: rows.map(({ district, supplied, metered, loss, night, meters, balance }) => {
        const residual = balance.residual.ok ? balance.residual.value : null
        const suspects = residual?.verdict === 'negative' ? residual.suspects : []
        return [
          district.asset.name?.[locale] ?? district.asset.code,
          perHour(supplied),
          perHour(metered),
          loss.ok ? loss.value : null,
          target,
          night.ok ? night.value.netInflow : null,
          night.ok ? night.value.leakage : null,
          meters.contributing,
          meters.expected,
          suspects.length > 0
            ? suspects.map(({ id }) => meterCode(index, id)).join(', ')
            : loss.ok
              ? null
              : t(`reason.${loss.reason === 'low-coverage' ? 'no-data' : loss.reason}`),
        ]
      }),
    }
  }, [index, rows, target, t, locale])
}

/** Water supply by district, worst loss first: where water goes that nobody is metered for. */
export function DistrictPanel({ index }: { index: ParkIndex }) {
  const t = useText('water')
  const format = useFormat()
  const errorText = useErrorText()
  const { open } = useViewActions()
  const day = useWaterDay(index)
  const rows = useMemo(() => {
    const known = new Map<string, DistrictDay>(day.districts.map((row) => [row.district.asset.id, row]))
    return byLoss(day.districts).flatMap(({ district }) => known.get(district.asset.id) ?? [])
  }, [day.districts])
  const total = useMemo(() => nonRevenueWater(day.districts), [day.districts])
  const target = index.park.targets.find(({ key }) => key === 'water-loss')?.value ?? null
  const lowest = index.park.targets.find(({ key }) => key === 'lowest-pressure')?.value ?? null
  const heads = [
    ['district', false],
    ['supplied', true],
    ['metered', true],
    ['loss', true],
    ['target', false],
    ['night', true],
    ['unmetered', true],
    ['nights', false],
    ['pressure', false],
    ['meters', true],
  ] as const
  const table = useDistrictTable(index, rows, target)
  const exportMeta = useExportMeta({
    title: t('districts'),
    unit: 'm³/h',
    fromMs: day.endMs - DAY_MS,
    toMs: day.endMs,
    source: t('flow.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  const shown = target === null ? '–' : format.quantity(target, '%', 0)
  return (
    <div className={styles.panel}>
      <ChartFrame
        title={t('districts')}
        meta={t('districts.meta')}
        aside={
          <>
            <span>
              {total.ok
                ? t(total.value.percent < 0 ? 'nrw.negative' : 'nrw', {
                    percent: format.quantity(total.value.percent, '%', 1),
                    known: total.value.coverage.contributing,
                    all: total.value.coverage.expected,
                  })
                : t('nrw.unknown')}
            </span>
            <Button look="quiet" data-screen-only="" onClick={() => open('overview', { plotTheme: 'district-loss' })}>
              {t('map.show')}
            </Button>
          </>
        }
        table={day.isLoading || day.error ? null : table}
        exportMeta={exportMeta}
        fileName={`${index.park.id}-districts`}
        hasPicture={false}
      >
        {day.error ? (
          <PanelState kind="error" detail={errorText(day.error)} onRetry={day.retry} />
        ) : day.isLoading ? (
          <PanelState kind="loading" lines={4} />
        ) : rows.length === 0 ? (
          <PanelState kind="empty" text={t('districts.none')} />
        ) : (
          <div className={styles.scroll}>
            <table className={styles.table} aria-label={t('districts')}>
              <thead>
                <tr>
                  {heads.map(([key, isNumber]) => (
                    <th key={key} scope="col" className={isNumber ? styles.number : undefined}>
                      {key === 'target' ? t('head.target', { target: shown }) : t(`head.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <DistrictRow
                    key={row.district.asset.id}
                    row={row}
                    index={index}
                    targetPercent={target}
                    targetBar={lowest}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ChartFrame>
    </div>
  )
}
