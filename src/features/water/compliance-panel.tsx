import { useMemo } from 'react'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import type { TableData } from '../../charts/table-data.ts'
import { useExportMeta } from '../../charts/use-export-meta.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { unitSymbol } from '../../domain/units/units.ts'
import {
  outfallCompliance,
  parameterCompliance,
  shareOfLimit,
  type ParameterCompliance,
} from '../../domain/water/compliance.ts'
import { averageOf, projectDay, type DayProjection } from '../../domain/water/day-average.ts'
import { effectiveLimit, type EffectiveLimit } from '../../domain/water/limits.ts'
import { RECORD_MS } from '../../domain/water/records.ts'
import { notEnough, type Outcome } from '../../domain/statistics/outcome.ts'
import type { Point } from '../../contract/resources.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { cx } from '../../ui/cx.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { UnitText } from '../../ui/unit-text.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { NotEnoughNote } from './not-enough.tsx'
import { StateBox } from './state-box.tsx'
import type { OutfallDay, ParameterDay } from './use-outfall-day.ts'
import type { PermitView } from './use-permit.ts'
import styles from './water.module.css'

interface Row {
  day: ParameterDay
  verdict: ParameterCompliance
  projection: Outcome<DayProjection>
}

/** Verdicts of today's parameters against the permit, shared by the table and the line above it. */
export function useCompliance(outfall: OutfallDay, permits: PermitView) {
  const { permit, limitSets } = permits
  return useMemo(() => {
    const { dayFromMs, dayToMs, endMs } = outfall
    const due = Math.max(0, Math.round((endMs - dayFromMs) / RECORD_MS))
    const rows = outfall.days.map((day): Row => {
      const average = averageOf(day.records, dayFromMs, endMs, due)
      const limit = permit ? effectiveLimit(limitSets, permit, day.parameter.id) : notEnough('no-limit')
      return {
        day,
        verdict: parameterCompliance(day.parameter.id, average, limit),
        projection: projectDay(day.records, dayFromMs, dayToMs, endMs, RECORD_MS),
      }
    })
    return { rows, due, outfall: outfallCompliance(rows.map(({ verdict }) => verdict)) }
  }, [outfall, permit, limitSets])
}
export type ComplianceView = ReturnType<typeof useCompliance>

function LimitText({ limit, point }: { limit: Outcome<EffectiveLimit>; point: Point }) {
  const t = useText('water')
  const format = useFormat()
  if (!limit.ok) return <NotEnoughNote outcome={limit} />
  const { min, max } = limit.value
  const digits = (value: number): number => (Number.isInteger(value) ? 0 : Math.min(2, Math.max(1, point.decimals)))
  const print = (value: number): string => format.number(value, digits(value))
  if (min !== null && max !== null) return t('limit.range', { min: print(min), max: print(max) })
  if (max !== null) return print(max)
  return min === null ? '–' : t('limit.atLeast', { min: print(min) })
}

function ComplianceRow({ row, due }: { row: Row; due: number }) {
  const t = useText('water')
  const format = useFormat()
  const { day, verdict, projection } = row
  const { point } = day
  const { average, limit } = verdict
  const share = average.ok && limit.ok ? shareOfLimit(average.value.average, limit.value) : null
  const coverage = average.ok ? average.value.coverage : average.coverage
  const projected = projection.ok ? projection.value.projected : null
  const willBreak = projected !== null && limit.ok && (shareOfLimit(projected, limit.value) ?? 0) > 1
  return (
    <tr>
      <th scope="row">
        <StateBox state={verdict.state} />
        {t(`short.${day.parameter.kind}`)}
        <span className="visually-hidden">{t(`verdict.${verdict.state}`)}</span>
      </th>
      <td className={cx(styles.number, styles.strong)}>
        {average.ok ? format.number(average.value.average, point.decimals) : <NotEnoughNote outcome={average} />}
      </td>
      <td className={styles.number}>
        <LimitText limit={limit} point={point} />
      </td>
      <td className={styles.unit}>
        <UnitText unit={point.unit} />
      </td>
      <td className={styles.bullet}>
        {share === null ? null : (
          <Bullet value={share} target={1} max={1.15} label={t('share.label', { percent: format.percent(share) })} />
        )}
      </td>
      <td className={cx(styles.number, willBreak && styles.strong)}>
        {projected === null ? '–' : format.number(projected, point.decimals)}
        {willBreak ? <span className={styles.note}> {t('projected.over')}</span> : null}
      </td>
      <td className={cx(styles.number, styles.quiet)}>
        {t('records', {
          valid: format.number(coverage?.contributing ?? 0),
          due: format.number(coverage?.expected ?? due),
        })}
      </td>
    </tr>
  )
}

/** The verdicts as a table to export. */
function useComplianceTable({ rows, due }: ComplianceView): TableData {
  const t = useText('water')
  return useMemo(
    () => ({
      columns: [
        { label: t('column.parameter'), kind: 'text' },
        { label: t('column.unit'), kind: 'text' },
        { label: t('column.average'), kind: 'number', decimals: 2 },
        { label: t('limit.min'), kind: 'number', decimals: 2 },
        { label: t('limit.max'), kind: 'number', decimals: 2 },
        { label: t('column.projected'), kind: 'number', decimals: 2 },
        { label: t('column.valid'), kind: 'number' },
        { label: t('column.due'), kind: 'number' },
        { label: t('column.verdict'), kind: 'text' },
      ],
      rows: rows.map(({ day, verdict: { average, limit, state }, projection }) => {
        const coverage = average.ok ? average.value.coverage : average.coverage
        return [
          t(`short.${day.parameter.kind}`),
          unitSymbol(day.point.unit),
          average.ok ? average.value.average : null,
          limit.ok ? limit.value.min : null,
          limit.ok ? limit.value.max : null,
          projection.ok ? projection.value.projected : null,
          coverage?.contributing ?? 0,
          coverage?.expected ?? due,
          t(`verdict.${state}`),
        ]
      }),
    }),
    [rows, due, t],
  )
}

/** The law: day averages of valid records against the outfall's own permit. Never on one axis with internal limits. */
export function CompliancePanel({
  index,
  outfall,
  permits,
  compliance,
}: {
  index: ParkIndex
  outfall: OutfallDay
  permits: PermitView
  compliance: ComplianceView
}) {
  const t = useText('water')
  const words = useText('words')
  const format = useFormat()
  const errorText = useErrorText()
  const { permit, limitSets } = permits
  const set = limitSets.find(({ id }) => id === permit?.limitSetId)
  const error: unknown = permits.error ?? outfall.error
  const isLoading = permits.isLoading || outfall.isLoading
  const table = useComplianceTable(compliance)
  const exportMeta = useExportMeta({
    title: t('legal'),
    unit: '',
    fromMs: outfall.dayFromMs,
    toMs: outfall.endMs,
    source: set ? `${set.code} · ${t('legal.excluded')}` : t('legal.noPermit'),
    simulated: index.park.dataMode === 'simulated',
  })
  return (
    <div className={cx(styles.card, styles.legal)}>
      <ChartFrame
        title={t('legal')}
        meta={t('legal.meta', { time: format.timeShort(outfall.endMs) })}
        table={isLoading || error ? null : table}
        exportMeta={exportMeta}
        fileName={`${index.park.id}-compliance`}
        hasPicture={false}
      >
        {error ? (
          <PanelState kind="error" detail={errorText(error)} onRetry={outfall.error ? outfall.retry : permits.retry} />
        ) : isLoading ? (
          <PanelState kind="loading" lines={5} />
        ) : compliance.rows.length === 0 ? (
          <PanelState kind="empty" text={t('legal.none')} />
        ) : (
          <>
            <table className={styles.table} aria-label={t('legal')}>
              <thead>
                <tr>
                  <th scope="col">{t('column.parameter')}</th>
                  <th scope="col" className={styles.number}>
                    {t('column.average')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('column.limit')}
                  </th>
                  <th scope="col">
                    <span className="visually-hidden">{t('column.unit')}</span>
                  </th>
                  <th scope="col">{t('column.share')}</th>
                  <th scope="col" className={styles.number}>
                    {t('column.projected')}
                  </th>
                  <th scope="col" className={styles.number}>
                    {t('column.records')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {compliance.rows.map((row) => (
                  <ComplianceRow key={row.day.parameter.id} row={row} due={compliance.due} />
                ))}
              </tbody>
            </table>
            <p className={styles.foot}>
              {permit && set
                ? t('legal.source', {
                    code: set.code,
                    column: set.column ?? '–',
                    kq: permit.kq === null ? '–' : format.number(permit.kq, 1),
                    kf: permit.kf === null ? '–' : format.number(permit.kf, 1),
                    confidence: words(`confidence.${permit.source.confidence}`),
                  })
                : t('legal.noPermit')}{' '}
              {t('legal.excluded')}
            </p>
          </>
        )}
      </ChartFrame>
    </div>
  )
}
