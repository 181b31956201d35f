import { useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { type Alarm, MAX_COMMENT } from '../../contract/alarms.ts'
import { needsComment } from '../../domain/alarms/command-guard.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useRunCommand } from '../../live/alarm-commands.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import styles from './alarm-detail.module.css'
import { CLIENT } from './use-acknowledge.ts'

/** Acknowledges what is on the page and no more. Each P1 has a button of its own: none is swept along. */
export function PageDialog({ alarms, onClose }: { alarms: readonly Alarm[]; onClose: () => void }) {
  const t = useText('alarms')
  const format = useFormat()
  const words = useAlarmWords()
  const run = useRunCommand()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const critical = alarms.filter(({ priority }) => priority === 'P1')
  const others = alarms.filter(({ priority }) => priority !== 'P1')
  const missing = comment.trim() === ''
  const tooLong = comment.length > MAX_COMMENT
  const blocked = others.length === 0 || (missing && others.some((alarm) => needsComment(alarm)))
  const acknowledge = async (alarm: Alarm): Promise<void> => {
    const text = comment.trim()
    await run(alarm, 'acknowledge', {
      idempotencyKey: newIdempotencyKey(),
      eventId: alarm.eventId,
      client: CLIENT,
      ...(text === '' ? {} : { comment: text }),
    })
    setDone((before) => new Set([...before, alarm.id]))
  }
  const submit = async (): Promise<void> => {
    setBusy(true)
    await Promise.all(others.map((alarm) => acknowledge(alarm)))
    setBusy(false)
    if (critical.every(({ id }) => done.has(id))) onClose()
  }
  return (
    <FormDialog
      title={t('page.title')}
      submit={t('page.submit', { count: others.length })}
      busy={busy}
      blocked={blocked ? t(others.length === 0 ? 'page.onlyCritical' : 'form.commentNeeded') : undefined}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label={t('form.comment')}
        hint={t('form.plain', { most: format.number(MAX_COMMENT) })}
        value={comment}
        maxLength={MAX_COMMENT}
        onChange={setComment}
      />
      {critical.length > 0 ? (
        <>
          <p className={styles.asked}>
            <b>{t('page.critical')}</b>
          </p>
          <ul className={styles.criticals}>
            {critical.map((alarm) => (
              <li key={alarm.id}>
                <span>{words.title(alarm)}</span>
                <Button disabled={missing || tooLong || done.has(alarm.id)} onClick={() => void acknowledge(alarm)}>
                  {t(done.has(alarm.id) ? 'page.sent' : 'row.ack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ul className={styles.others}>
        {others.map((alarm) => (
          <li key={alarm.id}>{`${alarm.priority} ${words.title(alarm)}`}</li>
        ))}
      </ul>
    </FormDialog>
  )
}
