import type { TableData } from '../../charts/table-data.ts'
import { valueOrNull } from '../../domain/statistics/outcome.ts'
import type { TenantRow } from '../../domain/tenants/tenant-rows.ts'
import { useText } from '../../i18n/use-text.ts'

/** The directory as rows for its exports. */
export function useDirectoryTable(rows: readonly TenantRow[]): TableData {
  const t = useText('tenants')
  const words = useText('words')
  return {
    columns: [
      { label: t('column.tenant'), kind: 'text' },
      { label: t('column.industry'), kind: 'text' },
      { label: t('column.vsic'), kind: 'text' },
      { label: t('column.status'), kind: 'text' },
      { label: t('column.plots'), kind: 'text' },
      { label: t('column.area'), unit: 'ha', kind: 'number', decimals: 2 },
      { label: t('column.power'), unit: 'kW', kind: 'number' },
      { label: t('column.energy'), unit: 'kWh', kind: 'number' },
      { label: t('column.intensity'), unit: 'kWh/ha', kind: 'number', decimals: 1 },
      { label: t('column.water'), unit: 'm³', kind: 'number', decimals: 1 },
      { label: t('column.wastewater'), unit: '%', kind: 'number', decimals: 1 },
      { label: t('column.contract'), unit: '%', kind: 'number', decimals: 1 },
      { label: t('column.counted'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.tenant.name,
      words(`industry.${row.tenant.industry}`),
      row.tenant.vsic,
      t(`status.${row.status}`),
      row.plots.map(({ properties }) => properties.code).join(', '),
      row.areaHa,
      row.power.value,
      valueOrNull(row.energy.today),
      valueOrNull(row.energyPerHa),
      valueOrNull(row.water.today),
      valueOrNull(row.wastewaterPercent),
      row.contract.ok ? row.contract.value.percent : null,
      `${row.power.contributing}/${row.power.expected}`,
    ]),
  }
}
