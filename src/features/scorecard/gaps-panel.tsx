import { largestGaps } from '../../domain/scorecard/action-plan.ts'
import type { SetResult } from '../../domain/scorecard/evaluate.ts'
import type { ScorecardInput } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import { codeOf, dayMs, gapText } from './criterion-texts.ts'
import styles from './scorecard.module.css'

const SHOWN = 6
const DAY_MS = 86_400_000

/** When the plan closes the gap, or for how many days it should have been closed. */
function Due({ due, today }: { due: string | null; today: string }) {
  const t = useText('scorecard')
  const format = useFormat()
  const lateDays = due === null ? 0 : Math.round((dayMs(today) - dayMs(due)) / DAY_MS)
  return (
    <span className={styles.gapDue} data-late={lateDays > 0 ? '' : undefined}>
      {due === null
        ? t('gaps.noPlan')
        : lateDays > 0
          ? t('gaps.overdue', { count: lateDays, days: format.number(lateDays) })
          : t('gaps.due', { date: format.date(dayMs(due)) })}
    </span>
  )
}

/** Criteria that do not meet, those first that the park's own plan closes soonest. */
export function GapsPanel({
  result,
  input,
  onOpen,
}: {
  result: SetResult
  input: ScorecardInput
  onOpen: (id: string) => void
}) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const { actions } = input.registers
  const gaps = largestGaps(result.results, actions)
  return (
    <section className={styles.block} aria-label={t('gaps.title')}>
      <PanelHeader title={t('gaps.title')} meta={t('gaps.meta')} />
      {gaps.length === 0 ? <p className={styles.soft}>{t('gaps.none')}</p> : null}
      <ul>
        {gaps.slice(0, SHOWN).map(({ criterionId, open, closesOn }) => {
          const found = result.results.find(({ criterion }) => criterion.id === criterionId)
          if (found === undefined) return null
          const due = closesOn ?? open[0]?.due ?? null
          const gap = found.gap && t('gaps.missing', { gap: gapText(found.gap, t, format) })
          return (
            <li key={criterionId} className={styles.gap}>
              <span className={styles.code}>{codeOf(found.criterion)}</span>
              <button type="button" className={styles.gapText} onClick={() => onOpen(criterionId)}>
                {[found.criterion.title[locale], gap].filter((part) => part !== null).join(' · ')}
              </button>
              <Due due={due} today={input.today} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
