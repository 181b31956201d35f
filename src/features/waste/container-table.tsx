import { useMemo, useState } from 'react'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import type { FillForecast } from '../../domain/waste/container-forecast.ts'
import { FILL_RULES } from '../../domain/waste/fill-cycles.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { sortRows } from '../../lib/sort-rows.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { ListGrid, type ListColumn } from '../../ui/list-grid.tsx'
import { LongName } from '../../ui/long-name.tsx'
import type { FigureState } from '../../ui/quality-note.ts'
import { isUrgent, type ContainerRow } from './container-rows.ts'
import styles from './container-table.module.css'
import { useInstantText } from './use-instant-text.ts'

const NO_READING: FigureState = {
  freshness: 'waiting',
  quality: 'BadWaitingForInitialData',
  ageMs: Number.NaN,
  sourceTimeMs: Number.NaN,
}

/** Earliest to latest of a forecast, or why there is none. */
function BandText({ forecast, nowMs }: { forecast: Outcome<FillForecast> | null; nowMs: number }) {
  const t = useText('waste')
  const instantText = useInstantText(nowMs)
  if (!forecast) return t('forecast.waiting')
  if (!forecast.ok) return t(forecast.reason === 'not-filling' ? 'forecast.notFilling' : 'forecast.tooFew')
  const { earliestMs, latestMs } = forecast.value
  if (latestMs !== null && latestMs <= nowMs) return t('forecast.passed', { at: instantText(latestMs) })
  const fromMs = Math.max(nowMs, earliestMs)
  const from = instantText(fromMs)
  return latestMs === null
    ? t('forecast.from', { from })
    : t('forecast.band', { from, to: instantText(latestMs, fromMs) })
}

function LevelBar({ row }: { row: ContainerRow }) {
  const t = useText('waste')
  const state: FigureState = row.reading ?? NO_READING
  return state.freshness === 'live' || state.freshness === 'late' ? (
    <Bullet
      value={row.percent}
      target={FILL_RULES.fullPercent}
      max={100}
      label={t('table.bullet', { percent: FILL_RULES.fullPercent })}
    />
  ) : (
    <FigureNote state={state} />
  )
}

export interface ContainerTableProps {
  /** The one that is full first on top. */
  rows: readonly ContainerRow[]
  holderOf: (row: ContainerRow) => string
  codeOf: (vehicleId: string) => string
  nowMs: number
  selected: string | null
  onSelect: (assetId: string) => void
}

function useColumns({ holderOf, codeOf, nowMs }: ContainerTableProps): readonly ListColumn<ContainerRow>[] {
  const t = useText('waste')
  const words = useText('words')
  const instantText = useInstantText(nowMs)
  return useMemo<readonly ListColumn<ContainerRow>[]>(() => {
    const streamOf = ({ container }: ContainerRow): string =>
      container.asset.wasteStream ? words(`waste.${container.asset.wasteStream}`) : ''
    const loud = (row: ContainerRow): string | undefined => (isUrgent(row, nowMs) ? styles.urgent : undefined)
    return [
      {
        id: 'container',
        label: t('table.container'),
        rem: 4.25,
        sortOf: ({ container }) => container.asset.code,
        cell: (row) => <span className={cx(styles.code, loud(row))}>{row.container.asset.code}</span>,
      },
      {
        id: 'holder',
        label: t('table.holder'),
        rem: 7,
        grow: true,
        sortOf: holderOf,
        cell: (row) => <LongName text={holderOf(row)} />,
      },
      {
        id: 'stream',
        label: t('table.stream'),
        rem: 6.25,
        drop: 2,
        sortOf: streamOf,
        cell: (row) => <span className={styles.small}>{streamOf(row)}</span>,
      },
      {
        id: 'level',
        label: t('table.level'),
        rem: 3.5,
        isNumber: true,
        sortOf: ({ percent }) => percent,
        cell: ({ reading, container }) => (
          <Figure
            value={reading?.value ?? null}
            unit="%"
            decimals={container.point.decimals}
            state={reading ?? NO_READING}
          />
        ),
      },
      {
        id: 'against',
        label: t('table.against', { percent: FILL_RULES.fullPercent }),
        rem: 5.25,
        cell: (row) => <LevelBar row={row} />,
      },
      {
        id: 'full',
        label: t('table.full'),
        rem: 7,
        sortOf: ({ due }) => due.byMs,
        cell: (row) => (
          <span className={cx(styles.by, loud(row))}>{row.due.byMs === null ? '–' : instantText(row.due.byMs)}</span>
        ),
      },
      {
        id: 'visit',
        label: t('table.visit'),
        rem: 8.5,
        drop: 1,
        sortOf: ({ visitMs }) => visitMs,
        cell: ({ vehicleId, visitMs }) => (
          <span className={styles.small}>
            {vehicleId === null ? '–' : `${codeOf(vehicleId)} ${visitMs === null ? '' : instantText(visitMs)}`.trim()}
          </span>
        ),
      },
      {
        id: 'verdict',
        label: t('table.verdict'),
        rem: 9.5,
        cell: (row) => (
          <span className={cx(styles.verdict, loud(row))} data-due={row.due.state}>
            {t(`due.${row.due.state}`)}
          </span>
        ),
      },
      {
        id: 'band',
        label: t('table.band'),
        rem: 11.25,
        grow: true,
        drop: 3,
        cell: ({ future }) => (
          <span className={cx(styles.small, styles.quiet)}>
            <BandText forecast={future?.forecast ?? null} nowMs={nowMs} />
          </span>
        ),
      },
      {
        id: 'method',
        label: t('table.method'),
        rem: 7.5,
        drop: 4,
        cell: ({ future }) => (
          <span className={cx(styles.small, styles.quiet)}>
            {future?.forecast.ok ? t(`method.${future.forecast.value.method}`) : null}
          </span>
        ),
      },
      {
        id: 'emptied',
        label: t('table.emptied'),
        rem: 6.5,
        drop: 5,
        sortOf: ({ future }) => future?.emptiedAtMs ?? null,
        cell: ({ future }) => (
          <span className={cx(styles.small, styles.quiet)}>
            {future?.emptiedAtMs == null ? t('table.neverSeen') : instantText(future.emptiedAtMs)}
          </span>
        ),
      },
    ]
  }, [t, words, instantText, holderOf, codeOf, nowMs])
}

/** Containers with level, forecast and the vehicle that comes for them; the one that is full first on top. */
export function ContainerTable(props: ContainerTableProps) {
  const { rows, selected, onSelect } = props
  const t = useText('waste')
  const format = useFormat()
  const columns = useColumns(props)
  const [sort, setSort] = useState<string | null>(null)
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === sort?.replace(/^-/, ''))?.sortOf
    return by ? sortRows(rows, by, sort?.startsWith('-') ?? false, format.compare) : rows
  }, [rows, columns, sort, format])
  return (
    <ListGrid
      label={t('table.label')}
      columns={columns}
      rows={sorted}
      keyOf={({ container }) => container.asset.id}
      selected={selected}
      onOpen={({ container }) => onSelect(container.asset.id)}
      sort={sort}
      onSort={setSort}
    />
  )
}
