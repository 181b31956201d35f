import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import { TableExports } from '../../charts/table-exports.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { SymbiosisExchange } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { monthStartMs } from '../../domain/time/park-zone.ts'
import { reviewMonth } from '../../domain/waste/exchange-flows.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView, type ViewPatch } from '../../session/view.ts'
import { inPlace } from '../../ui/in-place.ts'
import { LongName } from '../../ui/long-name.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './foot.module.css'

const WIDTH = 96
const TALLEST = 20

/** One exchange as a band from giver to taker: the outline is what was contracted, the fill what was delivered. */
function Band({ contracted, actual, most }: { contracted: number | null; actual: number | null; most: number }) {
  const t = useText('waste')
  const format = useFormat()
  const tall = (value: number): number => (value > 0 ? Math.max(2, (value / most) * TALLEST) : 0)
  const [outer, inner] = [tall(contracted ?? 0), tall(actual ?? 0)]
  const label = t('exchanges.band', {
    contracted: contracted === null ? '–' : format.number(contracted, 1),
    actual: actual === null ? '–' : format.number(actual, 1),
  })
  return (
    <svg className={styles.band} viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={label}>
      {actual === null ? null : (
        <path
          className={styles.flow}
          d={`M0 ${12 - inner / 2}H${WIDTH - 12}L${WIDTH} 12L${WIDTH - 12} ${12 + inner / 2}H0Z`}
        />
      )}
      {contracted === null ? (
        <line className={styles.planned} x1="0" x2={WIDTH} y1="12" y2="12" />
      ) : (
        <path
          className={styles.contract}
          d={`M0.5 ${12 - outer / 2}H${WIDTH - 12}L${WIDTH - 0.5} 12L${WIDTH - 12} ${12 + outer / 2}H0.5Z`}
        />
      )}
    </svg>
  )
}

/** A tenant's name, or the name of the register for who is none. */
function partyName(index: ParkIndex, tenantId: string | null, name: string | null | undefined): string {
  const tenant = tenantId === null ? undefined : index.tenantById.get(tenantId)
  return tenant?.name ?? name ?? tenantId ?? '–'
}

/** The exchanges as a table to export. */
function useExchangeTable(index: ParkIndex, rows: readonly SymbiosisExchange[]): TableData {
  const t = useText('waste')
  const locale = useLocale()
  return useMemo(
    () => ({
      columns: [
        { label: t('exchanges.title'), kind: 'text' },
        { label: t('exchanges.giver'), kind: 'text' },
        { label: t('exchanges.taker'), kind: 'text' },
        { label: t('exchanges.stage'), kind: 'text' },
        { label: t('exchanges.contracted'), unit: 't', kind: 'number', decimals: 1 },
        { label: t('exchanges.actual'), unit: 't', kind: 'number', decimals: 1 },
      ],
      rows: rows.map((row) => [
        row.texts?.title?.[locale] ?? row.title,
        partyName(index, row.giverTenantId, row.texts?.giverName?.[locale] ?? row.giverName),
        partyName(index, row.takerTenantId, row.texts?.takerName?.[locale] ?? row.takerName),
        t(`exchanges.stage.${row.stage}`),
        row.contractedTPerMonth,
        row.actualTPerMonth,
      ]),
    }),
    [index, rows, t, locale],
  )
}

function ExchangeRow({
  row,
  index,
  most,
  nowMs,
}: {
  row: SymbiosisExchange
  index: ParkIndex
  most: number
  nowMs: number
}) {
  const t = useText('waste')
  const format = useFormat()
  const rowText = useRowText()
  const review = reviewMonth(row, nowMs)
  const { contractedTPerMonth: contracted, actualTPerMonth: actual } = row
  const verdict = review.ok
    ? t('exchanges.fulfilment', { percent: format.number(review.value.fulfilmentPercent) })
    : t(review.reason === 'no-target' ? 'exchanges.noContract' : 'exchanges.noData')
  const giver = partyName(index, row.giverTenantId, rowText(row, 'giverName'))
  const taker = partyName(index, row.takerTenantId, rowText(row, 'takerName'))
  return (
    <li className={styles.exchange} data-stage={row.stage}>
      <span className={styles.title}>
        <strong>{rowText(row, 'title')}</strong>
        <span className={styles.quiet}>{t(`exchanges.stage.${row.stage}`)}</span>
      </span>
      <span className={styles.party}>
        <LongName text={giver} />
      </span>
      <Band contracted={contracted} actual={actual} most={most} />
      <span className={styles.party}>
        <LongName text={taker} />
      </span>
      <span className={styles.amounts}>
        {actual === null ? '–' : format.number(actual, 1)} / {contracted === null ? '–' : format.number(contracted, 1)}{' '}
        t<span className={styles.quiet}>{verdict}</span>
      </span>
    </li>
  )
}

/** How the map shows them. */
const ON_MAP: ViewPatch = { layers: { exchanges: true } }

/** By-product exchanges between tenants: contracted against delivered, drawn as flows. */
export function ExchangesPanel({ index, nowMs }: { index: ParkIndex; nowMs: number }) {
  const t = useText('waste')
  const errorText = useErrorText()
  const { open, hrefOf } = useView()
  const exchanges = useQuery(registerQueries.rows(index.park.id, 'symbiosis-exchanges'))
  const rows = useMemo(
    () => (exchanges.data ?? []).toSorted((a, b) => (b.contractedTPerMonth ?? -1) - (a.contractedTPerMonth ?? -1)),
    [exchanges.data],
  )
  const table = useExchangeTable(index, rows)
  const exportMeta = useExportMeta({
    title: t('exchanges.title'),
    unit: t('exchanges.unit'),
    fromMs: monthStartMs(nowMs, index.park.timeZone),
    toMs: nowMs,
    source: t('exchanges.meta'),
    simulated: index.park.dataMode === 'simulated',
  })
  const most = Math.max(1, ...rows.map((row) => Math.max(row.contractedTPerMonth ?? 0, row.actualTPerMonth ?? 0)))
  return (
    <section className={styles.exchanges} aria-label={t('exchanges.title')}>
      <PanelHeader
        title={t('exchanges.title')}
        aside={
          <>
            <TableExports meta={exportMeta} table={table} fileName={`${index.park.id}-exchanges`} />
            <a
              className={styles.mapLink}
              href={hrefOf('overview', ON_MAP)}
              onClick={inPlace(() => open('overview', ON_MAP))}
            >
              {t('exchanges.map')}
            </a>
          </>
        }
      />
      <p className={styles.quiet}>{t('exchanges.meta')}</p>
      {exchanges.isPending ? (
        <PanelState kind="loading" />
      ) : exchanges.isError ? (
        <PanelState kind="error" detail={errorText(exchanges.error)} onRetry={() => void exchanges.refetch()} />
      ) : rows.length === 0 ? (
        <PanelState kind="empty" text={t('exchanges.none')} />
      ) : (
        <ul>
          {rows.map((row) => (
            <ExchangeRow key={row.id} row={row} index={index} most={most} nowMs={nowMs} />
          ))}
        </ul>
      )}
    </section>
  )
}
