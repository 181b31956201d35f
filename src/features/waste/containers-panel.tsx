import { useCallback, useMemo, useState } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView, type ViewPatch } from '../../session/view.ts'
import { inPlace } from '../../ui/in-place.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { CONTAINER_FILTERS, isShown, isUrgent, type ContainerFilter, type ContainerRow } from './container-rows.ts'
import { ContainerTable } from './container-table.tsx'
import { AHEAD_HOURS, fillLanes } from './fill-lanes.ts'
import { FillTimeline } from './fill-timeline.tsx'
import type { Forecasts } from './use-forecasts.ts'
import { useHolderName } from './use-holder-name.ts'
import type { Rounds } from './use-rounds.ts'
import styles from './waste.module.css'

interface ContainersPanelProps {
  index: ParkIndex
  rows: readonly ContainerRow[]
  forecasts: Forecasts
  rounds: Rounds
  nowMs: number
}

/** The rows behind the picture, for the table alternative and the exports. */
function useFillTable(
  rows: readonly ContainerRow[],
  holderOf: (row: ContainerRow) => string,
  codeOf: (vehicleId: string) => string,
): TableData {
  const t = useText('waste')
  const words = useText('words')
  return useMemo(() => {
    const columns: TableData['columns'] = [
      { label: t('table.container'), kind: 'text' },
      { label: t('table.holder'), kind: 'text' },
      { label: t('table.stream'), kind: 'text' },
      { label: t('table.level'), unit: '%', kind: 'number' },
      { label: t('table.pace'), kind: 'number', decimals: 1 },
      { label: t('table.full'), kind: 'time' },
      { label: t('table.earliest'), kind: 'time' },
      { label: t('table.latest'), kind: 'time' },
      { label: t('table.method'), kind: 'text' },
      { label: t('table.emptied'), kind: 'time' },
      { label: t('table.vehicle'), kind: 'text' },
      { label: t('table.visit'), kind: 'time' },
      { label: t('table.verdict'), kind: 'text' },
    ]
    const cells = rows.map((row) => {
      const { container, percent, future, due, vehicleId, visitMs } = row
      const forecast = future?.forecast.ok ? future.forecast.value : null
      return [
        container.asset.code,
        holderOf(row),
        container.asset.wasteStream ? words(`waste.${container.asset.wasteStream}`) : '',
        percent,
        forecast?.percentPerDay ?? null,
        due.byMs,
        forecast?.earliestMs ?? null,
        forecast?.latestMs ?? null,
        forecast ? t(`method.${forecast.method}`) : null,
        future?.emptiedAtMs ?? null,
        vehicleId === null ? null : codeOf(vehicleId),
        visitMs,
        t(`due.${due.state}`),
      ]
    })
    return { columns, rows: cells }
  }, [rows, holderOf, codeOf, t, words])
}

/** How the map shows them. */
const ON_MAP: ViewPatch = { plotTheme: 'container-fill', layers: { waste: true } }

/** When must containers be emptied: the next two days at a glance, and every container below, soonest first. */
export function ContainersPanel({ index, rows, forecasts, rounds, nowMs }: ContainersPanelProps) {
  const t = useText('waste')
  const errorText = useErrorText()
  const { view, select, open, hrefOf } = useView()
  const [filter, setFilter] = useState<ContainerFilter>('all')
  const holderName = useHolderName(index)
  const holderOf = useCallback((row: ContainerRow) => holderName(row.container.asset), [holderName])
  const codeOf = useCallback((id: string) => index.assetById.get(id)?.code ?? id, [index])
  const table = useFillTable(rows, holderOf, codeOf)
  const lanes = useMemo(() => fillLanes(rows, rounds, codeOf, nowMs), [rows, rounds, codeOf, nowMs])
  const urgent = rows.filter((row) => isUrgent(row, nowMs)).length
  const exportMeta = useExportMeta({
    title: t('timeline.title'),
    unit: '',
    fromMs: nowMs,
    toMs: nowMs + AHEAD_HOURS * 3_600_000,
    source: t('timeline.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  const onSelect = useCallback((assetId: string) => select({ type: 'asset', id: assetId }), [select])
  const shown = rows.filter((row) => isShown(row, filter, nowMs))
  const countOf = (one: ContainerFilter): number => rows.filter((row) => isShown(row, one, nowMs)).length
  return (
    <div className={styles.containers}>
      <div className={styles.timeline}>
        <ChartFrame
          title={t('timeline.title')}
          meta={t('timeline.meta', { hours: AHEAD_HOURS })}
          aside={<strong className={styles.answer}>{t('timeline.urgent', { count: urgent })}</strong>}
          table={forecasts.isLoading ? null : table}
          exportMeta={exportMeta}
          fileName={`${index.park.id}-containers`}
        >
          {forecasts.error ? (
            <PanelState kind="error" detail={errorText(forecasts.error)} onRetry={forecasts.retry} />
          ) : forecasts.isLoading ? (
            <PanelState kind="loading" />
          ) : (
            <FillTimeline lanes={lanes} nowMs={nowMs} />
          )}
        </ChartFrame>
      </div>
      <div className={styles.tableTools}>
        <Segmented
          label={t('filter.label')}
          value={filter}
          options={CONTAINER_FILTERS.map((id) => ({ id, label: t(`filter.${id}`, { count: countOf(id) }) }))}
          onChange={setFilter}
        />
        <a className={styles.link} href={hrefOf('overview', ON_MAP)} onClick={inPlace(() => open('overview', ON_MAP))}>
          {t('map')}
        </a>
      </div>
      <section className={styles.list} aria-label={t('table.label')}>
        {shown.length === 0 ? (
          <PanelState kind="empty" text={t(rows.length === 0 ? 'table.none' : 'table.noneShown')} />
        ) : (
          <ContainerTable
            rows={shown}
            holderOf={holderOf}
            codeOf={codeOf}
            nowMs={nowMs}
            selected={view.selection?.type === 'asset' ? view.selection.id : null}
            onSelect={onSelect}
          />
        )}
      </section>
    </div>
  )
}
