import { Fragment } from 'react'
import type { DailyReport, DailyRow } from '../../contract/daily.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { MIN_COVERAGE } from '../../domain/quality/total.ts'
import { useFormat } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { WHOLE_LIST } from '../../session/alarm-list-view.ts'
import { useViewActions } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { Course } from './course.tsx'
import { noteText } from './note-text.ts'
import { Both } from './second-language.tsx'
import styles from './daily.module.css'

function Row({ index, row }: { index: ParkIndex; row: DailyRow }) {
  const t = useText('daily')
  const named = useOptionalText('daily')
  const format = useFormat()
  const { select, open } = useViewActions()
  const print = (value: number | null): string => (value === null ? '–' : format.number(value, row.decimals))
  const { value, target, decimals } = row
  const name = named(`line.${row.key}`, row.key)
  const point = row.link.kind === 'points' ? index.pointById.get(row.link.ids[0] ?? '') : undefined
  const goThere = (): void => {
    if (point !== undefined) select({ type: 'asset', id: point.assetId }, point.id)
    else if (row.link.kind === 'register') open('scorecard', { tab: 'registers', item: row.link.ids[0] ?? null })
    else if (row.link.kind === 'alarms') open('alarms', { alarmList: { ...WHOLE_LIST, pane: 'journal' } })
  }
  return (
    <tr className={styles.row} data-meets={row.meets === null ? 'unknown' : String(row.meets)}>
      <th scope="row">
        {name}
        {row.note === null ? null : <span className={styles.soft}>{` ${noteText(row.note, format)}`}</span>}
      </th>
      <td className={styles.number}>
        <Figure value={row.value} unit={row.unit} decimals={row.decimals} />
      </td>
      <td className={styles.number}>{print(row.target)}</td>
      <td className={cx(styles.number, row.meets === false && styles.missed)}>
        {value === null || target === null ? '–' : format.difference(value, target, decimals)}
      </td>
      <td className={styles.number}>{print(row.dayBefore)}</td>
      <td className={styles.number}>{print(row.sameWeekday)}</td>
      <td className={styles.spark}>
        <Course values={row.spark} label={t('spark', { name })} />
      </td>
      <td className={cx(styles.number, row.coverage < MIN_COVERAGE && styles.missed)}>
        {row.link.kind === 'none' ? t('noSource') : format.percent(row.coverage)}
      </td>
      <td className={styles.number}>
        {point === undefined && row.link.kind !== 'register' && row.link.kind !== 'alarms' ? (
          <span className={styles.soft}>{row.code}</span>
        ) : (
          <button type="button" className={styles.link} title={t('openSource', { name })} onClick={goThere}>
            {row.code}
          </button>
        )}
      </td>
    </tr>
  )
}

/** Every line of the day by its stream: value, target, day before, same weekday, course, coverage, source. */
export function DailyTable({ index, report, dayText }: { index: ParkIndex; report: DailyReport; dayText: string }) {
  const t = useText('daily')
  const sections = [...new Set(report.rows.map(({ section }) => section))]
  const heads = ['target', 'against', 'dayBefore', 'sameWeekday', 'spark', 'coverage', 'source'] as const
  return (
    <table className={styles.table} aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col" className="visually-hidden">
            {t('head.line')}
          </th>
          <th scope="col" className={styles.number}>
            {dayText}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className={head === 'spark' ? styles.spark : styles.number}>
              <Both name={`head.${head}`} apart={<br />} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <Fragment key={section}>
            <tr className={styles.section}>
              <th colSpan={9} scope="colgroup">
                <Both name={`section.${section}`} />
              </th>
            </tr>
            {report.rows
              .filter((row) => row.section === section)
              .map((row) => (
                <Row key={row.key} index={index} row={row} />
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
