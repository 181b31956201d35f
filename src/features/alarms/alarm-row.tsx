import { memo, type KeyboardEvent } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { isChattering, sinceMs, tabOf } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSentCommand } from '../../live/alarm-commands.ts'
import { useServerNow } from '../../live/hooks.ts'
import { AlarmMark, HiddenMark } from '../../ui/alarm-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { type AlarmWords, useAlarmWords } from '../../ui/use-alarm-words.ts'
import styles from './alarm-grid.module.css'
import { useRefusalText } from './use-refusal-text.ts'

export interface AlarmRowProps {
  id: string
  index: number
  /** Place and height in the list, CSS pixels. */
  start: number
  size: number
  alarm: Alarm
  /** Not on this list any more; it only keeps its place. */
  gone: boolean
  inset: boolean
  selected: boolean
  active: boolean
  onOpen: (alarm: Alarm) => void
  onAcknowledge: (alarm: Alarm) => void
  onKey: (event: KeyboardEvent) => void
}

const LETTER = { out: 'O', suppressed: 'D', shelved: 'S' } as const

function Mark({ alarm, words }: { alarm: Alarm; words: AlarmWords }) {
  const t = useText('alarms')
  const tab = tabOf(alarm)
  if (tab === 'open') return <AlarmMark {...words.mark(alarm)} size={26} />
  return <HiddenMark letter={LETTER[tab]} label={t(`tab.${tab}`)} />
}

/** Who has it: who acknowledged, to whom it was escalated, or that nobody has taken it. */
function useOwner(): (alarm: Alarm) => string {
  const t = useText('alarms')
  const shell = useText('shell')
  const format = useFormat()
  return (alarm) => {
    const { escalation, clientUserId } = alarm
    if (escalation.state === 'escalated' && escalation.role !== null && escalation.time !== null) {
      return t('row.escalated', {
        role: shell(`role.${escalation.role}`),
        time: format.timeShort(Date.parse(escalation.time)),
      })
    }
    return alarm.ackedState && clientUserId !== null ? shell(`role.${clientUserId}`) : t('row.notTaken')
  }
}

/** For how long it stands: the part of a row that counts the seconds, so that the rest need not. */
function Standing({ alarm }: { alarm: Alarm }) {
  const format = useFormat()
  const now = useServerNow(1000)
  return <span className={styles.meta}>{format.elapsed(now - sinceMs(alarm))}</span>
}

/** Time left to respond. */
function Left({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const format = useFormat()
  const now = useServerNow(1000)
  const left = alarm.respondBy === null ? null : Date.parse(alarm.respondBy) - now
  return (
    <span className={styles.meta}>
      {left === null
        ? t('row.noLimit')
        : left <= 0
          ? t('row.overdue')
          : t('row.respondIn', { time: format.elapsed(left) })}
    </span>
  )
}

function Action({ alarm, gone, onAcknowledge }: Pick<AlarmRowProps, 'alarm' | 'gone' | 'onAcknowledge'>) {
  const t = useText('alarms')
  const refusal = useRefusalText()
  const sent = useSentCommand(alarm.id)
  if (gone) return <span className={styles.meta}>{t('row.gone')}</span>
  if (!alarm.ackedState && tabOf(alarm) === 'open') {
    const why = refusal(alarm, 'acknowledge')
    const pending = sent?.method === 'acknowledge' && sent.outcome === null
    return (
      <Button
        look={alarm.stateName === 'RTN_UNACK' ? 'plain' : 'primary'}
        tabIndex={-1}
        disabled={why !== null || pending}
        title={why ?? undefined}
        onClick={(event) => {
          event.stopPropagation()
          onAcknowledge(alarm)
        }}
      >
        {t(pending ? 'row.sending' : 'row.ack')}
      </Button>
    )
  }
  return <Left alarm={alarm} />
}

/** One alarm of the list. It draws again when its alarm or its place changes, not with the list. */
export const AlarmRow = memo(function AlarmRow(props: AlarmRowProps) {
  const { id, index, start, size, alarm, gone, inset, selected, active, onOpen, onAcknowledge, onKey } = props
  const t = useText('alarms')
  const shell = useText('shell')
  const format = useFormat()
  const words = useAlarmWords()
  const owner = useOwner()
  const title = words.title(alarm)
  const where = `${alarm.tag} · ${words.place(alarm)}`
  return (
    <tr
      aria-rowindex={index + 1}
      aria-current={selected ? 'true' : undefined}
      data-alarm={alarm.id}
      className={cx(styles.row, selected && styles.selected, gone && styles.gone)}
      style={{ transform: `translateY(${start}px)`, height: size }}
      onClick={() => onOpen(alarm)}
    >
      <td className={cx(styles.mark, inset && styles.inset)}>
        <Mark alarm={alarm} words={words} />
      </td>
      <td className={styles.cell}>
        <span className={styles.strong}>{format.time(sinceMs(alarm))}</span>
        <Standing alarm={alarm} />
      </td>
      <td className={styles.cell}>
        <button
          id={id}
          type="button"
          className={styles.name}
          title={title}
          tabIndex={active ? 0 : -1}
          onKeyDown={onKey}
          onClick={() => onOpen(alarm)}
        >
          {title}
        </button>
        <span className={styles.meta} title={where}>
          {where}
          {isChattering(alarm) ? (
            <b className={styles.badge}>{t('row.chattering', { count: format.number(alarm.chatteringPerMin) })}</b>
          ) : null}
          {alarm.stale ? <b className={styles.badge}>{t('row.stale')}</b> : null}
        </span>
      </td>
      <td className={styles.cell}>
        <span className={styles.plain}>
          {alarm.ackedState ? null : <b className="reduced-motion-only">{shell('strip.word')} · </b>}
          {gone ? t('row.goneState') : words.state(alarm)}
        </span>
        <span className={styles.meta}>{owner(alarm)}</span>
      </td>
      <td className={styles.action}>
        <Action alarm={alarm} gone={gone} onAcknowledge={onAcknowledge} />
      </td>
    </tr>
  )
})
