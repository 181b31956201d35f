import { isCarried } from '../../domain/shift/log.ts'
import type { LogEntry } from '../../contract/shift.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import type { Writing } from './writing.ts'
import { RefLink } from './ref-link.tsx'
import styles from './shift.module.css'
import { useNamedRow } from './use-named-row.ts'

export interface LogRowProps {
  entry: LogEntry
  index: ParkIndex
  denied: string | undefined
  onWrite: (writing: Writing) => void
}

/** One entry: when it happened and when it was written, by which role, and what it says in its own language. */
export function LogRow({ entry, index, denied, onWrite }: LogRowProps) {
  const t = useText('shift')
  const shell = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const eventMs = Date.parse(entry.eventTime)
  const entryMs = Date.parse(entry.entryTime)
  const late = Math.abs(entryMs - eventMs) > 120_000
  const { range, refs } = entry
  const row = useNamedRow(entry.id)
  const span = range && `${format.dateTime(Date.parse(range.from))} – ${format.timeShort(Date.parse(range.to))}`
  return (
    <li className={styles.entry} {...row}>
      <span className={styles.when}>
        <time dateTime={entry.eventTime}>{format.timeShort(eventMs)}</time>
        {late ? <span className={styles.small}>{t('log.entered', { time: format.timeShort(entryMs) })}</span> : null}
      </span>
      <span className={styles.said}>
        <span className={cx(styles.text, entry.struckBy !== null && styles.struck)} lang={entry.language} dir="auto">
          {entry.text}
        </span>
        <span className={styles.small}>
          {t(`category.${entry.category}`)} · {shell(`role.${entry.author}`)}
          {entry.language === locale ? null : ` · ${t('log.original', { language: t(`language.${entry.language}`) })}`}
          {entry.simulated ? ` · ${t('simulated')}` : null}
          {entry.struckBy === null ? null : ` · ${t('log.struck')}`}
          {entry.strikes === null ? null : ` · ${t('log.corrects')}`}
          {isCarried(entry) ? ` · ${t('log.carried')}` : null}
          {entry.clearedBy === null ? null : ` · ${t('log.cleared')}`}
        </span>
        {range && refs.length === 0 ? <span className={styles.small}>{span}</span> : null}
        {refs.length > 0 ? (
          <span className={styles.refs}>
            {refs.map((reference) => (
              <RefLink key={`${reference.type}:${reference.id}`} reference={reference} index={index} />
            ))}
            {range && refs[0] ? (
              <RefLink
                reference={refs[0]}
                index={index}
                label={t('log.asItWas', { span: span ?? '' })}
                atMs={Date.parse(range.to)}
              />
            ) : null}
          </span>
        ) : null}
      </span>
      <span className={styles.acts} data-screen-only="">
        {entry.struckBy === null && entry.clearedBy === null ? (
          <Button
            look="quiet"
            disabled={denied !== undefined}
            title={denied}
            onClick={() => onWrite({ kind: 'correct', entry })}
          >
            {t('log.correct')}
          </Button>
        ) : null}
        {isCarried(entry) ? (
          <Button
            look="quiet"
            disabled={denied !== undefined}
            title={denied}
            onClick={() => onWrite({ kind: 'clear', entry })}
          >
            {t('log.clear')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
