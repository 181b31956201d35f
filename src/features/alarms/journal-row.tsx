import { memo } from 'react'
import { suppressionRuleSchema } from '../../contract/alarm-definitions.ts'
import type { JournalEntry } from '../../contract/alarms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { isolated } from '../../lib/isolated.ts'
import styles from './alarms-page.module.css'
import { useEntryTitle } from '../../ui/use-entry-title.ts'

export interface JournalRowProps {
  entry: JournalEntry
  long?: boolean
  /** Place in a long list, CSS pixels; without one the rows follow each other. */
  start?: number
}

/** One line of the journal: source time, what happened, to what, and who did it. */
export const JournalRow = memo(function JournalRow({ entry, long, start }: JournalRowProps) {
  const t = useText('alarms')
  const shell = useText('shell')
  const format = useFormat()
  const title = useEntryTitle()(entry)
  const { actor, comment } = entry
  const who = actor === 'process' || actor === 'rule' ? t(`journal.actor.${actor}`) : shell(`role.${actor}`)
  const rule = suppressionRuleSchema.safeParse(comment)
  const quoted = rule.success
    ? t(`rule.${rule.data}`)
    : comment
      ? t('journal.quote', { text: isolated(comment) })
      : null
  const said = quoted === null ? who : `${who} · ${quoted}`
  const ms = Date.parse(entry.time)
  const place = start === undefined ? undefined : { transform: `translateY(${start}px)` }
  return (
    <li className={styles.journalRow} style={place} data-seq={entry.seq}>
      <span className={styles.second} title={format.dateTime(ms)}>
        {long ? format.dateTime(ms) : format.time(ms)}
      </span>
      <span className={styles.cut}>{t(`journal.event.${entry.event}`)}</span>
      <span className={styles.cut} title={title}>
        {title}
      </span>
      <span className={styles.metaCut} title={said}>
        {said}
      </span>
    </li>
  )
})
