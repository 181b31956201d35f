import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { alarmQueries } from '../../api/alarm-queries.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { sinceMs, tabOf } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useAsOf } from '../../live/replay-context.tsx'
import { useAlarms } from '../../live/use-alarms.ts'
import { useParkId } from '../../session/view.ts'
import { AlarmMark, HiddenMark } from '../../ui/alarm-mark.tsx'
import { Later } from '../../ui/later.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarm-detail.module.css'
import { AlarmTrend } from './alarm-trend.tsx'
import { CommandBar } from './command-bar.tsx'
import { CommandNote } from './command-note.tsx'
import { Guidance } from './guidance.tsx'
import { useHidingWords } from './use-hiding-words.ts'

const LETTER = { out: 'O', suppressed: 'D', shelved: 'S' } as const

/** Four facts: how long, how long is left, the state, and whom the server calls next. */
function Facts({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const shell = useText('shell')
  const words = useAlarmWords()
  const format = useFormat()
  const hiding = useHidingWords()
  const now = useServerNow(1000)
  const left = alarm.respondBy === null ? null : Date.parse(alarm.respondBy) - now
  const { escalation } = alarm
  const role = escalation.role === null ? '' : shell(`role.${escalation.role}`)
  const time = escalation.time === null ? '' : format.time(Date.parse(escalation.time))
  const hidden = tabOf(alarm) === 'open' ? null : hiding(alarm, now)
  const isNormal = alarm.stateName === 'NORMAL'
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t(alarm.activeState ? 'fact.activeFor' : 'fact.since')}</dt>
        <dd className={styles.figure}>{isNormal ? '–' : format.elapsed(now - sinceMs(alarm))}</dd>
      </div>
      <div>
        <dt>{t('fact.left')}</dt>
        <dd className={styles.figure}>{left === null ? '–' : left <= 0 ? t('row.overdue') : format.elapsed(left)}</dd>
      </div>
      <div>
        <dt>{t('fact.state')}</dt>
        <dd className={styles.strong} title={words.state(alarm)}>
          {hidden ? `${t(`tab.${tabOf(alarm)}`)} · ${words.state(alarm)}` : words.state(alarm)}
        </dd>
      </div>
      <div>
        <dt>{t(hidden ? 'fact.hidden' : escalation.state === 'escalated' ? 'fact.escalated' : 'fact.escalates')}</dt>
        <dd title={hidden?.who}>
          {hidden ? hidden.until : escalation.state === 'none' ? '–' : t('fact.escalation', { time, role })}
        </dd>
      </div>
    </dl>
  )
}

/** What to do about one alarm, above the reason for it. The answer to a command shows here first, then in the list. */
export function AlarmDetail({ alarmId }: { alarmId: string }) {
  const { picture } = useAlarms()
  const errorText = useErrorText()
  const parkId = useParkId()
  const listed = picture?.alarms.find(({ id }) => id === alarmId)
  // One that is normal again stands on no list: it is asked for by itself.
  const { data, error, refetch } = useQuery({
    ...alarmQueries.one(parkId, alarmId, useAsOf()),
    enabled: listed === undefined,
  })
  const alarm = listed ?? data
  if (!alarm) {
    return error ? (
      <PanelState kind="error" detail={errorText(error)} onRetry={() => void refetch()} />
    ) : (
      <PanelState kind="loading" lines={6} />
    )
  }
  return <Sheet alarm={alarm} />
}

/** Everything about the alarm. What happens to others does not draw it again. */
const Sheet = memo(function Sheet({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const words = useAlarmWords()
  const common = useText('words')
  const tab = tabOf(alarm)
  return (
    <article className={styles.detail} data-alarm-detail={alarm.id}>
      <header className={styles.head}>
        {alarm.stateName === 'NORMAL' ? null : (
          <span className={styles.mark}>
            {tab === 'open' ? (
              <AlarmMark {...words.mark(alarm)} size={36} />
            ) : (
              // Hidden ones are grey and do not call, whatever they would say.
              <HiddenMark letter={LETTER[tab]} label={t(`tab.${tab}`)} />
            )}
          </span>
        )}
        <div className={styles.titles}>
          <h2 className={styles.title}>{words.title(alarm)}</h2>
          <p className={styles.sub}>
            {[common(`alarm.priority.${alarm.priority}`), alarm.tag, words.place(alarm)].join(' · ')}
          </p>
        </div>
      </header>
      <Facts alarm={alarm} />
      <Guidance alarm={alarm} />
      <CommandNote alarm={alarm} />
      <CommandBar alarm={alarm} />
      {alarm.pointId === null ? null : (
        <Later meanwhile={<section className={styles.trend} />}>
          <AlarmTrend alarm={alarm} pointId={alarm.pointId} />
        </Later>
      )}
    </article>
  )
})
