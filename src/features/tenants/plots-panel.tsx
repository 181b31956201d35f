import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { TableData } from '../../charts/table-data.ts'
import { plotStatusSchema, type PlotFeature } from '../../contract/collections.ts'
import type { Tenant } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { valueOrNull, type Outcome } from '../../domain/statistics/outcome.ts'
import { buildingDensities } from '../../domain/plots/density.ts'
import { foldText, matchesFolded } from '../../i18n/fold.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { sortRows } from '../../lib/sort-rows.ts'
import { useView } from '../../session/view.ts'
import { ListGrid, type ListColumn } from '../../ui/list-grid.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAskCell } from './ask-cell.tsx'
import { ListBar } from './list-bar.tsx'
import { ListExports } from './list-exports.tsx'
import styles from './tenants.module.css'
import type { Directory } from './use-directory.ts'

interface PlotRow {
  plot: PlotFeature
  tenant: Tenant | null
  density: Outcome<number>
}

function usePlotRows(index: ParkIndex) {
  const plots = useQuery(geometryQueries.collection(index.park.id, 'plots'))
  const buildings = useQuery(geometryQueries.collection(index.park.id, 'buildings'))
  const rows = useMemo<readonly PlotRow[]>(() => {
    const densities = buildings.data ? buildingDensities(plots.data ?? [], buildings.data) : null
    return (plots.data ?? []).map((plot) => {
      const { tenantId } = plot.properties
      return {
        plot,
        tenant: tenantId === null ? null : (index.tenantById.get(tenantId) ?? null),
        density: densities?.get(plot.id) ?? { ok: false, reason: 'no-data', coverage: null },
      }
    })
  }, [plots.data, buildings.data, index])
  return { rows, query: plots }
}

function useColumns(): readonly ListColumn<PlotRow>[] {
  const t = useText('tenants')
  const words = useText('words')
  const cell = useAskCell()
  return useMemo<readonly ListColumn<PlotRow>[]>(
    () => [
      {
        id: 'code',
        label: t('column.plot'),
        rem: 4.5,
        sortOf: ({ plot }) => plot.properties.code,
        cell: ({ plot }) => <b>{plot.properties.code}</b>,
      },
      {
        id: 'status',
        label: t('column.status'),
        rem: 9,
        sortOf: ({ plot }) => words(`plotStatus.${plot.properties.status}`),
        cell: ({ plot }) => words(`plotStatus.${plot.properties.status}`),
      },
      {
        id: 'tenant',
        label: t('column.tenant'),
        rem: 12,
        grow: true,
        sortOf: ({ tenant }) => tenant?.name ?? null,
        cell: ({ tenant, plot }) =>
          tenant ? (
            <span className={styles.name} dir="auto" title={tenant.name}>
              {tenant.name}
            </span>
          ) : (
            <span className={styles.quiet}>{plot.properties.status === 'vacant' ? null : t('plot.noTenant')}</span>
          ),
      },
      {
        id: 'industry',
        label: t('column.industry'),
        rem: 8,
        drop: 3,
        sortOf: ({ plot }) => (plot.properties.industry ? words(`industry.${plot.properties.industry}`) : null),
        cell: ({ plot }) => (plot.properties.industry ? words(`industry.${plot.properties.industry}`) : ''),
      },
      {
        id: 'zone',
        label: t('column.zone'),
        rem: 4,
        drop: 2,
        sortOf: ({ plot }) => plot.properties.zone,
        cell: ({ plot }) => plot.properties.zone,
      },
      {
        id: 'area',
        label: t('column.area'),
        unit: 'ha',
        rem: 4.5,
        isNumber: true,
        sortOf: ({ plot }) => plot.properties.areaHa,
        cell: ({ plot }) => cell.number(plot.properties.areaHa, 2),
      },
      {
        id: 'density',
        label: t('column.density'),
        unit: '%',
        rem: 6,
        isNumber: true,
        sortOf: ({ density }) => valueOrNull(density),
        cell: ({ density }) => cell.outcome(density, 0),
      },
    ],
    [t, words, cell],
  )
}

function usePlotTable(rows: readonly PlotRow[]): TableData {
  const t = useText('tenants')
  const words = useText('words')
  return {
    columns: [
      { label: t('column.plot'), kind: 'text' },
      { label: t('column.status'), kind: 'text' },
      { label: t('column.tenant'), kind: 'text' },
      { label: t('column.industry'), kind: 'text' },
      { label: t('column.zone'), kind: 'text' },
      { label: t('column.area'), unit: 'ha', kind: 'number', decimals: 2 },
      { label: t('column.density'), unit: '%', kind: 'number', decimals: 1 },
    ],
    rows: rows.map(({ plot: { properties }, tenant, density }) => [
      properties.code,
      words(`plotStatus.${properties.status}`),
      tenant?.name ?? null,
      properties.industry ? words(`industry.${properties.industry}`) : null,
      properties.zone,
      properties.areaHa,
      valueOrNull(density),
    ]),
  }
}

/** Every plot: let, being built on, or free, and how densely it is built. */
export function PlotsPanel({ index, directory }: { index: ParkIndex; directory: Directory }) {
  const t = useText('tenants')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, patch, select } = useView()
  const { rows: all, query } = usePlotRows(index)
  const columns = useColumns()
  const { find, industry, status, sort } = view.tenants
  const rows = useMemo(() => {
    const asked = foldText(find)
    const found = all.filter(
      ({ plot, tenant }) =>
        (industry === null || plot.properties.industry === industry) &&
        (status === null || plot.properties.status === status) &&
        matchesFolded(foldText(`${plot.properties.code} ${tenant?.name ?? ''}`), asked),
    )
    const column = columns.find(({ id }) => id === (sort?.replace(/^-/, '') ?? 'code')) ?? columns[0]
    return column?.sortOf ? sortRows(found, column.sortOf, sort?.startsWith('-') ?? false, format.compare) : found
  }, [all, columns, find, industry, status, sort, format])
  const table = usePlotTable(rows)
  return (
    <>
      <ListBar
        count={t('count', { shown: rows.length, all: all.length })}
        statuses={plotStatusSchema.options.map((id) => ({ id, label: words(`plotStatus.${id}`) }))}
        tools={
          <ListExports
            index={index}
            title={t('tab.plots')}
            table={table}
            fileName={`${index.park.id}-plots`}
            fromMs={directory.midnightMs}
          />
        }
      />
      {query.isPending ? (
        <div className={styles.note}>
          <PanelState kind="loading" lines={6} />
        </div>
      ) : query.isError ? (
        <div className={styles.note}>
          <PanelState kind="error" detail={errorText(query.error)} onRetry={() => void query.refetch()} />
        </div>
      ) : rows.length === 0 ? (
        <div className={styles.note}>
          <PanelState kind="empty" text={t('noneFound')} />
        </div>
      ) : (
        <div className={styles.rows}>
          <ListGrid
            label={t('tab.plots')}
            columns={columns}
            rows={rows}
            keyOf={({ plot }) => plot.id}
            selected={view.selection?.type === 'plot' ? view.selection.id : null}
            onOpen={({ plot }) => select({ type: 'plot', id: plot.id })}
            sort={sort ?? 'code'}
            onSort={(next) => patch({ tenants: { ...view.tenants, sort: next } }, 'small')}
          />
        </div>
      )}
    </>
  )
}
