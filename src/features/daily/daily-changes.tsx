import type { DailyChange, DailyRevision } from '../../contract/daily.ts'
import { exceptionId } from '../../domain/daily/diff-reports.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './daily.module.css'
import { noteText } from './note-text.ts'
import { useExceptionName } from './use-exception-name.ts'

/** What a change says in words: the revisions have the texts of what came or went in each language. */
function useChangeWords(revisions: readonly DailyRevision[]): (field: string, value: string) => string {
  const format = useFormat()
  const locale = useLocale()
  const nameOf = useExceptionName()
  return (field, value) => {
    if (field === 'decisions') {
      const decisions = revisions.flatMap(({ report }) => report.decisions)
      return decisions.find(({ text }) => text === value)?.texts?.[locale] ?? value
    }
    if (field === 'exceptions') {
      const exceptions = revisions.flatMap(({ report }) => report.exceptions)
      const found = exceptions.find((one) => exceptionId(one) === value)
      return found === undefined ? value : `${format.timeShort(Date.parse(found.at))} ${nameOf(found.params)}`
    }
    return noteText(value, format)
  }
}

function Change({ change, wordsOf }: { change: DailyChange; wordsOf: ReturnType<typeof useChangeWords> }) {
  const t = useText('daily')
  const named = useOptionalText('daily')
  const format = useFormat()
  const print = (value: DailyChange['before']): string => {
    if (value === null) return t('change.none')
    if (typeof value === 'string') return wordsOf(change.field, value)
    return format.number(value, Number.isInteger(value) ? 0 : 2)
  }
  const what = change.rowKey === null ? t('change.report') : named(`line.${change.rowKey}`, change.rowKey)
  return (
    <li className={styles.line}>
      <span>
        {what} · {named(`field.${change.field}`, change.field)}
      </span>
      <strong>{t('change.fromTo', { before: print(change.before), after: print(change.after) })}</strong>
    </li>
  )
}

const SHOWN_CHANGES = 12

/** What a revision says differently from the one before, and why. */
export function Changes({ revision, revisions }: { revision: DailyRevision; revisions: readonly DailyRevision[] }) {
  const t = useText('daily')
  const wordsOf = useChangeWords(revisions)
  return (
    <section aria-label={t('changes', { revision: revision.revision - 1 })}>
      <PanelHeader title={t('changes', { revision: revision.revision - 1 })} meta={revision.reason ?? undefined} />
      <ul className={styles.list}>
        {revision.changes.slice(0, SHOWN_CHANGES).map((change) => (
          <Change
            key={`${change.rowKey ?? ''} ${change.field} ${String(change.before)} ${String(change.after)}`}
            change={change}
            wordsOf={wordsOf}
          />
        ))}
        {revision.changes.length > SHOWN_CHANGES ? (
          <li className={styles.line}>{t('changes.more', { count: revision.changes.length - SHOWN_CHANGES })}</li>
        ) : null}
      </ul>
    </section>
  )
}
