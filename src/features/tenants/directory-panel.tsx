import { useMemo, type ReactNode } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { valueOrNull, type Outcome } from '../../domain/statistics/outcome.ts'
import { TENANT_STATUSES, type TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { foldText, matchesFolded } from '../../i18n/fold.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { sortRows } from '../../lib/sort-rows.ts'
import { useView } from '../../session/view.ts'
import { LongName } from '../../ui/long-name.tsx'
import { ListGrid, type ListColumn } from '../../ui/list-grid.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useAskCell } from './ask-cell.tsx'
import { ListBar } from './list-bar.tsx'
import { LiveQuality, LiveTotal } from './live-cells.tsx'
import { ListExports } from './list-exports.tsx'
import styles from './tenants.module.css'
import type { Directory } from './use-directory.ts'
import { useDirectoryTable } from './use-directory-table.ts'

/** Short codes of a tenant's plots: "A01, A02". */
export function codesOf(row: TenantRow): string {
  return row.tenant.plotIds.map((id) => row.plots.find((plot) => plot.id === id)?.properties.code ?? id).join(', ')
}

function useColumns(isWaiting: boolean): readonly ListColumn<TenantRow>[] {
  const t = useText('tenants')
  const words = useText('words')
  const kpi = useText('kpi')
  const cell = useAskCell()
  return useMemo<readonly ListColumn<TenantRow>[]>(() => {
    const dayCell = (value: Outcome<number>): ReactNode =>
      isWaiting && !value.ok && value.reason !== 'no-meter' ? cell.waiting : cell.outcome(value, 0)
    return [
      {
        id: 'name',
        label: t('column.tenant'),
        rem: 11,
        grow: true,
        sortOf: ({ tenant }) => tenant.name,
        cell: ({ tenant }) => <LongName text={tenant.name} />,
      },
      {
        id: 'industry',
        label: t('column.industry'),
        unit: t('column.vsic'),
        rem: 9.25,
        drop: 5,
        sortOf: ({ tenant }) => words(`industry.${tenant.industry}`),
        cell: ({ tenant }) => (
          <>
            {words(`industry.${tenant.industry}`)} <span className={styles.quiet}>{tenant.vsic}</span>
          </>
        ),
      },
      {
        id: 'plots',
        label: t('column.plots'),
        rem: 4.5,
        drop: 4,
        sortOf: codesOf,
        cell: (row) => <span title={codesOf(row)}>{codesOf(row)}</span>,
      },
      {
        id: 'area',
        label: t('column.area'),
        unit: 'ha',
        rem: 3.25,
        isNumber: true,
        drop: 3,
        sortOf: ({ areaHa }) => areaHa,
        cell: ({ areaHa }) => cell.number(areaHa, 1),
      },
      {
        id: 'power',
        label: t('column.power'),
        unit: 'kW',
        rem: 4.5,
        isNumber: true,
        sortOf: ({ power }) => power.value,
        cell: ({ meters }) => <LiveTotal points={meters.power} />,
      },
      {
        id: 'intensity',
        label: t('column.intensity'),
        unit: 'kWh/ha',
        rem: 4.75,
        isNumber: true,
        sortOf: ({ energyPerHa }) => valueOrNull(energyPerHa),
        cell: ({ energyPerHa }) => dayCell(energyPerHa),
      },
      {
        id: 'water',
        label: t('column.water'),
        unit: 'm³',
        rem: 5.25,
        isNumber: true,
        sortOf: ({ water }) => valueOrNull(water.today),
        cell: ({ water }) => dayCell(water.today),
      },
      {
        id: 'wastewater',
        label: t('column.wastewater'),
        unit: '%',
        rem: 4.25,
        isNumber: true,
        drop: 2,
        sortOf: ({ wastewaterPercent }) => valueOrNull(wastewaterPercent),
        cell: ({ wastewaterPercent }) => dayCell(wastewaterPercent),
      },
      {
        id: 'contract',
        label: t('column.contract'),
        unit: '%',
        rem: 4.75,
        isNumber: true,
        sortOf: ({ contract }) => (contract.ok ? contract.value.percent : null),
        cell: ({ contract }) =>
          contract.ok ? (
            <span
              className={contract.value.percent > 100 ? styles.over : undefined}
              title={t(`contract.${contract.value.stream}`)}
            >
              <span className={styles.quiet}>{kpi(`stream.short.${contract.value.stream}`)} </span>
              {cell.number(contract.value.percent, 0)}
            </span>
          ) : (
            cell.outcome(contract, 0)
          ),
      },
      {
        id: 'data',
        label: t('column.data'),
        rem: 4.5,
        cell: ({ meters }) => <LiveQuality points={[...meters.power, ...meters.water, ...meters.discharge]} />,
      },
    ]
  }, [t, words, kpi, cell, isWaiting])
}

/** Rows that a search and the filters leave, in the order that was asked for. */
function useShown(rows: readonly TenantRow[], columns: readonly ListColumn<TenantRow>[]): readonly TenantRow[] {
  const words = useText('words')
  const format = useFormat()
  const { view } = useView()
  const { find, industry, status, sort } = view.tenants
  return useMemo(() => {
    const query = foldText(find)
    const found = rows.filter(
      (row) =>
        (industry === null || row.tenant.industry === industry) &&
        (status === null || row.status === status) &&
        matchesFolded(
          foldText(`${row.tenant.name} ${codesOf(row)} ${row.tenant.vsic} ${words(`industry.${row.tenant.industry}`)}`),
          query,
        ),
    )
    const id = sort?.replace(/^-/, '') ?? 'name'
    const column = columns.find((one) => one.id === id) ?? columns[0]
    return column?.sortOf ? sortRows(found, column.sortOf, sort?.startsWith('-') ?? false, format.compare) : found
  }, [rows, columns, find, industry, status, sort, words, format])
}

/** Every tenant in one line, with what it uses now and today. */
export function DirectoryPanel({ index, directory }: { index: ParkIndex; directory: Directory }) {
  const t = useText('tenants')
  const errorText = useErrorText()
  const { view, patch, select } = useView()
  const columns = useColumns(directory.isWaiting)
  const rows = useShown(directory.rows, columns)
  const table = useDirectoryTable(rows)
  const statuses = TENANT_STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))
  return (
    <>
      <ListBar
        count={t('count', { shown: rows.length, all: directory.rows.length })}
        statuses={statuses}
        tools={
          <ListExports
            index={index}
            title={t('tab.directory')}
            table={table}
            fileName={`${index.park.id}-tenants`}
            fromMs={directory.midnightMs}
          />
        }
      />
      {directory.error ? (
        <div className={styles.note}>
          <PanelState kind="error" detail={errorText(directory.error)} onRetry={directory.retry} />
        </div>
      ) : null}
      {directory.rows.length === 0 ? (
        <div className={styles.note}>
          <PanelState kind="empty" text={t('none')} />
        </div>
      ) : rows.length === 0 ? (
        <div className={styles.note}>
          <PanelState kind="empty" text={t('noneFound')} />
        </div>
      ) : (
        <div className={styles.rows}>
          <ListGrid
            label={t('tab.directory')}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.tenant.id}
            selected={view.selection?.type === 'tenant' ? view.selection.id : null}
            onOpen={(row) => select({ type: 'tenant', id: row.tenant.id })}
            sort={view.tenants.sort ?? 'name'}
            onSort={(sort) => patch({ tenants: { ...view.tenants, sort } }, 'small')}
          />
        </div>
      )}
    </>
  )
}
