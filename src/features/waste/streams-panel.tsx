import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { lotRecords, reviewStreams, type StreamReview } from '../../domain/waste/waste-periods.ts'
import type { WasteRoute } from '../../domain/waste/waste-streams.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { DayBars, type DayBar } from './day-bars.tsx'
import type { DayMasses } from './use-masses.ts'
import tables from './container-table.module.css'
import styles from './foot.module.css'

const DAYS = 30

function DaysChart({ index, masses }: { index: ParkIndex; masses: DayMasses }) {
  const t = useText('waste')
  const errorText = useErrorText()
  const bars = useMemo<readonly DayBar[]>(
    () =>
      masses.days
        .map((dayMs, i) => ({
          dayMs,
          collectedT: masses.collectedT[i] ?? null,
          divertedT: masses.divertedT[i] ?? null,
        }))
        .slice(-DAYS),
    [masses],
  )
  const table: TableData = {
    columns: [
      { label: t('days.day'), kind: 'time' },
      { label: t('days.collected'), unit: 't', kind: 'number', decimals: 1 },
      { label: t('days.diverted'), unit: 't', kind: 'number', decimals: 1 },
    ],
    rows: bars.map(({ dayMs, collectedT, divertedT }) => [dayMs, collectedT, divertedT]),
  }
  const exportMeta = useExportMeta({
    title: t('days.title'),
    unit: 't',
    fromMs: bars[0]?.dayMs ?? 0,
    toMs: bars.at(-1)?.dayMs ?? 0,
    source: t('days.source'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <ChartFrame
      title={t('days.title')}
      meta={t('days.meta', { days: DAYS })}
      table={masses.isLoading ? null : table}
      exportMeta={exportMeta}
      fileName={`${index.park.id}-waste-days`}
    >
      {masses.error ? (
        <PanelState kind="error" detail={errorText(masses.error)} onRetry={masses.retry} />
      ) : masses.isLoading ? (
        <PanelState kind="loading" />
      ) : (
        <DayBars bars={bars} />
      )}
    </ChartFrame>
  )
}

/** Routes by how far they take waste away from disposal; ink grows lighter towards the landfill. */
const INK: Readonly<Record<WasteRoute, string>> = {
  reused: 'var(--text)',
  recycled: 'var(--waste)',
  'energy-recovery': 'var(--ui)',
  treated: 'var(--rule)',
  landfilled: 'var(--band-1)',
  'in-store': 'var(--hair)',
}

function Split({ routes }: { routes: StreamReview['routes'] }) {
  const t = useText('waste')
  const format = useFormat()
  const all = routes.reduce((sum, { massT }) => sum + massT, 0)
  const text = routes.map(({ route, massT }) => `${t(`route.${route}`)} ${format.percent(massT / all)}`).join(', ')
  return (
    <span className={styles.split}>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={text}>
        {routes.map(({ route, massT }, i) => {
          const before = routes.slice(0, i).reduce((sum, one) => sum + one.massT, 0)
          return (
            <rect
              key={route}
              style={{ fill: INK[route] }}
              x={(before / all) * 100}
              width={Math.max(0.5, (massT / all) * 100 - 0.5)}
              height="8"
            />
          )
        })}
      </svg>
      <span className={styles.splitText} title={text}>
        {text}
      </span>
    </span>
  )
}

function StreamRow({ review }: { review: StreamReview }) {
  const t = useText('waste')
  const words = useText('words')
  const format = useFormat()
  const { stream, thisMonthT, lastMonthT, sameDaysT, routes, unweighed } = review
  const tonnes = (value: number | null): string => (value === null ? '–' : format.number(value, 1))
  const change = thisMonthT !== null && sameDaysT !== null && sameDaysT > 0 ? (thisMonthT / sameDaysT - 1) * 100 : null
  return (
    <tr>
      <th scope="row">{words(`waste.${stream}`)}</th>
      <td className={tables.number}>{tonnes(thisMonthT)}</td>
      <td className={tables.number}>{tonnes(sameDaysT)}</td>
      <td className={tables.number}>
        {change === null ? '–' : `${change >= 0 ? '+' : '−'}${format.number(Math.abs(change), 1)}`}
      </td>
      <td className={tables.number}>{tonnes(lastMonthT)}</td>
      <td>{routes.length > 0 ? <Split routes={routes} /> : '–'}</td>
      <td className={tables.quiet}>{unweighed > 0 ? t('streams.unweighed', { count: unweighed }) : null}</td>
    </tr>
  )
}

/** Mass by stream of the register: this month, the same days before, and where a year of it went. */
function StreamTable({ index, nowMs }: { index: ParkIndex; nowMs: number }) {
  const t = useText('waste')
  const errorText = useErrorText()
  const lots = useQuery(registerQueries.rows(index.park.id, 'waste-lots'))
  const zone = index.park.timeZone
  const reviews = useMemo(
    () => (lots.data ? reviewStreams(lotRecords(lots.data, zone), nowMs, zone) : []),
    [lots.data, nowMs, zone],
  )
  if (lots.isPending) return <PanelState kind="loading" />
  if (lots.isError) {
    return <PanelState kind="error" detail={errorText(lots.error)} onRetry={() => void lots.refetch()} />
  }
  if (lots.data.length === 0) return <PanelState kind="empty" text={t('streams.none')} />
  return (
    <table className={tables.table} aria-label={t('streams.title')}>
      <thead>
        <tr>
          <th scope="col">{t('table.stream')}</th>
          <th scope="col" className={tables.number}>
            {t('streams.thisMonth')}
          </th>
          <th scope="col" className={tables.number}>
            {t('streams.sameDays')}
          </th>
          <th scope="col" className={tables.number}>
            {t('streams.change')}
          </th>
          <th scope="col" className={tables.number}>
            {t('streams.lastMonth')}
          </th>
          <th scope="col">{t('streams.routes')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('streams.notes')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review) => (
          <StreamRow key={review.stream} review={review} />
        ))}
      </tbody>
    </table>
  )
}

/** Where waste comes from and goes to: mass by day from the weighbridge, by stream from the register. */
export function StreamsPanel({ index, masses, nowMs }: { index: ParkIndex; masses: DayMasses; nowMs: number }) {
  const t = useText('waste')
  return (
    <section className={styles.streams} aria-label={t('streams.title')}>
      <div className={styles.days}>
        <DaysChart index={index} masses={masses} />
      </div>
      <PanelHeader title={t('streams.title')} meta={t('streams.meta')} />
      <StreamTable index={index} nowMs={nowMs} />
    </section>
  )
}
