import { wallDecimals } from '../../../domain/wall/digits.ts'
import { headedCells } from '../../../domain/wall/layout.ts'
import type { KpiDefinition } from '../../../domain/kpi/kpi-definitions.data.ts'
import { useFormat, useLocale } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { ParkFigures } from '../../../live/park-figures.ts'
import { usePortfolio, type ParkColumn } from '../../../live/use-portfolio.ts'
import { Figure } from '../../../ui/figure.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { useWall } from '../wall-context.ts'
import styles from '../wall.module.css'

const SHOWN = [
  { id: 'grid-import', system: 'energy' },
  { id: 'water-supplied', system: 'water' },
  { id: 'wastewater-in', system: 'wastewater' },
] as const satisfies readonly { id: KpiDefinition['id']; system: KpiDefinition['stream'] }[]

function kpiOf(figures: ParkFigures, id: KpiDefinition['id']) {
  return figures.kpis.find(({ definition }) => definition.id === id)
}

function ParkPart({ column }: { column: ParkColumn }) {
  const t = useText('wall')
  const format = useFormat()
  const locale = useLocale()
  const { figures, parkId } = column
  return (
    <div className={styles.park}>
      <div className={styles.parkHead}>
        <span className={styles.name}>{figures?.park.name[locale] ?? parkId}</span>
        <span className={styles.dim}>{figures ? format.timeShort(figures.asOfMs) : null}</span>
      </div>
      {figures ? (
        <div className={styles.parkFigures}>
          {SHOWN.map(({ id, system }) => {
            const kpi = kpiOf(figures, id)
            if (!kpi) return null
            const { definition, result } = kpi
            const { freshness, quality, ageMs, sourceTimeMs, contributing, expected } = result
            return (
              <div key={id} className={styles.parkFigure}>
                <span className={styles.dim}>{t(`system.${system}`)}</span>
                <Figure
                  value={result.value}
                  unit={definition.unit}
                  decimals={wallDecimals(result.value, definition.decimals)}
                  state={{ freshness, quality, ageMs, sourceTimeMs, coverage: { contributing, expected } }}
                  size="wall-text"
                />
              </div>
            )
          })}
        </div>
      ) : (
        <p className={styles.waiting}>{column.error === null ? t('waiting') : t('park.failed')}</p>
      )}
    </div>
  )
}

function SumPart({
  name,
  value,
  unit,
  decimals,
}: {
  name: string
  value: number | null
  unit: string
  decimals: number
}) {
  return (
    <div className={styles.list}>
      <div className={styles.listText}>
        <div className={styles.name}>{name}</div>
      </div>
      <Figure value={value} unit={unit} decimals={wallDecimals(value, decimals)} size="wall" />
    </div>
  )
}

/** All parks side by side, with the same figures. */
export function PortfolioScene() {
  const t = useText('wall')
  const { layout, parkIds } = useWall()
  const columns = usePortfolio(parkIds)
  const sum = (of: (figures: ParkFigures) => number | null): number | null => {
    const values = columns.map(({ figures }) => (figures ? of(figures) : null))
    return values.every((value) => value !== null) ? values.reduce((a, b) => a + b, 0) : null
  }
  const parts: ScenePart[] = [
    ...columns.map((column) => ({ key: column.parkId, rows: 2, content: <ParkPart column={column} /> })),
    {
      key: 'power',
      rows: 1.25,
      content: (
        <SumPart
          name={t('sum.power')}
          value={sum((figures) => kpiOf(figures, 'grid-import')?.result.value ?? null)}
          unit="MW"
          decimals={1}
        />
      ),
    },
    {
      key: 'tenants',
      rows: 1.25,
      content: <SumPart name={t('sum.tenants')} value={sum(({ tenants }) => tenants)} unit="1" decimals={0} />,
    },
  ]
  return <Parts boxes={headedCells(layout).cells} parts={parts} />
}
