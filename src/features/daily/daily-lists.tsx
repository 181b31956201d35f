import type { DailyReport } from '../../contract/daily.ts'
import { MIN_COVERAGE } from '../../domain/quality/total.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useExceptions } from '../../session/exceptions-context.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { Both } from './second-language.tsx'
import { useExceptionName } from './use-exception-name.ts'
import styles from './daily.module.css'

const SHOWN_ALARMS = 5

/** Alarms of the day, the worst first: what, where, when, and who answers. */
function AlarmExceptions({ exceptions }: { exceptions: DailyReport['exceptions'] }) {
  const t = useText('daily')
  const words = useText('words')
  const roles = useOptionalText('shell')
  const format = useFormat()
  const nameOf = useExceptionName()
  const rest = exceptions.length - SHOWN_ALARMS
  return (
    <>
      {exceptions.slice(0, SHOWN_ALARMS).map(({ at, priority, params, owner }) => {
        const times = Number(params['times'] ?? 1)
        const rank = ([1, 2, 3] as const).find((one) => one === priority) ?? 4
        return (
          <li key={`${at} ${String(params['definition'])} ${String(params['asset'])}`} className={styles.line}>
            <span className={styles.alarm}>
              <AlarmMark priority={rank} state="acknowledged" label={words(`alarm.priority.P${rank}`)} size={20} />
              <span className={styles.soft}>{format.timeShort(Date.parse(at))}</span>
              <strong>{nameOf(params)}</strong>
              {times > 1 ? <span>{t('exceptions.times', { count: times })}</span> : null}
            </span>
            <span className={styles.soft}>{roles(`role.${owner}`, owner)}</span>
          </li>
        )
      })}
      {rest > 0 ? <li className={styles.line}>{t('exceptions.more', { count: rest })}</li> : null}
    </>
  )
}

/** Lines that miss their target, and those that cannot be told: before everything else. */
export function DayExceptions({ report }: { report: DailyReport }) {
  const t = useText('daily')
  const named = useOptionalText('daily')
  const format = useFormat()
  const missed = report.rows.filter(({ meets }) => meets === false)
  // A line that is known to have nothing to tell (no alarm to answer) is no gap.
  const unknown = report.rows.filter(({ value, coverage }) => value === null && coverage < MIN_COVERAGE)
  return (
    <section aria-label={t('exceptions')}>
      <PanelHeader title={<Both name="exceptions" />} meta={t('exceptions.meta')} />
      <ul className={styles.list}>
        <AlarmExceptions exceptions={report.exceptions} />
        {missed.length === 0 && report.exceptions.length === 0 ? (
          <li className={styles.line}>{t('exceptions.none')}</li>
        ) : null}
        {missed.map((row) => (
          <li key={row.key} className={styles.line}>
            <strong>{named(`line.${row.key}`, row.key)}</strong>
            <span>
              {t('exceptions.missed', {
                value: format.quantity(row.value ?? Number.NaN, row.unit, row.decimals),
                target: format.quantity(row.target ?? Number.NaN, row.unit, row.decimals),
              })}
            </span>
          </li>
        ))}
        {unknown.length === 0 ? null : (
          <li className={styles.line}>
            <strong>{t('exceptions.unknown', { count: unknown.length })}</strong>
            <span className={styles.soft}>{unknown.map((row) => named(`line.${row.key}`, row.key)).join(', ')}</span>
          </li>
        )}
      </ul>
    </section>
  )
}

const TODAY = ['grid-import', 'rooftop-solar', 'water-supplied', 'wastewater-inflow', 'waste-collected'] as const

/** The running day up to now. It is never part of an issued report. */
export function TodaySoFar({ report, today }: { report: DailyReport; today: ReadonlyMap<string, number | null> }) {
  const t = useText('daily')
  const named = useOptionalText('daily')
  const exceptions = useExceptions()
  return (
    <section aria-label={t('today')}>
      <PanelHeader title={<Both name="today" />} meta={t('today.meta')} />
      <div className={styles.today}>
        {TODAY.map((key) => {
          const row = report.rows.find((one) => one.key === key)
          if (row === undefined) return null
          return (
            <div key={key}>
              <div className={styles.soft}>{named(`line.${key}`, key)}</div>
              <Figure value={today.get(key) ?? null} unit={row.unit} decimals={row.decimals} />
            </div>
          )
        })}
        <div>
          <div className={styles.soft}>{t('today.exceptions')}</div>
          <Figure value={exceptions === null ? null : exceptions.length} unit="1" decimals={0} />
        </div>
      </div>
    </section>
  )
}

export function Decisions({ report }: { report: DailyReport }) {
  const t = useText('daily')
  const format = useFormat()
  const locale = useLocale()
  return (
    <section aria-label={t('decisions')}>
      <PanelHeader title={<Both name="decisions" />} />
      <ol className={styles.list}>
        {report.decisions.map((decision, at) => (
          <li key={decision.text} className={styles.line}>
            <span>
              {format.number(at + 1)} {decision.texts?.[locale] ?? decision.text}
            </span>
            <span className={cx(styles.soft, styles.due)}>
              {decision.due === null ? '' : format.date(Date.parse(`${decision.due}T05:00:00Z`))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
