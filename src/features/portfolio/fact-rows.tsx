import type { ReactNode } from 'react'
import type { Locale, Source } from '../../contract/primitives.ts'
import { occupancyPercent } from '../../domain/portfolio/compare-parks.ts'
import { valueOrNull } from '../../domain/statistics/outcome.ts'
import { factValue } from '../../i18n/fact-value.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { useText, type TextKey } from '../../i18n/use-text.ts'
import { Figure } from '../../ui/figure.tsx'
import { factOf, targetOf, type FactKey } from './matrix-rows.ts'
import styles from './portfolio.module.css'
import type { ParkColumn } from '../../live/use-portfolio.ts'

interface Stated {
  value: number | string | null
  unit: string
  decimals: number
  source: Source | null
  /** What the plan of this build counts beside it. */
  note?: string | undefined
}

function SourceText({ source }: { source: Source }) {
  const t = useText('portfolio')
  const words = useText('words')
  const locale = useLocale()
  const { year, url, confidence } = source
  const title = sourceTitle(source, locale)
  const name = year === null ? title : t('source', { title, year })
  const isLink = url !== undefined && /^https?:\/\//.test(url)
  const text = `${name} · ${words(`confidence.${confidence}`)}`
  return (
    <span className={styles.source} title={text}>
      {isLink ? (
        <a href={url} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  )
}

function StatedCell({ stated }: { stated: Stated | null }) {
  const t = useText('portfolio')
  if (!stated) return <td className={styles.fact}>–</td>
  const { value, unit, decimals, source, note } = stated
  return (
    <td className={styles.fact}>
      {value === null ? (
        <span className={styles.missing}>{t('fact.notFound')}</span>
      ) : typeof value === 'string' ? (
        <span>{unit === '%' ? `${value} %` : value}</span>
      ) : (
        <Figure value={value} unit={unit} decimals={decimals} />
      )}
      {note ? <span className={styles.note}>{note}</span> : null}
      {source && value !== null ? <SourceText source={source} /> : null}
    </td>
  )
}

function decimalsOf(value: number): number {
  return Math.min(2, String(value).split('.')[1]?.length ?? 0)
}

function ofFact(column: ParkColumn, locale: Locale, key: FactKey, unit: string, note?: string): Stated | null {
  if (!column.figures) return null
  const fact = factOf(column, key)
  const value = factValue(fact?.value ?? null, locale)
  const decimals = typeof value === 'number' ? decimalsOf(value) : 0
  return { value, unit: fact?.unit ?? unit, decimals, source: fact?.source ?? null, note }
}

function ofTarget(column: ParkColumn, key: 'contracted-power' | 'wastewater-capacity'): Stated | null {
  if (!column.figures) return null
  const target = targetOf(column, key)
  return { value: target?.value ?? null, unit: target?.unit ?? '1', decimals: 0, source: target?.source ?? null }
}

/** Land, tenants and capacities of the parks: as published, each with its source, beside what the plan counts. */
export function FactRows({ columns }: { columns: readonly ParkColumn[] }) {
  const t = useText('portfolio')
  const format = useFormat()
  const locale = useLocale()
  const rows: readonly { key: TextKey<'portfolio'>; cellOf: (column: ParkColumn) => Stated | null }[] = [
    {
      key: 'row.area',
      cellOf: ({ figures }) => {
        if (!figures) return null
        const source = figures.park.facts.find((fact) => fact.key === 'area')?.source ?? null
        return { value: figures.park.areaHa, unit: 'ha', decimals: 2, source }
      },
    },
    {
      key: 'row.tenants',
      cellOf: (column) =>
        ofFact(
          column,
          locale,
          'tenant-count',
          '1',
          t('fact.inPlan', { value: format.number(column.figures?.tenants ?? 0) }),
        ),
    },
    {
      key: 'row.occupancy',
      cellOf: (column) => {
        const share = column.figures ? valueOrNull(occupancyPercent(column.figures.plots)) : null
        const note = share === null ? undefined : t('fact.letInPlan', { value: format.number(share, 1) })
        return ofFact(column, locale, 'occupancy', '%', note)
      },
    },
    { key: 'row.contracted', cellOf: (column) => ofTarget(column, 'contracted-power') },
    {
      key: 'row.wastewater',
      cellOf: (column) => {
        // Later phases are not published: what the readings are compared with is told beside the fact.
        const modelled = ofTarget(column, 'wastewater-capacity')
        const fact = ofFact(column, locale, 'wastewater-plant', 'm3/d')
        if (!fact || fact.value === null) return modelled
        const value = modelled?.value
        if (typeof value !== 'number' || value === fact.value) return fact
        return { ...fact, note: t('fact.modelled', { value: format.quantity(value, 'm3/d') }) }
      },
    },
    { key: 'row.workers', cellOf: (column) => ofFact(column, locale, 'workers', '1') },
  ]
  return rows.map(({ key, cellOf }): ReactNode => (
    <tr key={key} className={styles.factRow}>
      <th scope="row">{t(key)}</th>
      {columns.map((column) => (
        <StatedCell key={column.parkId} stated={cellOf(column)} />
      ))}
    </tr>
  ))
}
