import { ChartFrame } from '../../charts/chart-frame.tsx'
import { Sankey } from '../../charts/sankey.tsx'
import type { SankeyItem } from '../../charts/sankey-layout.ts'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { NamedBalance } from '../../domain/balance/balance-kinds.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { volumesByIndustry } from '../../domain/water/volumes-by-industry.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { flowTerms } from './flow-terms.ts'
import styles from './supply.module.css'

export interface BalanceFlowProps {
  index: ParkIndex
  balance: NamedBalance
  title: string
  /** Name of what the volumes are shares of. */
  supplied: string
  /** Larger side of the balances that are drawn beside each other, m³: they share a scale. */
  largestM3: number
  fromMs: number
  toMs: number
}

/** A balance drawn: one scale for what came in and where it went, with the rest hatched under its name. */
export function BalanceFlow({ index, balance, title, supplied, largestM3, fromMs, toMs }: BalanceFlowProps) {
  const t = useText('water')
  const words = useText('words')
  const format = useFormat()
  const { supplied: all, stored, metered } = flowTerms(balance)
  const sources: SankeyItem[] = [{ id: 'supplied', label: supplied, value: all, look: 'supply' }]
  if (stored < 0) sources.push({ id: 'tanks', label: t('flow.fromTanks'), value: -stored, look: 'supply' })
  const uses = volumesByIndustry(index, metered).map(({ industry, m3 }): SankeyItem => ({
    id: industry ?? 'other',
    label: industry === null ? t('flow.others') : words(`industry.${industry}`),
    value: m3,
    look: 'use',
  }))
  if (stored > 0) uses.push({ id: 'tanks', label: t('balance.tanks'), value: stored, look: 'use' })
  if (balance.residual.ok) {
    const { value } = balance.residual.value
    uses.push({ id: 'rest', label: t(`residual.${balance.residualName}`), value, look: 'unaccounted' })
  }
  const share = (value: number): number | null => (all > 0 ? value / all : null)
  const row = (side: string, { label, value }: SankeyItem) => {
    const part = share(value)
    return [side, label, value, part === null ? null : part * 100]
  }
  const table: TableData = {
    columns: [
      { label: t('flow.side'), kind: 'text' },
      { label: t('balance.part'), kind: 'text' },
      { label: t('balance.volume'), unit: 'm3', kind: 'number', decimals: 1 },
      { label: t('balance.share'), unit: '%', kind: 'number', decimals: 1 },
    ],
    rows: [...sources.map((item) => row(t('flow.in'), item)), ...uses.map((item) => row(t('flow.out'), item))],
  }
  const exportMeta = useExportMeta({
    title,
    unit: 'm3',
    fromMs,
    toMs,
    source: t('flow.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <div className={styles.flow}>
      <ChartFrame
        title={title}
        meta={t('flow.meta')}
        table={all > 0 ? table : null}
        exportMeta={exportMeta}
        fileName={`${index.park.id}-${balance.kind}-balance`}
      >
        {all > 0 ? (
          <Sankey
            tone={balance.kind === 'wastewater' ? 'wastewater' : 'water'}
            label={title}
            middle={format.quantity(all, 'm3')}
            sources={sources}
            uses={uses}
            full={largestM3}
            value={({ value }) => format.quantity(value, 'm3')}
            share={({ value }) => {
              const part = share(value)
              return part === null ? '–' : format.percent(part)
            }}
          />
        ) : null}
      </ChartFrame>
    </div>
  )
}
