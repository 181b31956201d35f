import { memo } from 'react'
import { rankOf } from '../../domain/alarms/alarm-list.ts'
import type { IncidentLine } from '../../domain/replay/incident.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './incident.module.css'

export interface LineWords {
  title: string
  detail: string
}

interface IncidentRowProps {
  line: IncidentLine
  words: LineWords
  startMs: number
  onShow: (atMs: number) => void
}

/** One line: when, how long after the first alarm, of which kind, what, and the way to that instant. */
export const IncidentRow = memo(function IncidentRow({ line, words, startMs, onShow }: IncidentRowProps) {
  const t = useText('replay')
  const common = useText('words')
  const format = useFormat()
  const { atMs, kind } = line
  const isMark = kind === 'alarm' && line.entry.annunciated
  return (
    <tr data-kind={kind}>
      <td className={styles.time}>{format.dateTime(atMs)}</td>
      <td className={styles.since}>
        {atMs >= startMs ? '+' : '−'}
        {format.elapsed(Math.abs(atMs - startMs))}
      </td>
      <td className={styles.kind}>
        {isMark ? (
          <AlarmMark
            priority={rankOf(line.entry.priority)}
            state="acknowledged"
            size={20}
            label={common(`alarm.priority.${line.entry.priority}`)}
          />
        ) : null}
        {t(`kind.${kind}`)}
      </td>
      <td className={styles.what}>
        {words.title}
        {words.detail === '' ? null : <span className={styles.detail}>{words.detail}</span>}
      </td>
      <td className={styles.show} data-screen-only="">
        <Button look="quiet" aria-label={t('show', { time: format.dateTime(atMs) })} onClick={() => onShow(atMs)}>
          {t('showShort')}
        </Button>
      </td>
    </tr>
  )
})
