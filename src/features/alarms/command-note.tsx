import type { Alarm } from '../../contract/alarms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { dismissCommand, useSentCommand } from '../../live/alarm-commands.ts'
import { Button } from '../../ui/button.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarm-detail.module.css'

/** What the server said to the last command, when it was not done: never silently, and with the state as it is. */
export function CommandNote({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const shell = useText('shell')
  const state = useText('state')
  const format = useFormat()
  const words = useAlarmWords()
  const errorText = useErrorText()
  const sent = useSentCommand(alarm.id)
  const outcome = sent?.outcome ?? null
  if (sent === null || outcome === null || outcome.kind === 'done') return null
  const method = t(`command.${sent.method}`)
  const text = (): string => {
    if (outcome.kind === 'conflict') {
      const now = outcome.alarm ?? alarm
      return t('outcome.conflict', {
        method,
        state: words.state(now),
        role: now.clientUserId === null ? t('journal.actor.process') : shell(`role.${now.clientUserId}`),
        time: format.time(Date.parse(now.ackTime ?? now.time)),
      })
    }
    if (outcome.kind === 'refused') return t('outcome.refused', { method, detail: outcome.detail })
    return t('outcome.failed', { method, detail: errorText(outcome.error) })
  }
  return (
    <output className={styles.note}>
      <span>{text()}</span>
      <Button look="quiet" onClick={() => dismissCommand(alarm.id)}>
        {state('close')}
      </Button>
    </output>
  )
}
