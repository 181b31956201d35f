import { FORM_A4 } from '../../domain/report/form-fields.data.ts'
import { fillForm } from '../../domain/report/fill-form.ts'
import { reportDuties, type ReportDuty } from '../../domain/report/report-calendar.ts'
import { firmsOf } from '../../domain/scorecard/firms.ts'
import type { ScorecardInput } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { dayMs } from './criterion-texts.ts'
import styles from './scorecard.module.css'

/** What the park owes once a year, how far each report is, and when it is due. */
export function DutiesPanel({ input }: { input: ScorecardInput }) {
  const t = useText('scorecard')
  const format = useFormat()
  const { patch } = useViewActions()
  const { registers, facts, today } = input
  const duties = reportDuties(registers, today)
  const form = fillForm(FORM_A4, { registers, facts, year: Number(today.slice(0, 4)), tenantId: null })
  const detail = ({ kind, year, due }: ReportDuty): string => {
    if (kind === 'form-a4') {
      return t('duty.fields', { filled: format.number(form.filled), all: format.number(form.fields.length) })
    }
    if (kind === 'form-b4') {
      const received = new Set(
        registers['reports-issued'].flatMap((row) =>
          row.kind === 'form-b4' && row.year === year && row.tenantId !== null ? [row.tenantId] : [],
        ),
      )
      const all = firmsOf(input, 'operating').length
      return t('duty.received', { received: format.number(received.size), all: format.number(all) })
    }
    return due === null ? '' : t('duty.due', { date: format.date(dayMs(due)) })
  }
  return (
    <section className={styles.duties} aria-label={t('duty.title')}>
      <PanelHeader title={t('duty.title')} />
      <ul>
        {duties.map((duty) => (
          <li key={duty.kind} className={styles.duty}>
            {duty.kind === 'environment-annual' ? (
              <span>{t('duty.environment-annual', { year: String(duty.year) })}</span>
            ) : (
              <button
                type="button"
                className={styles.plainLink}
                onClick={() => patch({ tab: 'forms', item: null, measure: duty.kind })}
              >
                {t(`duty.${duty.kind}`, { year: String(duty.year) })}
              </button>
            )}
            <span className={styles.soft}>{detail(duty)}</span>
            <span className={styles.dutyState} data-state={duty.state}>
              {t(`duty.state.${duty.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
